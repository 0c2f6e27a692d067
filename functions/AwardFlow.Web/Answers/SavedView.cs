using AwardFlow.Cycles;
using AwardFlow.Intake.Judging;

namespace AwardFlow.Web.Answers;

/// <summary>What became of a save.</summary>
/// <param name="Version">Names what is stored now, for the next save.</param>
/// <param name="SheetVersion">Names the whole sheet, for submitting it.</param>
/// <param name="Total">The weighted sum of what is scored.</param>
/// <param name="State">How far the entry is.</param>
/// <param name="SavedAt">When it was saved.</param>
public sealed record SavedView(string Version, string SheetVersion, decimal? Total, DraftState State, DateTimeOffset? SavedAt)
{
    internal static SavedView Of(JudgeProgress progress, EntryCode code)
    {
        var (sitting, draft) = (progress.Sitting, progress.Draft(code));
        return new(sitting.TagOf(sitting.Find(code)!, draft), sitting.Tag, sitting.Total(draft), progress.StateOf(code), draft.SavedAt);
    }
}
