using AwardFlow.Cycles;
using AwardFlow.Intake.Texts;
using AwardFlow.Storage;

namespace AwardFlow.Intake.Judging;

/// <summary>Looks up how far a cycle's judges are.</summary>
/// <param name="storage">Where seats and drafts are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="contexts">What there is to score.</param>
/// <param name="scores">The scores that count.</param>
/// <param name="time">The clock.</param>
public sealed class JudgeBoards(IStorage storage, CycleStore cycles, JudgingContexts contexts, IScoresSoFar scores, TimeProvider time)
{
    private static readonly TimeSpan Near = TimeSpan.FromHours(24);

    /// <summary>A cycle's board.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle is being set up.</exception>
    public async Task<JudgeBoard> OfAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle.IsDraft)
        {
            throw new CycleConflictException(CycleTexts.NotOpenedYet(cycleId));
        }
        var context = await contexts.OfAsync(cycle, cancellationToken);
        var drafts = await DraftsAsync(cycle, cancellationToken);
        var standing = cycle.ScoreSheets == 0 ? null : await scores.SoFarAsync(cycle, cancellationToken);
        var rows = new List<JudgeBoard.Row>();
        foreach (var sitting in await SittingsAsync(cycle, context, cancellationToken))
        {
            rows.Add(Row(sitting, drafts[JudgeSeat.TagOf(sitting.Judge)].ToDictionary(draft => draft.EntryCode), standing));
        }
        return new JudgeBoard(cycle.Id, cycle.State, cycle.ClosesByHand ? null : cycle.ClosesAt, [.. context.Entries.Select(entry => entry.Code)], rows);
    }

    /// <summary>The sheets of some judges, or of all, of a cycle that takes scores.</summary>
    /// <inheritdoc cref="JudgeLinkDesk.MakeAsync(CycleId, IReadOnlyList{string}?, Trail.Actor, CancellationToken)" path="/exception"/>
    internal async Task<IReadOnlyList<JudgeSitting>> SittingsAsync(CycleId cycleId, IReadOnlyList<string>? names, CancellationToken cancellationToken)
    {
        var cycle = JudgeLinkDesk.MustCollect(await cycles.GetAsync(cycleId, cancellationToken));
        var context = await contexts.OfAsync(cycle, cancellationToken);
        var sittings = await SittingsAsync(cycle, context, cancellationToken);
        if (names is null)
        {
            return sittings;
        }
        var wanted = JudgeLinkDesk.Judges(context, cycleId, names).ToHashSet();
        return wanted.FirstOrDefault(judge => !sittings.Any(sitting => sitting.Judge == judge)) is { } unknown
            ? throw new NotInCycleException(UploadTexts.NoSuchJudge(cycleId, unknown.Text))
            : [.. sittings.Where(sitting => wanted.Contains(sitting.Judge))];
    }

    /// <summary>The judges' sheets: of those whom the definition names; where it names none, of those who have a seat or scored.</summary>
    internal async Task<IReadOnlyList<JudgeSitting>> SittingsAsync(Cycle cycle, JudgingContext context, CancellationToken cancellationToken)
    {
        var seats = await storage.Rows.ListAsync<JudgeSeat>(cycle.Id.Text, RowRange.Prefix(JudgeSeat.RowPrefix), cancellationToken).ToDictionaryAsync(seat => seat.Judge, cancellationToken: cancellationToken);
        var judges = context.Definition.Judges?.Select(judge => judge.Name) ?? seats.Keys.Concat(context.Scored).Distinct().OrderBy(judge => judge.Text, StringComparer.Ordinal);
        return [.. judges.Select(judge => new JudgeSitting(cycle, seats.TryGetValue(judge, out var seat) ? seat with { Judge = judge } : JudgeSeat.Of(cycle.Id, judge), context, time))];
    }

    /// <summary>All that is typed, by judge (<see cref="JudgeSeat.TagOf"/>).</summary>
    internal async Task<ILookup<string, ScoreDraft>> DraftsAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var drafts = await storage.Rows.ListAsync<ScoreDraft>(cycle.Id.Text, RowRange.Prefix(ScoreDraft.RowPrefix), cancellationToken).ToListAsync(cancellationToken);
        return drafts.ToLookup(draft => draft.JudgeTag, StringComparer.Ordinal);
    }

    private JudgeBoard.Row Row(JudgeSitting sitting, Dictionary<EntryCode, ScoreDraft> drafts, IStandingScores? standing)
    {
        var (seat, submission) = (sitting.Seat, sitting.Submission);
        var cells = new List<CellState>();
        var states = new Dictionary<DraftState, int>();
        foreach (var entry in sitting.Context.Entries)
        {
            if (sitting.Context.IsKeptFrom(sitting.Judge, entry.Code))
            {
                cells.Add(CellState.Conflict);
                continue;
            }
            var draft = drafts.GetValueOrDefault(entry.Code) ?? ScoreDraft.Of(sitting.Cycle.Id, sitting.Judge, entry.Code);
            var state = sitting.StateOf(draft);
            states[state] = states.GetValueOrDefault(state) + 1;
            cells.Add(Cell(sitting, draft, state, standing));
        }
        return new JudgeBoard.Row
        {
            Judge = sitting.Judge,
            Email = JudgeLinkDesk.AddressOf(sitting),
            Link = seat.LinkSecret is not null ? LinkState.Made : seat.LinkChangedAt is null ? LinkState.None : LinkState.Withdrawn,
            LinkChangedAt = seat.LinkChangedAt,
            LastSeenAt = seat.LastSeenAt,
            RemindedAt = seat.RemindedAt,
            State = sitting.State,
            SubmittedAt = submission?.At,
            UploadNumber = submission?.Number,
            Source = submission?.Source,
            Late = sitting.Cycle.IsCollecting && cells.Exists(cell => cell is CellState.Empty or CellState.Begun or CellState.Complete)
                && (sitting.Cycle.State == CycleState.NeedsAttention || sitting.Cycle.IsDue(time.GetUtcNow() + Near)),
            Begun = states.GetValueOrDefault(DraftState.Begun),
            Complete = states.GetValueOrDefault(DraftState.Complete) + states.GetValueOrDefault(DraftState.Returned),
            Of = cells.Count(cell => cell is not (CellState.Conflict or CellState.Recused)),
            FromPaper = drafts.Values.Count(draft => draft.TypedBy is not null),
            Papers = seat.Papers,
            Sheets = [.. sitting.Sheets()],
            Cells = cells,
        };
    }

    private static CellState Cell(JudgeSitting sitting, ScoreDraft draft, DraftState state, IStandingScores? standing) => state switch
    {
        DraftState.Recused => CellState.Recused,
        DraftState.Returned => CellState.Returned,
        DraftState.Complete when sitting.Submission is not null => CellState.Submitted,
        DraftState.Complete => CellState.Complete,
        DraftState.Begun => CellState.Begun,
        _ => standing is not null && sitting.Context.Criteria.All(criterion => standing.Points(draft.EntryCode, sitting.Judge, criterion.Code) is not null) ? CellState.Sheet : CellState.Empty,
    };
}
