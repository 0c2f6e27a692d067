using System.Globalization;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>Approving corrections, and taking that back. As with first letters, an approval names the hash of all that was seen.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="corrections">The corrections.</param>
/// <param name="ledger">Where the letters go.</param>
/// <param name="manifests">What was seen.</param>
/// <param name="changedBy">Who had a hand in it.</param>
/// <param name="settings">How long an approval can be taken back.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class CorrectionApproval(
    CycleStore cycles, CorrectionStore corrections, DeliveryLedger ledger, ManifestStore manifests,
    ChangedBy changedBy, ApprovalSettings settings, ICycleEngine engine, TimeProvider time)
{
    /// <summary>Approves a correction. It takes a second person: not the one who made it, nor anybody who changed what its letters come of.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="number">The correction, from 1.</param>
    /// <param name="manifestSha256">The hash of what the approver saw.</param>
    /// <param name="by">Who approves.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CorrectionNotFoundException">There is no such correction.</exception>
    /// <exception cref="InvalidDefinitionException">No hash was given, or a text that is none.</exception>
    /// <exception cref="ManifestChangedException">What was seen is not what there is now.</exception>
    /// <exception cref="CycleConflictException">It does not await approval, or not from this person.</exception>
    public async Task<Correction> ApproveAsync(CycleId cycleId, int number, string? manifestSha256, Approver by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            var correction = await corrections.GetAsync(cycleId, number, cancellationToken);
            var isAgain = ApprovalCommands.HasApproved(correction.Approvals, by.Person);
            MustAwaitApproval(cycleId, correction, isAgain);
            ApprovalCommands.MustBeSomebody(cycle, by.Person);
            if (!ManifestStore.IsSha256(manifestSha256))
            {
                throw new InvalidDefinitionException("manifestSha256", ApprovalTexts.NoManifest(manifestSha256));
            }
            if (isAgain && correction.ManifestSha256 == manifestSha256)
            {
                // Asked for before, and the answer was lost on the way.
                await engine.CorrectAsync(cycleId, number, CancellationToken.None);
                return correction;
            }
            if (correction.ApprovedAt is not null)
            {
                throw new CycleConflictException(CorrectionTexts.ApprovedAlready(cycleId, number, correction.Approvals[^1].By));
            }
            if (await changedBy.IsAsync(cycle, by.Person, cancellationToken))
            {
                throw new CycleConflictException(CorrectionTexts.SamePerson(cycleId, number, by.Person.Name));
            }
            var now = await PresentAsync(correction, cancellationToken);
            if (now != correction.ManifestSha256 && !await TryVoidAsync(cycle, correction, now, cancellationToken))
            {
                continue;
            }
            if (now != manifestSha256)
            {
                await engine.CorrectAsync(cycleId, number, CancellationToken.None);
                var change = await manifests.FindAsync(cycleId, manifestSha256!, cancellationToken) is { CorrectionSha256: { } sha256 } before
                    && sha256 == correction.OrderSha256
                    ? await manifests.ChangeAsync(before, await manifests.ReadAsync(cycleId, now, cancellationToken), cancellationToken)
                    : null;
                throw new ManifestChangedException(ApprovalTexts.Changed(cycleId, change), now, change);
            }
            var position = ApprovalCommands.PositionOf(await cycles.DefinitionAsync(cycle, cancellationToken), correction.Approvals, by);
            if (await TryApproveAsync(cycle, correction, by, position, cancellationToken))
            {
                await engine.CorrectAsync(cycleId, number, CancellationToken.None);
                return await corrections.GetAsync(cycleId, number, CancellationToken.None);
            }
        }
    }

    /// <summary>Takes back the last approval of a correction, while that can be done.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CorrectionNotFoundException">There is no such correction.</exception>
    /// <exception cref="CycleConflictException">Nothing is approved, or the time for it is over.</exception>
    public async Task<Correction> UndoAsync(CycleId cycleId, int number, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            var before = await corrections.GetAsync(cycleId, number, cancellationToken);
            if (before is not { State: CorrectionState.AwaitingApproval, Approvals.Count: > 0 }
                || (before.ApprovedAt is not null && cycle.Paused is null && !(time.GetUtcNow() < before.UndoUntil)))
            {
                throw new CycleConflictException(CorrectionTexts.TooLateToUndo(cycleId, number));
            }
            var after = before with { Approvals = [.. before.Approvals.SkipLast(1)], ApprovedAt = null, UndoUntil = null };
            var entry = Entry(TrailKind.CorrectionUndone, before, by) with
            {
                Before = TrailValues.Of(("by", before.Approvals[^1].By), ("manifest", before.ManifestSha256)),
            };
            if (await corrections.TryCommitAsync(cycle, after, entry, cancellationToken))
            {
                return await corrections.GetAsync(cycleId, number, CancellationToken.None);
            }
        }
    }

    private static void MustAwaitApproval(CycleId cycleId, Correction correction, bool isAgain)
    {
        if (correction.State == CorrectionState.Rendering)
        {
            throw new CycleConflictException(CorrectionTexts.NotRendered(cycleId, correction.Number));
        }
        if (correction.State != CorrectionState.AwaitingApproval && !(isAgain && correction.IsReleased))
        {
            throw new CycleConflictException(CorrectionTexts.NotAwaiting(cycleId, correction.Number));
        }
    }

    // Its wording never changes; an address that was corrected since it was rendered does.
    private async Task<string> PresentAsync(Correction correction, CancellationToken cancellationToken)
    {
        var sha256 = correction.ManifestSha256!;
        var manifest = await manifests.ReadAsync(correction.Cycle, sha256, cancellationToken);
        var addresses = await ledger.ListAsync(correction.Cycle, cancellationToken)
            .ToDictionaryAsync(row => row.EntryCode, LetterManifest.AddressOfCorrection, cancellationToken: cancellationToken);
        foreach (var (index, page) in manifest.Pages.Index())
        {
            foreach (var entry in await manifests.EntriesAsync(correction.Cycle, page, cancellationToken))
            {
                if (addresses.GetValueOrDefault(entry.EntryCode) is { } address && address != entry.Address)
                {
                    sha256 = await manifests.ReplaceAsync(correction.Cycle, sha256, index + 1, entry with { Address = address }, cancellationToken);
                }
            }
        }
        return sha256;
    }

    private Task<bool> TryVoidAsync(Cycle cycle, Correction correction, string manifestSha256, CancellationToken cancellationToken)
    {
        var entry = Entry(TrailKind.CorrectionAwaited, correction, by: null) with
        {
            Before = TrailValues.Of(("manifest", correction.ManifestSha256)),
            After = TrailValues.Of(("manifest", manifestSha256)),
        };
        return corrections.TryCommitAsync(
            cycle, correction with { ManifestSha256 = manifestSha256, Approvals = [], ApprovedAt = null, UndoUntil = null }, entry, cancellationToken);
    }

    private async Task<bool> TryApproveAsync(Cycle cycle, Correction correction, Approver by, string? position, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var isSecond = by.Person.Id != Actor.AnybodyHere && correction.MadeById != Actor.AnybodyHere
            && !await changedBy.IsUnknownAsync(cycle, cancellationToken);
        var approvals =
            correction.Approvals.Append(new CycleApproval(now, by.Person.Id, by.Person.Name, position, correction.ManifestSha256!, isSecond)).ToList();
        var needed = (await cycles.DefinitionAsync(cycle, cancellationToken)).Approvals?.Count ?? 1;
        var isLast = by.Person.Id == Actor.AnybodyHere || approvals.Count >= needed;
        var approved = correction with
        {
            Approvals = approvals,
            ApprovedAt = isLast ? now : null,
            UndoUntil = isLast && settings.Undo > TimeSpan.Zero ? now + settings.Undo : null,
        };
        var entry = Entry(TrailKind.CorrectionApproved, correction, by.Person) with
        {
            After = TrailValues.Of(
                ("manifest", correction.ManifestSha256), ("letters", correction.Entries), ("position", position), ("secondPerson", isSecond)),
            TellsHead = true,
        };
        return await corrections.TryCommitAsync(cycle, approved, entry, cancellationToken);
    }

    private TrailEntry Entry(string kind, Correction correction, Actor? by) =>
        new(kind, by, time.GetUtcNow()) { Subject = correction.Number.ToString(CultureInfo.InvariantCulture) };
}
