using System.Text.Json.Serialization;
using AwardFlow.Storage;

namespace AwardFlow.Trail;

/// <summary>The end of a trail: a row that changes with each line, in the same commit, so that lines come one after the other.</summary>
public sealed record TrailHead : StoredRecord
{
    internal const string Row = "trail";

    /// <inheritdoc cref="TrailMark.Lines"/>
    public int Lines { get; init; }

    /// <inheritdoc cref="TrailMark.Sha256"/>
    public string Sha256 { get; init; } = "";

    /// <summary>The same as a mark.</summary>
    [JsonIgnore]
    public TrailMark Mark => new(Lines, Sha256);
}
