using AwardFlow.Cycles;

namespace AwardFlow.Engine;

/// <summary>Runs cycles' orchestrations: Durable Functions on Azure, an in-process runner on one machine.</summary>
public interface ICycleEngine
{
    /// <summary>Starts a cycle's orchestration unless it runs.</summary>
    Task StartAsync(CycleId cycleId, CancellationToken cancellationToken);

    /// <summary>Wakes a cycle's orchestration where it waits, and starts it where it does not run.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="signal">A name from <see cref="Signals"/>.</param>
    /// <param name="cancellationToken">Stops waiting for the engine.</param>
    Task SignalAsync(CycleId cycleId, string signal, CancellationToken cancellationToken);

    /// <summary>Starts the orchestration that mails one letter of a cycle, unless it runs.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="cancellationToken">Stops waiting for the engine.</param>
    Task SendLetterAsync(CycleId cycleId, EntryCode entryCode, CancellationToken cancellationToken);

    /// <summary>Wakes the orchestration of a correction of a cycle's letters where it waits, and starts it where it does not run.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="number">Which correction, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for the engine.</param>
    Task CorrectAsync(CycleId cycleId, int number, CancellationToken cancellationToken);

    /// <summary>Forgets orchestrations that ended some time ago, where the engine keeps them.</summary>
    Task PurgeAsync(CancellationToken cancellationToken);
}
