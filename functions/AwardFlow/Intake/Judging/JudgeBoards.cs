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
        var rows = (await ProgressAsync(cycle, context, cancellationToken)).Select(Row);
        return new JudgeBoard(cycle.Id, cycle.State, cycle.ClosesByHand ? null : cycle.ClosesAt, [.. context.Entries.Select(entry => entry.Code)], [.. rows]);
    }

    /// <summary>How far some judges are, or all, of a cycle that takes scores.</summary>
    /// <inheritdoc cref="JudgeLinkDesk.MakeAsync(CycleId, IReadOnlyList{string}?, Trail.Actor, CancellationToken)" path="/exception"/>
    internal async Task<IReadOnlyList<JudgeProgress>> ProgressAsync(CycleId cycleId, IReadOnlyList<string>? names, CancellationToken cancellationToken)
    {
        var cycle = JudgeLinkDesk.MustCollect(await cycles.GetAsync(cycleId, cancellationToken));
        var context = await contexts.OfAsync(cycle, cancellationToken);
        var all = await ProgressAsync(cycle, context, cancellationToken);
        if (names is null)
        {
            return all;
        }
        var wanted = JudgeLinkDesk.Judges(context, cycleId, names).ToHashSet();
        return wanted.FirstOrDefault(judge => !all.Any(each => each.Sitting.Judge == judge)) is { } unknown
            ? throw new NotInCycleException(UploadTexts.NoSuchJudge(cycleId, unknown.Text))
            : [.. all.Where(each => wanted.Contains(each.Sitting.Judge))];
    }

    /// <summary>How far the judges are whom the definition names; where it names none, those who have a seat or scored.</summary>
    internal async Task<IReadOnlyList<JudgeProgress>> ProgressAsync(Cycle cycle, JudgingContext context, CancellationToken cancellationToken)
    {
        var seats = await storage.Rows.ListAsync<JudgeSeat>(cycle.Id.Text, RowRange.Prefix(JudgeSeat.RowPrefix), cancellationToken)
            .ToDictionaryAsync(seat => seat.Tag, StringComparer.Ordinal, cancellationToken: cancellationToken);
        var drafts = (await storage.Rows.ListAsync<ScoreDraft>(cycle.Id.Text, RowRange.Prefix(ScoreDraft.RowPrefix), cancellationToken)
            .ToListAsync(cancellationToken))
            .ToLookup(draft => draft.JudgeTag, StringComparer.Ordinal);
        var given = cycle.ScoreSheets == 0 ? NoScores.Instance : await scores.SoFarAsync(cycle, cancellationToken);
        var judges = context.Definition.Judges?.Select(judge => judge.Name)
            ?? seats.Values.Select(seat => seat.Judge).Concat(context.Scored).Distinct().OrderBy(judge => judge.Text, StringComparer.Ordinal);
        return
        [
            .. judges.Select(judge =>
            {
                var seat = context.NamesOf(judge).Select(name => seats.GetValueOrDefault(JudgeSeat.TagOf(name))).FirstOrDefault(seat => seat is not null)
                    ?? JudgeSeat.Of(cycle.Id, judge);
                return new JudgeProgress(
                    new JudgeSitting(cycle, seat with { Judge = judge }, context, time), drafts[seat.Tag].ToDictionary(draft => draft.EntryCode), given);
            }),
        ];
    }

    private JudgeBoard.Row Row(JudgeProgress progress)
    {
        var sitting = progress.Sitting;
        var (seat, submission) = (sitting.Seat, sitting.Submission);
        var cells = sitting.Context.Entries.Select(entry => progress.CellOf(entry.Code)).ToList();
        var owed = progress.Owed.Count();
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
            Late = sitting.Cycle.IsCollecting && owed > 0 && (sitting.Cycle.State == CycleState.NeedsAttention || sitting.Cycle.IsDue(time.GetUtcNow() + Near)),
            Owed = owed,
            Begun = cells.Count(cell => cell == CellState.Begun),
            Complete = cells.Count(cell => cell is CellState.Complete or CellState.Submitted or CellState.Sheet),
            Of = cells.Count(cell => cell is not (CellState.Conflict or CellState.Recused)),
            FromPaper = progress.ToScore.Count(entry => progress.Draft(entry.Code).TypedBy is not null),
            Papers = seat.Papers,
            Sheets = [.. progress.Sheets()],
            Recusals = [.. sitting.Context.Entries.Select(entry => sitting.Find(entry.Code) is null ? null : sitting.Declined(entry.Code)).OfType<Withdrawal>()
                .Select(each => new JudgeBoard.Recusal(each.EntryCode, each.Reason, each.At))],
            Cells = cells,
        };
    }
}
