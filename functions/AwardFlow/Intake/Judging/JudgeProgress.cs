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
    private readonly Upload? _lastWord;

    internal JudgeProgress(JudgeSitting sitting, IReadOnlyDictionary<EntryCode, ScoreDraft> drafts, IStandingScores given)
    {
        (Sitting, _drafts, _given) = (sitting, drafts, given);
        _lastWord = sitting.Context.Scoring(sitting.Judge).LastOrDefault();
    }

    /// <summary>The judge's sheet.</summary>
    public JudgeSitting Sitting { get; }

    /// <summary>The entries that are the judge's to score, in the order of the list: those that were declined are not.</summary>
    public IEnumerable<Entry> ToScore => Sitting.Context.Entries.Where(entry => !Sitting.Context.IsKeptFrom(Sitting.Judge, entry.Code) && Sitting.Declined(entry.Code) is null);

    /// <summary>The entries that the judge still owes.</summary>
    public IEnumerable<Entry> Owed => ToScore.Where(entry => Owes(entry.Code));

    /// <summary>What is typed of an entry; one of which nothing was stored where that is nothing.</summary>
    public ScoreDraft Draft(EntryCode code) => _drafts.GetValueOrDefault(code) ?? ScoreDraft.Of(Sitting.Seat, code);

    /// <summary>
    /// Whether the judge still owes an entry: no upload that counts has all scores of it, it was sent back and is not answered,
    /// or what was typed since is not submitted.
    /// </summary>
    public bool Owes(EntryCode code) =>
        Sitting.Declined(code) is null && (!IsGiven(code) || Sitting.IsReturned(Draft(code)) || IsUnsubmitted(code));

    /// <summary>Whether scores of all criteria count, by whichever way they came.</summary>
    public bool IsGiven(EntryCode code) => _given.IsComplete(code, Sitting.Judge);

    /// <summary>Whether what is typed stands in no submission yet, nor did a sheet come after it. It is nobody's but the judge's.</summary>
    public bool IsUnsubmitted(EntryCode code) =>
        Draft(code) is { IsTyped: true } draft && !IsSubmitted(draft) && (!IsGiven(code) || _lastWord is not { } last || !draft.IsBefore(last));

    /// <summary>Whether a submission that counts has what is typed of an entry, as it is.</summary>
    public bool IsSubmitted(ScoreDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return draft.SavedAt is not null && Sitting.Submission is { } submission && draft.IsBefore(submission);
    }

    /// <summary>Whether the judge typed what there is of an entry, and did not decline the entry since: it is not replaced from paper.</summary>
    public bool IsTheJudgesOwn(EntryCode code) =>
        Draft(code) is { IsTyped: true, TypedBy: null } draft && !(Sitting.Context.LastDeclined(Sitting.Judge, code) is { } declined && draft.IsBefore(declined));

    /// <summary>Whether what is typed of an entry is not for the office to read.</summary>
    public bool IsHidden(EntryCode code) => Draft(code) is { SavedAt: not null, TypedBy: null } draft && !IsSubmitted(draft);

    /// <summary>Whether an entry's scores may be changed now: until they are submitted, and again while the judge owes them.</summary>
    public bool IsEditable(EntryCode code) => Sitting.IsTaking && Sitting.Declined(code) is null && (Sitting.Submission is null || Owes(code));

    /// <summary>How far an entry is, for the judge.</summary>
    public DraftState StateOf(EntryCode code) => Sitting.StateOf(Draft(code));

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
            _ when !Owes(code) => Sitting.Submission is not null && (state == DraftState.Complete || !Sitting.Sheets().Any()) ? CellState.Submitted : CellState.Sheet,
            DraftState.Complete => CellState.Complete,
            DraftState.Begun => CellState.Begun,
            _ => CellState.Empty,
        };
    }

    /// <summary>A score that counts; null where there is none.</summary>
    internal decimal? Given(EntryCode code, string criterion) => _given.Points(code, Sitting.Judge, criterion);

    /// <summary>A suggestion that counts; empty where there is none.</summary>
    internal string GivenComment(EntryCode code, string criterion) => _given.Comment(code, Sitting.Judge, criterion);
}
