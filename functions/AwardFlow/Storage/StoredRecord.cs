using System.Text.Json.Serialization;

namespace AwardFlow.Storage;

/// <summary>A record that is kept as a row, and knows which. What is serialised is only what the record itself says.</summary>
public abstract record StoredRecord
{
    /// <summary>The partition: the cycle's id.</summary>
    [JsonIgnore]
    public string Partition { get; init; } = "";

    /// <summary>The key in the partition.</summary>
    [JsonIgnore]
    public string Key { get; init; } = "";

    /// <summary>The version that it was read or written with; empty where it was never stored.</summary>
    [JsonIgnore]
    public string Version { get; init; } = "";
}
