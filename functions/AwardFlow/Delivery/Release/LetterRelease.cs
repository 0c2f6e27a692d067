using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>
/// Lets letters go where the cycle needs no approval or has it, and otherwise says what is to be approved: a manifest of
/// every address and document in the ledger.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">The rendered letters.</param>
/// <param name="manifests">Where manifests are kept.</param>
/// <param name="changedBy">Who had a hand in the letters.</param>
/// <param name="settings">Whether approval is needed.</param>
/// <param name="time">The clock.</param>
public sealed class LetterRelease(
    CycleStore cycles, DeliveryLedger ledger, ManifestStore manifests, ChangedBy changedBy, ApprovalSettings settings, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    /// <summary>Looks at a cycle whose letters are rendered.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    public async Task<Release> LookAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            if (cycle.State is not (CycleState.Rendered or CycleState.AwaitingApproval))
            {
                return cycle is { Paused: null, IsReleased: true } ? new Release(Released: true) : NotYet();
            }
            if (cycle is { ApprovalRule: Approval.None, ApprovalRuleById: { } ruleBy }
                && await changedBy.IsAsync(cycle, new Actor(ruleBy, cycle.ApprovalRuleBy ?? "", From: null), cancellationToken))
            {
                await TryVoidRuleAsync(cycle, cancellationToken);
                continue;
            }
            var isNeeded = settings.RuleOf(cycle, await cycles.DefinitionAsync(cycle, cancellationToken)) == Approval.Required;
            if (cycle.ApprovedAt is null && isNeeded)
            {
                // Whatever was in the way is not there any more.
                if (cycle is { State: CycleState.AwaitingApproval, Problem: not null })
                {
                    await cycles.TryReplaceAsync(cycle with { Problem = null }, cancellationToken);
                    continue;
                }
                if (cycle.State == CycleState.AwaitingApproval || await TryAwaitAsync(cycle, cancellationToken))
                {
                    return NotYet();
                }
                continue;
            }
            if (cycle.Paused is not null)
            {
                return NotYet();
            }
            if (cycle.UndoUntil is { } until && time.GetUtcNow() < until)
            {
                return new Release(Released: false, until);
            }
            if (await TryReleaseAsync(cycle, cancellationToken))
            {
                return new Release(Released: true);
            }
        }
    }

    // A signal that was lost on the way is made up for.
    private Release NotYet() => new(Released: false, time.GetUtcNow() + LookAgain);

    // Whoever said that it needs no approval had a hand in the letters afterwards.
    private async Task TryVoidRuleAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var entry = new TrailEntry(TrailKind.ApprovalRuleSet, By: null, time.GetUtcNow())
        {
            Before = TrailValues.Of(("approval", cycle.ApprovalRule), ("by", cycle.ApprovalRuleBy)),
        };
        await cycles.TryCommitAsync(cycle with { ApprovalRule = null, ApprovalRuleBy = null, ApprovalRuleById = null }, [], entry, cancellationToken);
    }

    // An address that is corrected meanwhile changes the cycle's row, so the manifest says what the ledger does.
    private async Task<bool> TryAwaitAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var awaiting = cycle with { State = CycleState.AwaitingApproval, Problem = null };
        if (cycle.HasManifest)
        {
            awaiting = awaiting with { ManifestSha256 = await WriteManifestAsync(cycle, cancellationToken) };
        }
        var entry = new TrailEntry(TrailKind.ApprovalAwaited, By: null, time.GetUtcNow())
        {
            After = TrailValues.Of(("manifest", awaiting.ManifestSha256), ("letters", cycle.Letters), ("round", cycle.Round)),
        };
        return await cycles.TryCommitAsync(awaiting, [], entry, cancellationToken) is not null;
    }

    private async Task<bool> TryReleaseAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var entry = new TrailEntry(TrailKind.Released, By: null, time.GetUtcNow())
        {
            After = TrailValues.Of(("letters", cycle.Letters), ("manifest", cycle.ManifestSha256), ("approvedBy", cycle.ApprovedBy)),
        };
        return await cycles.TryCommitAsync(cycle with { State = CycleState.Sending, UndoUntil = null, Problem = null }, [], entry, cancellationToken)
            is not null;
    }

    private async Task<string> WriteManifestAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var pages = new List<string>();
        var entries = new List<ManifestEntry>();
        var page = 1;
        await foreach (var row in ledger.ListAsync(cycle.Id, cancellationToken))
        {
            // Pages are cut from the entries in the order of their codes, which is the ledger's.
            if (row.Page != page)
            {
                pages.Add(await manifests.WritePageAsync(cycle.Id, entries, cancellationToken));
                (entries, page) = ([], row.Page);
            }
            entries.Add(LetterManifest.Entry(row));
        }
        pages.Add(await manifests.WritePageAsync(cycle.Id, entries, cancellationToken));
        return await manifests.WriteAsync(
            new Manifest(
                cycle.Id, cycle.Round, cycle.DefinitionSha256, cycle.ResultsSha256!, cycle.EmblemBlob,
                cycle.SignatureBlob, pages, ResultPartsSha256: cycle.ResultPartsSha256),
            cancellationToken);
    }
}
