using System.Text.Json.Serialization;
using AwardFlow.Storage;

namespace AwardFlow.Records.Retention;

/// <summary>That somebody asked to have a person's data erased, and a second person has not decided yet. Gone when that is done, withdrawn or lapsed.</summary>
public sealed record ForgetRequest : StoredRecord
{
    internal const string RowPrefix = "forget!";

    /// <summary>Names the request, and nobody.</summary>
    [JsonIgnore]
    public string Id => Key[RowPrefix.Length..];

    /// <summary>Whose data: an e-mail address, a name or a telephone number.</summary>
    public string Who { get; init; } = "";

    /// <summary>Who asked, by the id that tells persons apart.</summary>
    public string ById { get; init; } = "";

    /// <summary>The same by name.</summary>
    public string By { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
}
