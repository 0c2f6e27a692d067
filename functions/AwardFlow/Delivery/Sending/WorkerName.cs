namespace AwardFlow.Delivery;

/// <summary>Tells workers apart: one run of one process. A worker that was started again is another one.</summary>
public static class WorkerName
{
    /// <summary>This worker.</summary>
    public static string Own { get; } = $"{Environment.MachineName}-{Guid.NewGuid():N}";
}
