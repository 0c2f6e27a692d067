namespace AwardFlow.Workflow;

/// <summary>Runs cycles' flows: Durable Functions on Azure, an in-process runner on one machine.</summary>
public interface ICycleEngine
{
    /// <summary>Starts a cycle's flow unless it runs.</summary>
    Task StartAsync(string cycleId, CancellationToken cancellationToken);

    /// <summary>Wakes a cycle's flow if it waits for this signal.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="signal">A name from <see cref="Signals"/>.</param>
    /// <param name="cancellationToken">Stops waiting for the engine.</param>
    Task SignalAsync(string cycleId, string signal, CancellationToken cancellationToken);
}
