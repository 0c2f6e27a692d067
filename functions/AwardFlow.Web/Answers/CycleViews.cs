using System.Globalization;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>Makes <see cref="CycleView"/>s.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">What was missing.</param>
/// <param name="ledger">What became of the letters.</param>
/// <param name="corrections">Corrections of them.</param>
/// <param name="settings">Whether approval is needed.</param>
/// <param name="time">The clock.</param>
public sealed class CycleViews(
    CycleStore cycles, ResultsStore results, DeliveryLedger ledger, CorrectionStore corrections, ApprovalSettings settings, TimeProvider time)
{
    /// <summary>How a cycle stands.</summary>
    public async Task<CycleView> OfAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        var totals = !cycle.IsFrozen ? LedgerTotals.None : await ledger.TotalsAsync(cycle.Id, cancellationToken);
        return new CycleView
        {
            Id = cycle.Id,
            Title = definition.Title,
            Award = definition.Award,
            Year = definition.Year,
            State = cycle.Paused is null ? cycle.State : CycleState.Paused,
            PausedState = cycle.Paused is null ? null : cycle.State,
            Paused = cycle.Paused,
            PausedByApprover = cycle.PausedByApprover,
            SentBack = cycle.SentBack,
            Cancelled = cycle.Cancelled,
            Round = cycle.Round,
            WaitsFor = WaitsFor(cycle, totals.Received, definition.ReceiptsOrUsual()),
            ClosesAt = cycle.ClosesByHand ? null
                : cycle.IsDraft && cycle.ClosesAt == DateTimeOffset.UnixEpoch.AddHours(-7) ? null
                : cycle.ClosesAt.ToOffset(definition.ClosesAt.Offset),
            ClosedAt = cycle.ClosedAt,
            PassMark = definition.PassMark,
            // Of what is released, the rule that it was released by.
            Approval = cycle.IsReleased
                ? cycle.ApprovedAt is null ? Approval.None : Approval.Required
                : settings.RuleOf(cycle, definition),
            ApprovalsNeeded = definition.Approvals,
            Approvals = cycle.Approvals is [] ? null : [.. cycle.Approvals.Select(ApprovalView.Of)],
            ManifestSha256 = cycle.ManifestSha256,
            UndoUntil = cycle.UndoUntil,
            UndoSeconds = cycle.UndoUntil is { } until ? Math.Round(Math.Max(0, (until - time.GetUtcNow()).TotalSeconds), 1) : null,
            ApprovedBy = cycle.ApprovedBy,
            ApprovedAt = cycle.ApprovedAt,
            SentAt = cycle.SentAt,
            CompletedAt = cycle.CompletedAt,
            Entries = cycle.Entries,
            ScoreSheets = cycle.ScoreSheets,
            Letters = cycle.Letters,
            Rendered = totals.Letters,
            Mailed = totals.Mailed,
            ToPost = totals.ToPost,
            Posted = totals.Posted,
            Held = totals.Held,
            Received = totals.Received,
            MissingCount = cycle.Missing,
            Missing = cycle.State == CycleState.NeedsAttention ? await results.ReadMissingAsync(cycle.Id, cancellationToken) : null,
            DefinitionBy = cycle.DefinitionBy,
            DefinitionAt = cycle.DefinitionAt,
            HasEmblem = cycle.EmblemBlob is not null,
            HasSignature = cycle.SignatureBlob is not null,
            Corrections = cycle.Corrections,
            CorrectionsAwaiting = (await corrections.ListAsync(cycle, cancellationToken))
                .Count(each => each is { State: CorrectionState.AwaitingApproval, ApprovedAt: null }),
            Problem = cycle.Problem,
            ProblemKind = cycle.Problem is null ? null : cycle.ProblemKind,
        };
    }

    /// <summary>
    /// The same on a list, where one whose definition or results are damaged keeps nobody from the others: of that one only what its row says.
    /// </summary>
    public async Task<CycleView> OfAnyAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        try
        {
            return await OfAsync(cycle, cancellationToken);
        }
        catch (StorageException e) when (e.Fault == StorageFault.Damaged)
        {
            return new CycleView
            {
                Id = cycle.Id,
                Title = cycle.Id.Text,
                Award = "",
                Year = ThaiDate.BuddhistYear(DateOnly.FromDateTime(ThaiTime.Of(cycle.ClosesAt).DateTime)),
                State = cycle.Paused is null ? cycle.State : CycleState.Paused,
                Paused = cycle.Paused,
                WaitsFor = "whoever looks after the system",
                ClosesAt = cycle.ClosesAt,
                PassMark = 0,
                Approval = Approval.Required,
                Round = cycle.Round,
                Entries = cycle.Entries,
                ScoreSheets = cycle.ScoreSheets,
                Letters = cycle.Letters,
                Rendered = 0,
                Mailed = 0,
                ToPost = 0,
                Posted = 0,
                Held = 0,
                Received = 0,
                MissingCount = cycle.Missing,
                HasEmblem = cycle.EmblemBlob is not null,
                HasSignature = cycle.SignatureBlob is not null,
                Corrections = cycle.Corrections,
                CorrectionsAwaiting = 0,
                Problem = e.Message,
                ProblemKind = ProblemKind.NeedsPerson,
            };
        }
    }

    private static string WaitsFor(Cycle cycle, int received, ReceiptRules rules) => cycle.State switch
    {
        _ when cycle is { Paused: { } paused, IsFinished: false } => $"a person to let it go on; '{paused.By}' paused it: {paused.Reason}",
        CycleState.Open when cycle is { ClosesByHand: true, CloseRequestedAt: null } =>
            $"a person to close it or to set a closing time; '{cycle.SentBack?.By}' sent it back: {cycle.SentBack?.Reason}",
        CycleState.AwaitingApproval when cycle.UndoUntil is not null => "the time in which its approval can be taken back to run out",
        CycleState.Draft => "its definition to be finished, and to be opened",
        CycleState.Open when cycle.CloseRequestedAt is not null => "its scores to be frozen",
        CycleState.Open => "uploads, and its closing time",
        CycleState.NeedsAttention when cycle.Entries == 0 => "entries: upload them, or extend the closing time",
        CycleState.NeedsAttention => string.Create(
            CultureInfo.InvariantCulture,
            $"a decision: scores of {cycle.Missing} pairs of entry and judge are missing; upload them, extend the closing time, or close as it is"),
        CycleState.Closed => "its letters to be rendered",
        CycleState.Rendered => "its letters to be released",
        CycleState.AwaitingApproval => "an approver to release its letters",
        CycleState.Sending => "its letters to be mailed",
        CycleState.Sent => string.Create(
            CultureInfo.InvariantCulture,
            $"receipts: {received} of {cycle.Letters} so far, until {cycle.SentAt!.Value.AddDays(rules.ClosesReceiptsAfterDays).ToLocalTime():yyyy-MM-dd'T'HH:mm:sszzz}"),
        _ => "nothing",
    };
}
