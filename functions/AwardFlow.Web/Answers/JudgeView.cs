using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;

namespace AwardFlow.Web.Answers;

/// <summary>A judge's sheet, as the judge sees it. It holds nothing of other judges, and no addresses.</summary>
public sealed record JudgeView
{
    /// <summary>The cycle.</summary>
    public required OfCycle Cycle { get; init; }

    /// <summary>The judge.</summary>
    public required JudgeName Judge { get; init; }

    /// <summary>How the sheet stands.</summary>
    public required SheetState State { get; init; }

    /// <summary>When it was submitted.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>
    /// By which way it was submitted: <c>page</c>, <c>paper</c>, or <c>unsubmitted</c> (the office counted what was typed); null where nothing is.
    /// </summary>
    public UploadSource? Source { get; init; }

    /// <summary>Names the sheet as it stands, for <c>If-Match</c> when it is submitted.</summary>
    public required string Version { get; init; }

    /// <summary>Whether organisations are not shown.</summary>
    public required bool Blind { get; init; }

    /// <summary>The finest step of a score; null for any.</summary>
    public decimal? Step { get; init; }

    /// <summary>The highest weighted total.</summary>
    public required decimal HighestTotal { get; init; }

    /// <summary>What is judged.</summary>
    public required IReadOnlyList<Category> Rubric { get; init; }

    /// <summary>The entries, in the judge's order.</summary>
    public required IReadOnlyList<OfEntry> Entries { get; init; }

    /// <summary>How far the judge is.</summary>
    public required Counts Progress { get; init; }

    /// <summary>A sheet that has scores of this judge too; null where none has.</summary>
    public Sheet? AlsoSheet { get; init; }

    /// <summary>The sheet.</summary>
    /// <param name="progress">How far the judge is.</param>
    internal static JudgeView Of(JudgeProgress progress)
    {
        var sitting = progress.Sitting;
        var definition = sitting.Definition;
        var rules = definition.JudgingOrUsual();
        var entries = sitting.Entries().Select(entry => OfEntry.Of(progress, entry)).ToList();
        int Count(DraftState state) => entries.Count(entry => entry.State == state);
        return new JudgeView
        {
            Cycle = new OfCycle(
                sitting.Cycle.Id, definition.Title, definition.Award, sitting.Cycle.State, sitting.Cycle.ClosesByHand ? null : sitting.Cycle.ClosesAt),
            Judge = sitting.Judge,
            State = sitting.State,
            SubmittedAt = sitting.Submission?.At,
            Source = sitting.Submission?.Source,
            Version = sitting.Tag,
            Blind = rules.Blind,
            Step = rules.Step,
            HighestTotal = definition.HighestTotal(),
            Rubric = definition.Rubric,
            Entries = entries,
            Progress = new Counts(
                entries.Count,
                Count(DraftState.Empty),
                Count(DraftState.Begun),
                Count(DraftState.Complete),
                Count(DraftState.Recused),
                Count(DraftState.Returned),
                entries.Count(entry => entry.Owed)),
            AlsoSheet = progress.Sheets().LastOrDefault() is { } sheet
                ? new Sheet(sheet.UploadNumber, sheet.At, entries.Exists(entry => entry.BySheet == true) ? CountingWay.Sheet : sheet.Counts) : null,
        };
    }

    /// <summary>What a judge is told of the cycle.</summary>
    public sealed record OfCycle(CycleId Id, string Title, string Award, CycleState State, DateTimeOffset? ClosesAt);

    /// <summary>An entry of the list.</summary>
    public sealed record OfEntry(
        EntryCode Code, string Project, string? Organisation, string? Url, DraftState State, bool Owed,
        decimal? Total, string? Question, string? Recused, DateTimeOffset? SavedAt, bool? Changed, bool? BySheet)
    {
        internal static OfEntry Of(JudgeProgress progress, Entry entry)
        {
            var (sitting, draft) = (progress.Sitting, progress.Draft(entry.Code));
            return new(
                entry.Code, entry.Project, sitting.Definition.JudgingOrUsual().Blind ? null : entry.Organisation,
                entry.Url, progress.StateOf(entry.Code), progress.Owes(entry.Code), sitting.Total(draft),
                progress.IsReturned(entry.Code) ? draft.Question!.Text : null, sitting.Declined(entry.Code)?.Reason, draft.SavedAt,
                sitting.IsOfOtherWords(entry, draft) ? true : null, progress.IsOvertaken(entry.Code) ? true : null);
        }
    }

    /// <summary>How far a judge is.</summary>
    public sealed record Counts(int Entries, int Empty, int Begun, int Complete, int Recused, int Returned, int Owed);

    /// <summary>A sheet that has scores of the judge.</summary>
    public sealed record Sheet(int UploadNumber, DateTimeOffset At, CountingWay Counts);
}
