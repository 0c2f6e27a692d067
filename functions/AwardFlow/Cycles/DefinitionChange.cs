using System.Globalization;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Cycles;

/// <summary>A line of the history of a cycle's definition: who changed what, and when. Written with the change, and never changed.</summary>
public sealed record DefinitionChange : StoredRecord
{
    internal const string RowPrefix = "definition-";

    /// <summary>The line's number in its cycle, from 1.</summary>
    public int Number { get; init; }

    /// <summary>What was done.</summary>
    public DefinitionChangeKind Kind { get; init; }

    /// <summary>SHA-256 of the definition afterwards, among the cycle's uploads.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>SHA-256 of the definition before; null where there was none.</summary>
    public string? Replaces { get; init; }

    /// <summary>
    /// Of a picture, its name among the cycle's uploads; of a test letter, where it went; of a cycle that was started from
    /// another, the year of before and where this year took its place (<c>2564;title;letter.opening[0]</c>); else null.
    /// </summary>
    public string? Detail { get; init; }

    /// <summary>How many accepted scores count no more since the change; null for none.</summary>
    public int? ScoresDropped { get; init; }

    /// <summary>Who did it; empty where nobody is known.</summary>
    public string By { get; init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The line as it is written for a change, and the cycle's row that counts it.</summary>
    /// <param name="before">The row before.</param>
    /// <param name="after">The row after.</param>
    /// <param name="by">Who did it; null where nobody is known.</param>
    internal (Cycle Cycle, DefinitionChange Line, TrailEntry Entry) On(Cycle before, Cycle after, Actor? by)
    {
        var number = before.DefinitionChanges + 1;
        var line = this with
        {
            Partition = before.Partition,
            Key = string.Create(CultureInfo.InvariantCulture, $"{RowPrefix}{number:D6}"),
            Number = number,
            Sha256 = after.DefinitionSha256,
            Replaces = Kind == DefinitionChangeKind.Created ? null : before.DefinitionSha256,
            By = by?.Name ?? "",
        };
        // Neither a picture nor a test letter makes another definition.
        var counted = after with { DefinitionChanges = number };
        return (
            Kind <= DefinitionChangeKind.Opened ? counted with { DefinitionBy = line.By, DefinitionAt = At } : counted,
            line,
            DefinitionTrail.Entry(line, before, after, by));
    }
}
