namespace AwardFlow.Workflow;

/// <summary>
/// The version of the orchestrators. It travels in their input, since the metadata of an instance, by which the sweep
/// finds those of an earlier deployment, does not tell the version that the SDK itself knows of.
/// </summary>
public static class FlowVersion
{
    /// <summary>
    /// Raise it with every change of what an orchestrator calls or waits for, or of what an activity takes or gives: a
    /// durable engine then starts the cycles in flight again from the top, where finished work answers at once, instead of
    /// replaying their histories against orchestrators that they were not made by.
    /// </summary>
    public const int Current = 5;

    /// <summary>Refuses to go on with an orchestration of another version.</summary>
    /// <exception cref="InvalidOperationException">It is of another version.</exception>
    internal static void MustBeCurrent(int version)
    {
        if (version != Current)
        {
            throw new InvalidOperationException(
                $"Version {version} of the flow started this orchestration, and this is version {Current}. The sweep starts it again.");
        }
    }
}
