using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Trail;

namespace AwardFlow.Intake;

/// <summary>What people do to a cycle. Each command is stored before it returns; the flow then acts on what is stored.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="intake">Takes sheets.</param>
/// <param name="withdrawals">Takes out of the award what is withdrawn.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class CycleCommands(CycleStore cycles, SheetIntake intake, WithdrawalDesk withdrawals, ICycleEngine engine, TimeProvider time)
{
    /// <summary>Takes an uploaded sheet.</summary>
    /// <inheritdoc cref="SheetIntake.AcceptAsync" path="/exception"/>
    public async Task<UploadResult> UploadAsync(CycleId cycleId, UploadKind kind, UploadedFile file, CancellationToken cancellationToken)
    {
        var result = await intake.AcceptAsync(cycleId, kind, file, cancellationToken);
        if (result.Accepted is not null)
        {
            await TellWhereWaitedForAsync(cycleId, result.State);
        }
        return result;
    }

    /// <summary>Undoes an upload of a cycle that still takes uploads.</summary>
    /// <inheritdoc cref="SheetIntake.UndoAsync" path="/param"/>
    /// <inheritdoc cref="SheetIntake.UndoAsync" path="/exception"/>
    public async Task<Upload> UndoAsync(CycleId cycleId, int number, Actor by, CancellationToken cancellationToken)
    {
        var (undo, state) = await intake.UndoAsync(cycleId, number, by, cancellationToken);
        await TellWhereWaitedForAsync(cycleId, state);
        return undo;
    }

    /// <summary>Takes an entry, or a judge's scores of it, out of the award, or puts it back.</summary>
    /// <inheritdoc cref="WithdrawalDesk.ChangeAsync" path="/param"/>
    /// <inheritdoc cref="WithdrawalDesk.ChangeAsync" path="/exception"/>
    public async Task<Upload> WithdrawAsync(
        CycleId cycleId, UploadKind kind, EntryCode entryCode, JudgeName? judge, string reason, Actor by, CancellationToken cancellationToken)
    {
        var (done, state) = await withdrawals.ChangeAsync(cycleId, kind, entryCode, judge, reason, by, cancellationToken);
        await TellWhereWaitedForAsync(cycleId, state);
        return done;
    }

    /// <summary>Closes a cycle now; where scores were found missing, closes it as it is.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle has no entries, no scores to close on, or is closed.</exception>
    public Task<Cycle> CloseAsync(CycleId cycleId, Actor by, CancellationToken cancellationToken) =>
        RequestCloseAsync(cycleId, countUnsubmitted: false, by, cancellationToken);

    /// <summary>The same; what judges typed and did not submit may be counted before.</summary>
    internal Task<Cycle> RequestCloseAsync(CycleId cycleId, bool countUnsubmitted, Actor by, CancellationToken cancellationToken) => CommandAsync(
        cycleId,
        Signals.Close,
        cycle => cycle switch
        {
            { IsDraft: true } => throw new CycleConflictException(CycleTexts.NotOpenedYet(cycle.Id)),
            { State: CycleState.Cancelled } => throw new CycleConflictException(CycleTexts.IsCancelled(cycle.Id)),
            { IsCollecting: false } => throw new CycleConflictException(CycleTexts.ClosedAlready(cycle.Id)),
            { Entries: 0 } => throw new CycleConflictException(CycleTexts.NoEntries(cycle.Id)),
            { State: CycleState.NeedsAttention, ScoreSheets: 0 } => throw new CycleConflictException(CycleTexts.NoScores(cycle.Id)),
            { Paused: not null } => throw new CycleConflictException(CycleTexts.IsPaused(cycle.Id)),
            { CloseRequestedAt: not null } => cycle,
            _ => cycle with
            {
                CloseRequestedAt = time.GetUtcNow(),
                CloseRequestedBy = by.Name,
                CloseAsIs = cycle.State == CycleState.NeedsAttention,
                CountUnsubmittedFor = countUnsubmitted ? by with { From = null } : null,
            },
        },
        (before, after) => new TrailEntry(TrailKind.CloseRequested, by, time.GetUtcNow())
        {
            Before = TrailValues.Of(("state", before.State), ("closesAt", before.ClosesAt)),
            After = TrailValues.Of(
                ("state", after.State), ("closesAt", after.ClosesAt), ("asIs", after.CloseAsIs),
                ("unsubmitted", after.CountUnsubmittedFor is null ? null : "count"),
                ("uploads", after.Uploads), ("missing", after.CloseAsIs ? after.Missing : null)),
        },
        cancellationToken);

    /// <summary>Moves the closing time of a cycle that is open or lacks scores.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="closesAt">The new closing time, ahead of now; it may be earlier than the old one.</param>
    /// <param name="by">Who moves it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="InvalidDefinitionException">The time has passed.</exception>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle is closed.</exception>
    public Task<Cycle> ExtendAsync(CycleId cycleId, DateTimeOffset closesAt, Actor by, CancellationToken cancellationToken)
    {
        MustBeAhead(closesAt);
        return CommandAsync(
            cycleId,
            Signals.Extend,
            cycle => cycle.IsCollecting
                ? cycle.NotAskedToClose() with { State = CycleState.Open, ClosesAt = closesAt, ClosesByHand = false, CloseAsIs = false, Missing = 0 }
                : throw new CycleConflictException(cycle.IsDraft ? CycleTexts.NotOpenedYet(cycle.Id) : CycleTexts.ClosingTimeStands(cycle.Id)),
            (before, after) => new TrailEntry(TrailKind.Extended, by, time.GetUtcNow())
            {
                Before = TrailValues.Of(("closesAt", before.ClosesAt), ("state", before.State), ("closeRequestedBy", before.CloseRequestedBy)),
                After = TrailValues.Of(("closesAt", after.ClosesAt), ("state", after.State)),
            },
            cancellationToken);
    }

    private async Task TellWhereWaitedForAsync(CycleId cycleId, CycleState state)
    {
        if (state == CycleState.NeedsAttention)
        {
            await engine.SignalAsync(cycleId, Signals.Upload, CancellationToken.None);
        }
    }

    private async Task<Cycle> CommandAsync(
        CycleId cycleId, string signal, Func<Cycle, Cycle> change, Func<Cycle, Cycle, TrailEntry> entry, CancellationToken cancellationToken)
    {
        var cycle = await cycles.ChangeAsync(cycleId, change, entry, cancellationToken);
        await engine.SignalAsync(cycleId, signal, CancellationToken.None);
        return cycle;
    }

    private void MustBeAhead(DateTimeOffset closesAt)
    {
        if (closesAt <= time.GetUtcNow())
        {
            throw new InvalidDefinitionException("closesAt", CycleTexts.TimePassed(closesAt));
        }
    }
}
