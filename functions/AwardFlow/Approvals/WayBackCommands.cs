using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Approvals;

/// <summary>The ways back: sending a cycle back to be mended, pausing it, and calling off what is not sent.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class WayBackCommands(CycleStore cycles, ICycleEngine engine, TimeProvider time)
{
    private const int LongestReason = 500;

    /// <summary>
    /// Sends what awaits approval back: the cycle is open again, with no closing time until a person sets one or closes.
    /// Approvals are void. The next closing makes a new round, and the old one stays as it was.
    /// </summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">Nothing awaits approval.</exception>
    public async Task<Cycle> SendBackAsync(CycleId cycleId, string reason, Actor by, CancellationToken cancellationToken)
    {
        var word = WordOf(reason, by);
        while (true)
        {
            var before = await cycles.GetAsync(cycleId, cancellationToken);
            if (before.State != CycleState.AwaitingApproval)
            {
                throw new CycleConflictException(
                    before.State == CycleState.Cancelled ? ApprovalTexts.IsCancelled(cycleId) : ApprovalTexts.NotAwaiting(cycleId));
            }
            var round = RowChange.Add(CycleRound.Of(before, word));
            if (await cycles.TryCommitAsync(
                Reopened(before, word), [round], SentBack(before, reason, by) with { Rows = TrailValues.HashesOf(round) }, cancellationToken) is { } open)
            {
                await engine.SignalAsync(cycleId, Signals.SendBack, CancellationToken.None);
                return open;
            }
        }
    }

    /// <summary>
    /// Stops closings, mails and reminders; a mail that is being handed over goes. Sheets and receipts still come in. What an
    /// operator paused an approver may pause too: then it takes an approver to let it go on.
    /// </summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="reason">Why, for the trail.</param>
    /// <param name="by">Who.</param>
    /// <param name="isApprover">Whether he or she is an approver.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">The cycle is a draft, or over.</exception>
    public Task<Cycle> PauseAsync(CycleId cycleId, string reason, Actor by, bool isApprover, CancellationToken cancellationToken)
    {
        var word = WordOf(reason, by);
        return CommandAsync(
            cycleId,
            Signals.Pause,
            cycle => cycle switch
            {
                { IsDraft: true } => throw new CycleConflictException(ApprovalTexts.IsDraft(cycleId)),
                // Corrections, and their reminders, go out of a completed cycle too.
                { IsFinished: true } and not { State: CycleState.Completed, Corrections: > 0 } =>
                    throw new CycleConflictException(ApprovalTexts.IsFinished(cycleId)),
                { Paused: not null } when cycle.PausedByApprover || !isApprover => cycle,
                _ => cycle with { Paused = word, PausedByApprover = isApprover },
            },
            (before, _) => new TrailEntry(TrailKind.Paused, by, time.GetUtcNow()) { Reason = reason, Before = TrailValues.Of(("state", before.State)) },
            cancellationToken);
    }

    /// <summary>Lets a paused cycle go on from where it was.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="by">Who.</param>
    /// <param name="isApprover">Whether he or she is an approver.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">The cycle is not paused, or an approver paused it and the person is none.</exception>
    public Task<Cycle> ResumeAsync(CycleId cycleId, Actor by, bool isApprover, CancellationToken cancellationToken) => CommandAsync(
        cycleId,
        Signals.Resume,
        cycle => cycle.Paused is null ? throw new CycleConflictException(ApprovalTexts.NotPaused(cycleId))
            : cycle.PausedByApprover && !isApprover ? throw new CycleConflictException(ApprovalTexts.PausedByApprover(cycleId, cycle.Paused.By))
            : cycle with { Paused = null, PausedByApprover = false },
        (before, after) => new TrailEntry(TrailKind.Resumed, by, time.GetUtcNow())
        {
            Before = TrailValues.Of(("paused", before.Paused!.At), ("by", before.Paused.By)),
            After = TrailValues.Of(("state", after.State)),
        },
        cancellationToken);

    /// <summary>
    /// Calls off what is not sent. Before the first mail the cycle is over; while letters go out, those that have not gone
    /// are held for good, and the others are followed up as usual. A pause that an approver ordered outlasts an operator's
    /// cancelling: then nothing goes, no reminder either, until an approver lets it go on.
    /// </summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="reason">Why, for the trail.</param>
    /// <param name="by">Who.</param>
    /// <param name="isApprover">Whether he or she is an approver.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">The cycle is a draft, or over, or every letter is sent.</exception>
    public Task<Cycle> CancelAsync(CycleId cycleId, string reason, Actor by, bool isApprover, CancellationToken cancellationToken)
    {
        var word = WordOf(reason, by);
        return CommandAsync(
            cycleId,
            Signals.Cancel,
            cycle => cycle switch
            {
                { Cancelled: not null } => cycle,
                { IsDraft: true } => throw new CycleConflictException(ApprovalTexts.IsDraft(cycleId)),
                { IsFinished: true } => throw new CycleConflictException(ApprovalTexts.IsFinished(cycleId)),
                { State: CycleState.Sent } => throw new CycleConflictException(ApprovalTexts.AllSent(cycleId)),
                { State: CycleState.Sending, PausedByApprover: true } when !isApprover => cycle with { Cancelled = word },
                { State: CycleState.Sending } => cycle with { Cancelled = word, Paused = null, PausedByApprover = false },
                _ => ApprovalCommands.Voided(cycle).NotAskedToClose() with
                {
                    State = CycleState.Cancelled,
                    Cancelled = word,
                    Paused = null,
                    PausedByApprover = false,
                    Problem = null,
                },
            },
            (before, after) => new TrailEntry(TrailKind.Cancelled, by, time.GetUtcNow())
            {
                Reason = reason,
                Before = TrailValues.Of(("state", before.State)),
                After = TrailValues.Of(("state", after.State), ("stillPaused", after.Paused is not null)),
            },
            cancellationToken);
    }

    private static Cycle Reopened(Cycle cycle, PersonsWord word) => ApprovalCommands.Voided(cycle) with
    {
        State = CycleState.Open,
        Round = cycle.Round + 1,
        ClosesByHand = true,
        SentBack = word,
        HasManifest = false,
        ManifestSha256 = null,
        // Whoever said that this round needed none has not seen the next one.
        ApprovalRule = null,
        ApprovalRuleBy = null,
        ApprovalRuleById = null,
        ApprovalRulePosition = null,
        RuleAtClosing = null,
        ClosedAmongPeople = false,
        CloseRequestedAt = null,
        CloseRequestedBy = null,
        CloseAsIs = false,
        Missing = 0,
        ClosedAt = null,
        ResultsSha256 = null,
        ResultPartsSha256 = null,
        Letters = 0,
        Pages = 0,
        Problem = null,
    };

    private TrailEntry SentBack(Cycle before, string reason, Actor by) => new(TrailKind.SentBack, by, time.GetUtcNow())
    {
        Reason = reason,
        Before = TrailValues.Of(
            ("round", before.Round), ("manifest", before.ManifestSha256), ("results", before.ResultsSha256), ("definition", before.DefinitionSha256),
            ("approvals", before.Approvals.Count)),
        After = TrailValues.Of(("round", before.Round + 1)),
    };

    private async Task<Cycle> CommandAsync(
        CycleId cycleId, string signal, Func<Cycle, Cycle> change, Func<Cycle, Cycle, TrailEntry> entry, CancellationToken cancellationToken)
    {
        var cycle = await cycles.ChangeAsync(cycleId, change, entry, cancellationToken);
        await engine.SignalAsync(cycleId, signal, CancellationToken.None);
        return cycle;
    }

    private PersonsWord WordOf(string reason, Actor by) => string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason || reason.Any(char.IsControl)
        ? throw new InvalidDefinitionException("reason", ApprovalTexts.NoReason(LongestReason))
        : new PersonsWord(time.GetUtcNow(), by.Name, reason);
}
