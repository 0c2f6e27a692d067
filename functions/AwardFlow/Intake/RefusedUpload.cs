using System.Text.Json.Serialization;
using AwardFlow.Storage;

namespace AwardFlow.Intake;

/// <summary>
/// A file that was sent and not taken. It is kept a while as evidence of what was sent, though it may hold what nobody asked
/// for, and then erased.
/// </summary>
public sealed record RefusedUpload : StoredRecord
{
    /// <summary>What the keys of such rows begin with.</summary>
    internal const string RowPrefix = "refused!";

    /// <summary>The file's name, where the sender gave one.</summary>
    public string? FileName { get; init; }

    /// <summary>What the sheet was to hold; null where an earlier version did not write it down.</summary>
    public UploadKind? Kind { get; init; }

    /// <summary>Who sent it; null where an earlier version did not write it down.</summary>
    public string? By { get; init; }

    /// <summary>When it was refused last; of files of earlier versions, when they were found.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Names the file among the cycle's uploads: SHA-256 and extension.</summary>
    [JsonIgnore]
    public string Blob => Key[RowPrefix.Length..];

    /// <summary>The row of a file.</summary>
    /// <param name="cycle">The cycle's id.</param>
    /// <param name="blob">The file's name among the cycle's uploads.</param>
    internal static RefusedUpload Of(string cycle, string blob) => new() { Partition = cycle, Key = RowPrefix + blob };
}
