using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AwardFlow.Storage;

namespace AwardFlow.Trail;

/// <summary>
/// One line of a trail. It is hashed as the JSON text that is stored, byte for byte, and the hash stands in the line after it
/// as <see cref="Previous"/>.
/// </summary>
public sealed record TrailLine : StoredRecord
{
    internal const string RowPrefix = "trail!";

    /// <summary>Of what: the cycle's id, or the partition's name.</summary>
    public string Of { get; init; } = "";

    /// <summary>The line's number, from 1.</summary>
    public int Number { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What was done: a code of <see cref="TrailKind"/>.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Who did it; null for the flow itself.</summary>
    public Actor? By { get; init; }

    /// <summary>What it was done to, where that is a part of the whole: an entry's code.</summary>
    public string? Subject { get; init; }

    /// <summary>Why, as the person wrote it.</summary>
    public string? Reason { get; init; }

    /// <summary>SHA-256 of the row of <see cref="TrailValues"/> as it is stored, in lower-case hex; null where the line has none.</summary>
    public string? Values { get; init; }

    /// <summary>SHA-256 of the line before, in lower-case hex; empty in the first.</summary>
    public string Previous { get; init; } = "";

    /// <summary>SHA-256 of the line as it is stored, in lower-case hex; empty where it was not read by <see cref="TrailReader"/>.</summary>
    [JsonIgnore]
    public string Sha256 { get; init; } = "";

    internal static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{RowPrefix}{number:D8}");

    internal static int NumberOf(string key) =>
        int.TryParse(key.AsSpan(RowPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    internal string Json() => JsonSerializer.Serialize(this, AwardJson.Own);
}
