using AwardFlow.Cycles;

namespace AwardFlow.Intake.Judging;

/// <summary>
/// How far a judge is: what is typed, what counts, and what the judge still owes. The closing's question, reminders, the board
/// and the judge's page all ask it here, so that none of them says otherwise than another.
/// </summary>
public sealed class JudgeProgress
{
    private readonly IReadOnlyDictionary<EntryCode, ScoreDraft> _drafts;
    private readonly IStandingScores _given;

    internal JudgeProgress(JudgeSitting sitting, IReadOnlyDictionary<EntryCode, ScoreDraft> drafts, IStandingScores given) =>
        (Sitting, _drafts, _given) = (sitting, drafts, given);

    /// <summary>The judge's sheet.</summary>
    public JudgeSitting Sitting { get; }

    /// <summary>The entries that are the judge's to score, in the order of the list: those that were declined are not.</summary>
    public IEnumerable<Entry> ToScore =>
        Sitting.Context.Entries.Where(entry => !Sitting.Context.IsKeptFrom(Sitting.Judge, entry.Code) && Sitting.Declined(entry.Code) is null);

    /// <summary>The entries that the judge still owes.</summary>
    public IEnumerable<Entry> Owed => ToScore.Where(entry => Owes(entry.Code));

    /// <summary>What is typed of an entry; one of which nothing was stored where that is nothing.</summary>
    public ScoreDraft Draft(EntryCode code) => _drafts.GetValueOrDefault(code) ?? ScoreDraft.Of(Sitting.Seat, code);

    /// <summary>What is typed, an entry each.</summary>
    internal IEnumerable<ScoreDraft> Typed => _drafts.Values.Where(draft => draft.IsTyped);

    /// <summary>
    /// Whether the judge still owes an entry: no upload that counts has all scores of it, it was sent back and is not answered,
    /// or what was typed since is not submitted.
    /// </summary>
    public bool Owes(EntryCode code) => Sitting.Declined(code) is null && (!IsGiven(code) || IsReturned(code) || IsUnsubmitted(code));

    /// <summary>Whether scores of all criteria count, by whichever way they came.</summary>
    public bool IsGiven(EntryCode code) => _given.IsComplete(code, Sitting.Judge);

    /// <summary>Whether what is typed stands in no submission yet, nor did a sheet come after it. It is nobody's but the judge's.</summary>
    public bool IsUnsubmitted(EntryCode code) => Draft(code) is { IsTyped: true } draft && (IsGiven(code) ? IsNewer(code) : !IsSubmitted(draft));

    /// <summary>Whether an entry was saved after all that counts of it.</summary>
    internal bool IsNewer(EntryCode code) =>
        Draft(code) is { SavedAt: not null } draft && !(Sitting.Context.Scoring(_given.LastUpload(code, Sitting.Judge)) is { } last && draft.IsBefore(last));

    /// <summary>Whether all that is typed of an entry is older than a sheet that says otherwise: the sheet counts.</summary>
    public bool IsOvertaken(EntryCode code) => IsGiven(code) && !IsNewer(code) && Sitting.Points(Draft(code)) is var typed
        && typed.Count == Sitting.Context.Criteria.Count && typed.Any(each => Given(code, each.Key) != each.Value);

    /// <summary>Whether what is typed would count if it were submitted as it is, and does not: unsubmitted, and not only begun over what counts.</summary>
    internal bool Adds(EntryCode code) =>
        IsUnsubmitted(code) && Sitting.Points(Draft(code)).Count is > 0 and var count && (count == Sitting.Context.Criteria.Count || !IsGiven(code));

    /// <summary>Whether a submission that counts has what is typed of an entry, as it is: a score that came back with its criterion is not in it.</summary>
    public bool IsSubmitted(ScoreDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return Sitting.Submission is { } submission && draft.IsIn(submission)
            && Sitting.Points(draft).Keys.All(criterion => Given(draft.EntryCode, criterion) is not null);
    }

    /// <summary>
    /// Whether an entry was sent back, and neither did the judge submit since nor came a sheet with scores of it. What the judge
    /// answered stays so when it is taken back.
    /// </summary>
    public bool IsReturned(EntryCode code) => Draft(code).Question is { } question
        && Sitting.Context.LastSubmitted(Sitting.Judge) <= question.AtUploads && _given.LastUpload(code, Sitting.Judge) <= question.AtUploads;

