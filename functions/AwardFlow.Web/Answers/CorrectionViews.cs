using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Trail;

namespace AwardFlow.Web.Answers;

/// <summary>Makes <see cref="CorrectionView"/>s.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">What became of the letters.</param>
/// <param name="changedBy">Who had a hand in them.</param>
internal sealed class CorrectionViews(CycleStore cycles, DeliveryLedger ledger, ChangedBy changedBy)
{
    /// <summary>How a correction stands, for somebody.</summary>
    public async Task<CorrectionView> OfAsync(Correction correction, Actor caller, CancellationToken cancellationToken) =>
        CorrectionView.Of(
            correction,
            await ledger.TotalsAsync(correction.Cycle, correction.Letter, cancellationToken),
            await IsOwnAsync(correction, caller, cancellationToken));

    private async Task<bool> IsOwnAsync(Correction correction, Actor caller, CancellationToken cancellationToken) =>
        caller.Id != Actor.AnybodyHere
        && (ChangedBy.IsSame(new Actor(correction.MadeById, correction.MadeBy, From: null), caller)
            || (correction.State == CorrectionState.AwaitingApproval
                && await changedBy.IsAsync(await cycles.GetAsync(correction.Cycle, cancellationToken), caller, cancellationToken)));
}
