using System.Text.Json.Serialization;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Records.Retention;

/// <summary>That a whole cycle is being erased: it stands from before the cycle's row is deleted until nothing of the cycle is left.</summary>
public sealed record ErasingCycle : StoredRecord
{
    /// <summary>The cycle.</summary>
    [JsonIgnore]
    public CycleId Cycle => CycleId.Parse(Key[CycleStore.ErasingPrefix.Length..]);

    /// <summary>By which rule: a code of <see cref="RetentionKind"/>.</summary>
    public string Kind { get; init; } = "";

    internal static ErasingCycle Of(CycleId cycle, string kind) =>
        new() { Partition = CycleTrails.Records, Key = CycleStore.ErasingPrefix + cycle.Text, Kind = kind };
}
