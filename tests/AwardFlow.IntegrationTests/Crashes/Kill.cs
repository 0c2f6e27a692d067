using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Crashes;

/// <summary>Kills a process when it has been counted so many times since it was armed.</summary>
internal sealed class Kill(LocalProcess process)
{
    private int _armed;
    private int _count;

    /// <summary>Plans a kill at some line of the process's log.</summary>
    /// <param name="world">The provider.</param>
    /// <param name="process">The process.</param>
    /// <param name="after">At which line.</param>
    public static Kill AtLine(SendingWorld world, LocalProcess process, int after)
    {
        var kill = new Kill(process);
        process.Output.Added = () => kill.Count(after);
        world.SendGrid.Meets = _ => SendGridServer.Manner.Takes;
        return kill;
    }

    /// <summary>Plans a kill in the very window: the provider has the mail, or is about to, and we have not written that down.</summary>
    /// <param name="world">The provider.</param>
    /// <param name="process">The process.</param>
    /// <param name="after">At which request.</param>
    /// <param name="taken">Whether the provider has the mail.</param>
    public static Kill AtRequest(SendingWorld world, LocalProcess process, int after, bool taken)
    {
        var kill = new Kill(process);
        var manner = taken ? SendGridServer.Manner.TakesAndHangs : SendGridServer.Manner.HangsWithoutTaking;
        world.SendGrid.Meets = _ => kill.Count(after) ? manner : SendGridServer.Manner.Takes;
        return kill;
    }

    public void Arm() => Volatile.Write(ref _armed, 1);

    public void Disarm() => Volatile.Write(ref _armed, 0);

    /// <summary>Counts; true where this was the time, and the process was killed.</summary>
    private bool Count(int after)
    {
        if (Volatile.Read(ref _armed) == 0 || Interlocked.Increment(ref _count) != after)
        {
            return false;
        }
        process.Kill();
        return true;
    }
}
