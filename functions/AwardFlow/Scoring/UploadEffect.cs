using AwardFlow.Intake;

namespace AwardFlow.Scoring;

/// <summary>What one upload, or the undo of one, changed when it came.</summary>
/// <param name="Upload">The upload.</param>
/// <param name="Scores">The scores that it changed, in the order of its sheet.</param>
/// <param name="Entries">The texts of entries that it changed, by entry.</param>
/// <param name="Averages">The averages that it changed, by entry.</param>
public sealed record UploadEffect(Upload Upload, IReadOnlyList<ScoreChange> Scores, IReadOnlyList<EntryChange> Entries, IReadOnlyList<AverageChange> Averages);
