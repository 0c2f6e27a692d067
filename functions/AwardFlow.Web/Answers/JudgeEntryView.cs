using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;

namespace AwardFlow.Web.Answers;

/// <summary>One entry of a judge's sheet.</summary>
public sealed record JudgeEntryView
{
    /// <summary>The entry.</summary>
    public required OfEntry Entry { get; init; }

    /// <summary>How far it is.</summary>
    public required DraftState State { get; init; }

    /// <summary>Whether it may be changed now.</summary>
    public required bool Editable { get; init; }

    /// <summary>Whether it is still owed: it counts nowhere, was sent back, or what was typed is not submitted.</summary>
    public required bool Owed { get; init; }

    /// <summary>Whether what is asked, or the entry, was changed after it was typed.</summary>
    public bool? Changed { get; init; }

    /// <summary>Whether what is typed is not shown: to the office, until the judge submits.</summary>
    public bool? Hidden { get; init; }

    /// <summary>Scores by criterion, as text; null where there is none.</summary>
    public required IReadOnlyDictionary<string, string?> Scores { get; init; }

    /// <summary>Suggestions by criterion.</summary>
    public required IReadOnlyDictionary<string, string> Comments { get; init; }

    /// <summary>The suggestion for the whole.</summary>
    public required string Comment { get; init; }

    /// <summary>The weighted sum of what is scored.</summary>
    public decimal? Total { get; init; }

    /// <summary>Names what is stored, for <c>If-Match</c>.</summary>
    public required string Version { get; init; }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>What the device that saved it calls itself.</summary>
    public string? SavedBy { get; init; }

    /// <summary>Whether the secretary typed it from paper.</summary>
    public required bool Paper { get; init; }

    /// <summary>Why it was sent back; null where it is not.</summary>
    public Asked? Question { get; init; }

    /// <summary>Why the judge declined it; null where the judge did not.</summary>
    public Said? Recused { get; init; }

    /// <summary>What a sheet says; null where none has scores of the judge for it.</summary>
    public IReadOnlyDictionary<string, string>? SheetScores { get; init; }

    /// <summary>The entry.</summary>
    /// <param name="progress">How far the judge is with it.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="sheets">What sheets say of the judge's scores; null where nobody asks.</param>
    internal static JudgeEntryView Of(JudgeProgress progress, Entry entry, IStandingScores? sheets)
    {
        var (sitting, draft) = (progress.Sitting, progress.Draft(entry.Code));
        var criteria = sitting.Definition.Criteria().ToList();
        var sheet = criteria.Select(criterion => (criterion.Code, Points: sheets?.Points(entry.Code, sitting.Judge, criterion.Code)))
            .Where(each => each.Points is not null)
            .ToDictionary(each => each.Code, each => TypedScores.Written(each.Points!.Value), StringComparer.Ordinal);
        var organisation = sitting.Definition.JudgingOrUsual().Blind ? null : entry.Organisation;
        return new JudgeEntryView
        {
            Entry = new OfEntry(entry.Code, entry.Project, organisation, entry.Url),
            State = progress.StateOf(entry.Code),
            Editable = progress.IsEditable(entry.Code),
            Owed = progress.Owes(entry.Code),
            Changed = sitting.IsOfOtherWords(entry, draft) ? true : null,
            Scores = criteria.ToDictionary(criterion => criterion.Code, criterion => draft.Scores.GetValueOrDefault(criterion.Code), StringComparer.Ordinal),
            Comments = draft.Comments,
            Comment = draft.Comment,
            Total = sitting.Total(draft),
            Version = sitting.TagOf(entry, draft),
            SavedAt = draft.SavedAt,
            SavedBy = draft.Device,
            Paper = draft.TypedBy is not null,
            Question = progress.IsReturned(entry.Code) ? new Asked(draft.Question!.Text, draft.Question.By, draft.Question.At) : null,
            Recused = sitting.Declined(entry.Code) is { } declined ? new Said(declined.Reason, declined.At) : null,
            SheetScores = sheet.Count > 0 ? sheet : null,
        };
    }

    /// <summary>The entry without what the judge typed and did not submit: it is nobody else's yet.</summary>
    internal JudgeEntryView ForTheOffice(JudgeProgress progress) => !progress.IsHidden(Entry.Code) ? this : this with
    {
        // What the judge typed before declining keeps nobody from typing the judge's paper.
        Hidden = progress.IsTheJudgesOwn(Entry.Code) ? true : null,
        Scores = Scores.ToDictionary(each => each.Key, _ => (string?)null, StringComparer.Ordinal),
        Comments = new Dictionary<string, string>(StringComparer.Ordinal),
        Comment = "",
        Total = null,
    };

    /// <summary>The entry.</summary>
    public sealed record OfEntry(EntryCode Code, string Project, string? Organisation, string? Url);

    /// <summary>Why it was sent back.</summary>
    public sealed record Asked(string Text, string By, DateTimeOffset At);

    /// <summary>Why it was declined.</summary>
    public sealed record Said(string Reason, DateTimeOffset At);
}
