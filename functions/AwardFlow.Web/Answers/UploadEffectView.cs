using AwardFlow.Scoring;

namespace AwardFlow.Web.Answers;

/// <summary>What one upload, or the undo of one, changed when it came, for callers.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="ScoreChanges">How many scores it changed.</param>
/// <param name="Scores">The first of them.</param>
/// <param name="EntryChanges">How many texts of entries it changed.</param>
/// <param name="Entries">The first of them.</param>
/// <param name="AverageChanges">How many averages it changed.</param>
/// <param name="Averages">The first of them.</param>
public sealed record UploadEffectView(
    UploadView Upload, int ScoreChanges, IReadOnlyList<ScoreChange> Scores, int EntryChanges, IReadOnlyList<EntryChange> Entries,
    int AverageChanges, IReadOnlyList<AverageChange> Averages)
{
    /// <summary>How many changes of each kind are listed; the csv files have them all.</summary>
    public const int Most = 1000;

    /// <summary>The first changes of each kind.</summary>
    public static UploadEffectView Of(UploadEffect effect, UploadView upload)
    {
        ArgumentNullException.ThrowIfNull(effect);
        return new UploadEffectView(
            upload, effect.Scores.Count, [.. effect.Scores.Take(Most)], effect.Entries.Count, [.. effect.Entries.Take(Most)],
            effect.Averages.Count, [.. effect.Averages.Take(Most)]);
    }
}
