using AwardFlow.Cycles;

namespace AwardFlow.Web.Answers;

/// <summary>A line of the history of a cycle's definition, for callers.</summary>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="Kind">What was done.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Sha256">SHA-256 of the definition afterwards.</param>
/// <param name="Detail">
/// Of a picture, its file; of a test letter, where it went; of a cycle started from another, the year of before and where this year took its place.
/// </param>
/// <param name="ScoresDropped">How many accepted scores count no more since then.</param>
public sealed record DefinitionChangeView(
    int Number,
    DefinitionChangeKind Kind,
    string By,
    DateTimeOffset At,
    string Sha256,
    string? Detail,
    int? ScoresDropped)
{
    internal static DefinitionChangeView Of(DefinitionChange change) =>
        new(change.Number, change.Kind, change.By, change.At, change.Sha256, change.Detail, change.ScoresDropped);
}