    /// <summary>Whether an entry was sent back and nothing of it was saved since.</summary>
    internal bool IsUnanswered(EntryCode code) => IsReturned(code) && Draft(code) is { Question: { } question } draft
        && (question.Revision is { } revision ? draft.Revision <= revision : draft.SavedAt is not { } saved || saved <= question.At);

    /// <summary>The sheets that count and have scores of the judge, in their order.</summary>
    public IEnumerable<JudgeBoard.SheetOfJudge> Sheets() => Sitting.Context.Sheets(Sitting.Judge).Select(upload => new JudgeBoard.SheetOfJudge(
        upload.Number, upload.At, upload.By, Sitting.Submission is { } page && page.Number > upload.Number ? CountingWay.Page : CountingWay.Sheet));

    /// <summary>Whether the judge typed what there is of an entry, and did not decline the entry since: it is not replaced from paper.</summary>
    public bool IsTheJudgesOwn(EntryCode code) =>
        Draft(code) is { IsTyped: true, TypedBy: null } draft
        && !(Sitting.Context.LastDeclined(Sitting.Judge, code) is { } declined && draft.IsBefore(declined));

    /// <summary>Whether what is typed of an entry is not for the office to read.</summary>
    public bool IsHidden(EntryCode code) => Draft(code) is { SavedAt: not null, TypedBy: null } draft && !IsSubmitted(draft);

    /// <summary>Whether an entry's scores may be changed now: until they are submitted, and again while the judge owes them.</summary>
    public bool IsEditable(EntryCode code) => Sitting.IsTaking && Sitting.Declined(code) is null && (Sitting.Submission is null || Owes(code));

    /// <summary>How far an entry is, for the judge.</summary>
    public DraftState StateOf(EntryCode code)
    {
        var draft = Draft(code);
        var scores = Sitting.Points(draft).Count;
        return Sitting.Declined(code) is not null ? DraftState.Recused
            : IsReturned(code) ? DraftState.Returned
            : scores == Sitting.Context.Criteria.Count ? DraftState.Complete
            : scores > 0 || draft.Comments.Count > 0 || draft.Comment.Length > 0 ? DraftState.Begun : DraftState.Empty;
    }

    /// <summary>How far an entry is, for the office.</summary>
    public CellState CellOf(EntryCode code)
    {
        if (Sitting.Context.IsKeptFrom(Sitting.Judge, code))
        {
            return CellState.Conflict;
        }
        var state = StateOf(code);
        return state switch
        {
            DraftState.Recused => CellState.Recused,
            DraftState.Returned => CellState.Returned,
            _ when !Owes(code) => Sitting.Submission is not null && (state == DraftState.Complete || !Sheets().Any()) ? CellState.Submitted : CellState.Sheet,
            DraftState.Complete => CellState.Complete,
            DraftState.Begun => CellState.Begun,
            _ => CellState.Empty,
        };
    }

    /// <summary>The sheet as it stands after a save.</summary>
    internal JudgeProgress With(JudgeSitting sitting, ScoreDraft draft) =>
        new(sitting, new Dictionary<EntryCode, ScoreDraft>(_drafts) { [draft.EntryCode] = draft }, _given);

    /// <summary>Whether a submission leaves what counts of an entry as it is, since nothing was typed after it.</summary>
    /// <param name="code">The entry.</param>
    /// <param name="overSheets">Whether what is typed is to count over a sheet that came after it.</param>
    public bool Keeps(EntryCode code, bool overSheets) => IsGiven(code) && !IsNewer(code) && !(overSheets && IsOvertaken(code));

    /// <summary>Whether a submission of the judge counts for an entry, with a sheet's corrections or without.</summary>
    internal bool HasSubmission(EntryCode code) => _given.Submission(code, Sitting.Judge) is not null;

    /// <summary>A score that counts; null where there is none.</summary>
    internal decimal? Given(EntryCode code, string criterion) => _given.Points(code, Sitting.Judge, criterion);

    /// <summary>A suggestion that counts; empty where there is none.</summary>
    internal string GivenComment(EntryCode code, string criterion) => _given.Comment(code, Sitting.Judge, criterion);
}
