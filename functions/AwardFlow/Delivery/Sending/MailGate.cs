using System.Collections.Concurrent;
using AwardFlow.Approvals;
using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>
/// Lets a mail go only while its cycle is neither paused nor cancelled, and only where and with what was approved: each
/// address and document is held against the manifest, which is read by its hash.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="manifests">What was approved.</param>
/// <param name="ledger">The letter that a reminder or a correction is about.</param>
/// <param name="corrections">Corrections, each approved by itself.</param>
public sealed class MailGate(CycleStore cycles, ManifestStore manifests, DeliveryLedger ledger, CorrectionStore corrections) : IMailGate
{
    // Pages that are being mailed; a page of a manifest never changes.
    private const int MostPages = 32;

    private readonly ConcurrentDictionary<(string Manifest, int Page), IReadOnlyDictionary<EntryCode, ManifestEntry>> _pages = new();

    /// <inheritdoc/>
    public async Task<GateAnswer> AskAsync(LetterDelivery row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        var cycle = await cycles.GetAsync(row.Cycle, cancellationToken);
        if (cycle.Paused is not null)
        {
            return GateAnswer.Wait;
        }
        if (row.Letter > 1)
        {
            return await AskOfCorrectionAsync(cycle, row, cancellationToken);
        }
        if (cycle.Cancelled is { } cancelled && row.Reminder == 0)
        {
            return GateAnswer.Held(row, DeliveryCause.Cancelled(cancelled.Reason));
        }
        if (!cycle.HasManifest || (cycle.Approvals is [] && (cycle.ApprovalRule ?? cycle.RuleAtClosing) != Approval.Required))
        {
            return GateAnswer.Go(row);
        }
        if (!IsOf(cycle.Approvals, cycle.ManifestSha256))
        {
            return GateAnswer.Held(row, DeliveryCause.NotApproved);
        }
        var approved = (await PageAsync(cycle.Id, cycle.ManifestSha256!, row.Page, cancellationToken)).GetValueOrDefault(row.EntryCode);
        if (approved is null || (row.Reminder == 0 && approved.Documents.Count == 0))
        {
            return GateAnswer.Held(row, DeliveryCause.NotApproved);
        }
        var released = row.Reminder == 0 ? row.Release : (await ledger.FindAsync(row.Cycle, row.EntryCode, cancellationToken))?.Release;
        if (row.Address != approved.Address && released?.Address != row.Address)
        {
            return GateAnswer.Held(row, DeliveryCause.AddressNotApproved(approved.Address));
        }
        return GateAnswer.Go(row.Reminder == 0 ? row with { Documents = approved.Documents } : row);
    }

    /// <inheritdoc/>
    public async Task<bool> IsStoppedAsync(LetterDelivery row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return (await cycles.GetAsync(row.Cycle, cancellationToken)).Paused is not null;
    }

    private async Task<GateAnswer> AskOfCorrectionAsync(Cycle cycle, LetterDelivery row, CancellationToken cancellationToken)
    {
        var isReminder = row.Reminder > 0;
        if (await corrections.FindAsync(cycle.Id, Correction.NumberOf(row.Letter), cancellationToken) is not { } correction
            || !(isReminder ? correction.TakesReceipts : correction.State == CorrectionState.Sending))
        {
            return GateAnswer.Held(row, DeliveryCause.NotApproved);
        }
        if (correction.Cancelled is { } cancelled && !isReminder)
        {
            return GateAnswer.Held(row, DeliveryCause.Cancelled(cancelled.Reason));
        }
        if (correction.NeedsApproval && !IsOf(correction.Approvals, correction.ManifestSha256))
        {
            return GateAnswer.Held(row, DeliveryCause.NotApproved);
        }
        var page = 1 + correction.Pages.Index().FirstOrDefault(each => each.Item == row.Page, (Index: -1, Item: 0)).Index;
        var approved = page == 0 ? null : (await PageAsync(cycle.Id, correction.ManifestSha256!, page, cancellationToken)).GetValueOrDefault(row.EntryCode);
        if (approved is null || (!isReminder && approved.Documents.Count == 0))
        {
            return GateAnswer.Held(row, DeliveryCause.NotApproved);
        }
        if (correction.NeedsApproval && row.Address != approved.Address
            && (await ledger.FindAsync(row.Cycle, row.EntryCode, cancellationToken))?.Release?.Address != row.Address)
        {
            return GateAnswer.Held(row, DeliveryCause.AddressNotApproved(approved.Address));
        }
        return GateAnswer.Go(isReminder ? row : row with { Documents = approved.Documents });
    }

    // Whoever can write the row can write another manifest's name into it.
    private static bool IsOf(IReadOnlyList<CycleApproval> approvals, string? manifestSha256) =>
        approvals is not [] && approvals.All(approval => approval.ManifestSha256 == manifestSha256);

    private async Task<IReadOnlyDictionary<EntryCode, ManifestEntry>> PageAsync(
        CycleId cycle, string manifestSha256, int page, CancellationToken cancellationToken)
    {
        var key = (manifestSha256, page);
        if (_pages.TryGetValue(key, out var known))
        {
            return known;
        }
        var entries = (await manifests.ReadPageAsync(cycle, manifestSha256, page, cancellationToken)).ToDictionary(entry => entry.EntryCode);
        if (_pages.Count >= MostPages)
        {
            _pages.Clear();
        }
        return _pages[key] = entries;
    }
}
