using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Records.Archive;

/// <summary>The last whole archive of a cycle that was taken, beside the installation's trail that tells of all.</summary>
public sealed record ArchiveTaken : StoredRecord
{
    private const string RowPrefix = "archived!";

    /// <summary>SHA-256 of the archive's tag manifest, which stands for all of it, in lower-case hex.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>When it was taken.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Who took it, by name.</summary>
    public string By { get; init; } = "";

    internal static string KeyOf(CycleId cycle) => RowPrefix + cycle;
}
