using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Cycles;

/// <summary>What a cycle's trail says of changes of its definition, and of what belongs to it.</summary>
internal static class DefinitionTrail
{
    /// <summary>The line of a change.</summary>
    /// <param name="change">The line of the definition's history.</param>
    /// <param name="before">The cycle's row before; the same as after where it was created.</param>
    /// <param name="after">The cycle's row after.</param>
    /// <param name="by">Who did it; null where nobody is known.</param>
    public static TrailEntry Entry(DefinitionChange change, Cycle before, Cycle after, Actor? by) => new(KindOf(change), by, change.At)
    {
        Before = change.Kind is DefinitionChangeKind.Created or DefinitionChangeKind.TestLetter ? null : Values(change, before),
        After = Values(change, after),
        Rows = TrailValues.HashesOf(RowChange.Add(change)),
    };

    private static string KindOf(DefinitionChange change) => change.Kind switch
    {
        DefinitionChangeKind.Created => TrailKind.Created,
        DefinitionChangeKind.Changed => TrailKind.DefinitionChanged,
        DefinitionChangeKind.Opened => TrailKind.Opened,
        DefinitionChangeKind.Emblem => TrailKind.EmblemChanged,
        DefinitionChangeKind.Signature => TrailKind.SignatureChanged,
        DefinitionChangeKind.TestLetter => TrailKind.TestLetter,
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.Kind, "The trail knows no such change."),
    };

    private static IReadOnlyDictionary<string, string> Values(DefinitionChange change, Cycle cycle) => change.Kind switch
    {
        DefinitionChangeKind.Emblem => TrailValues.Of(("emblem", cycle.EmblemBlob)),
        DefinitionChangeKind.Signature => TrailValues.Of(("signature", cycle.SignatureBlob)),
        DefinitionChangeKind.TestLetter => TrailValues.Of(("to", change.Detail), ("definition", cycle.DefinitionSha256)),
        DefinitionChangeKind.Created => TrailValues.Of(
            ("definition", cycle.DefinitionSha256),
            ("state", cycle.State),
            ("closesAt", cycle.ClosesAt),
            ("emblem", cycle.EmblemBlob),
            ("signature", cycle.SignatureBlob)),
        _ => TrailValues.Of(
            ("definition", cycle.DefinitionSha256), ("state", cycle.State), ("closesAt", cycle.ClosesAt),
            ("scoresDropped", cycle.DefinitionSha256 == change.Sha256 ? change.ScoresDropped : null)),
    };
}
