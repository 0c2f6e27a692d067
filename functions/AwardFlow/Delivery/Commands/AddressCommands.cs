using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Intake;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>
/// Correcting where letters go. Before the approval a corrected address is part of what is approved; after it, a second
/// person lets it be used.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">The delivery ledger.</param>
/// <param name="corrections">Corrections, whose letters wait for addresses too.</param>
/// <param name="manifests">What was approved.</param>
/// <param name="changedBy">Who had a hand in the letters.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class AddressCommands(
    CycleStore cycles, DeliveryLedger ledger, CorrectionStore corrections, ManifestStore manifests, ChangedBy changedBy, ICycleEngine engine, TimeProvider time)
{
    /// <summary>The most addresses that are released at once.</summary>
    public const int MostReleased = 200;

    /// <summary>
    /// Corrects where an entry's letter goes. What was sent stays sent; <see cref="DeliveryCommands.ResendAsync"/> sends it
    /// again. Before the release a blank has it go by post; an address for a letter that waits for the post has it go by mail.
    /// </summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">
    /// The ledger has no such entry; before closing, addresses are corrected by uploading the entries again.
    /// </exception>
    /// <exception cref="InvalidDefinitionException">The address is not one, or it is blank and the letters are released.</exception>
    /// <exception cref="CycleConflictException">The mail is being handed over this very moment, or the cycle is cancelled.</exception>
    public async Task<LetterDelivery> CorrectAsync(CycleId cycleId, EntryCode entryCode, string address, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(by);
        var corrected = "";
        if (!string.IsNullOrWhiteSpace(address) && !SarabanAddress.TryRead(address, out corrected, out var problem))
        {
            throw new InvalidDefinitionException("address", DeliveryTexts.BadAddress(address, problem));
        }
        while (true)
        {
            var cycle = await cycles.GetAsync(cycleId, cancellationToken);
            var before = await GetAsync(cycleId, entryCode, cancellationToken);
            if (cycle.State == CycleState.Cancelled)
            {
                throw new CycleConflictException(ApprovalTexts.IsCancelled(cycleId));
            }
            if (before.Address == corrected)
            {
                return before;
            }
            var isReleased = cycle.State is not (CycleState.Closed or CycleState.Rendered or CycleState.AwaitingApproval);
            if (isReleased && corrected.Length == 0)
            {
                throw new InvalidDefinitionException("address", DeliveryTexts.HaveItPosted);
            }
            var after = Corrected(cycle, before, corrected, by);
            var goesNow = cycle is { State: CycleState.Sending or CycleState.Sent, Cancelled: null };
            if (after.State == DeliveryState.ToPost ? !isReleased || goesNow : !isReleased && after.State == DeliveryState.Pending)
            {
                // It waits, and goes the other way.
                after = after.WaitingToGo(time.GetUtcNow());
            }
            var also = !isReleased
                ? RowChange.Replace(await ChangedAsync(cycle, after, cancellationToken))
                : null;
            var cause = DeliveryCause.AddressCorrected(before.Address);
            if (await ledger.TryChangeAsync(before, after, cause, by, cancellationToken, also) is { } moved)
            {
                if (goesNow && before.State == DeliveryState.ToPost)
                {
                    await engine.SendLetterAsync(cycleId, entryCode, CancellationToken.None);
                }
                return moved;
            }
        }
    }

    /// <summary>
    /// Lets corrected addresses be used. It takes a second person, as the approval does: not the one who corrected it, nor
    /// anybody who changed anything that the letters come of. All are looked at before any is let go; letters that were held
    /// for it go out.
    /// </summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="addresses">The entries, and their addresses as they were seen; 1 to <see cref="MostReleased"/>.</param>
    /// <param name="by">Who lets them go, an approver.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry.</exception>
    /// <exception cref="InvalidDefinitionException">There are none, or too many.</exception>
    /// <exception cref="CycleConflictException">
    /// Nothing was approved, an address is another by now, or the person corrected it or had another hand in the letters. Then none is released.
    /// </exception>
    public async Task<IReadOnlyList<LetterDelivery>> ReleaseAsync(
        CycleId cycleId, IReadOnlyList<(EntryCode Entry, string Address)> addresses, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentNullException.ThrowIfNull(by);
        if (addresses.Count is 0 or > MostReleased)
        {
            throw new InvalidDefinitionException("addresses", DeliveryTexts.ReleaseCount(MostReleased));
        }
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        // Corrections go out, and are approved by themselves, also when the cycle is completed.
        if (cycle is not ({ HasManifest: true, Approvals.Count: > 0, State: CycleState.Sending or CycleState.Sent }
            or { Corrections: > 0, State: CycleState.Sent or CycleState.Completed }))
        {
            throw new CycleConflictException(DeliveryTexts.NothingToRelease(cycleId));
        }
        ApprovalCommands.MustBeSomebody(cycle, by);
        foreach (var (entry, address) in addresses)
        {
            MustBeReleasable(await GetAsync(cycleId, entry, cancellationToken), address, by);
        }
        if (await changedBy.IsAsync(cycle, by, cancellationToken))
        {
            throw new CycleConflictException(ApprovalTexts.SamePerson(cycleId, by.Name));
        }
        var released = new List<LetterDelivery>();
        try
        {
            foreach (var (entry, address) in addresses)
            {
                released.Add(await ReleaseAsync(cycle, entry, address, by, cancellationToken));
                await ReleaseCorrectionsAsync(cycle, released[^1], by, cancellationToken);
            }
        }
        finally
        {
            // Those that are released go out, also where another was changed in this very moment.
            if (cycle.State == CycleState.Completed)
            {
                // Its first letters are over.
            }
            else if (released is [var one])
            {
                await engine.SendLetterAsync(cycleId, one.EntryCode, CancellationToken.None);
            }
            else if (released.Count > 0)
            {
                await engine.SignalAsync(cycleId, Signals.Resend, CancellationToken.None);
            }
        }
        return released;
    }

    // Letters of corrections that were held for it go out too, to the address that was let go.
    private async Task ReleaseCorrectionsAsync(Cycle cycle, LetterDelivery released, Actor by, CancellationToken cancellationToken)
    {
        foreach (var number in (await ledger.CorrectionsAsync(cycle.Id, released.EntryCode, cancellationToken))
            .Where(IsHeldForIt)
            .Select(row => Correction.NumberOf(row.Letter)))
        {
            while (await ledger.FindAsync(cycle.Id, released.EntryCode, Correction.LetterOf(number), cancellationToken) is { } row && IsHeldForIt(row)
                && await corrections.FindAsync(cycle.Id, number, cancellationToken)
                    is { State: CorrectionState.Sending or CorrectionState.Sent, Cancelled: null } correction)
            {
                var after = row with { Address = released.Address, State = DeliveryState.Pending, StateAt = time.GetUtcNow(), Why = null, NotBefore = null };
                // Written where it is the same too: a step that is about to call the correction sent has to look again.
                var also = RowChange.Replace(correction with { State = CorrectionState.Sending });
                if (await ledger.TryChangeAsync(row, after, DeliveryCause.AddressReleased, by, cancellationToken, also) is not null)
                {
                    await engine.CorrectAsync(cycle.Id, number, CancellationToken.None);
                }
            }
        }
    }

    private static bool IsHeldForIt(LetterDelivery row) => row is { State: DeliveryState.Held, Why.Code: DeliveryCause.AddressNotApprovedCode };

    private async Task<LetterDelivery> ReleaseAsync(Cycle cycle, EntryCode entry, string address, Actor by, CancellationToken cancellationToken)
    {
        while (true)
        {
            var before = await GetAsync(cycle.Id, entry, cancellationToken);
            MustBeReleasable(before, address, by);
            if (before.Release?.Address == address)
            {
                return before;
            }
            var after = before with { Release = new AddressRelease(address, by.Id, by.Name, time.GetUtcNow()) };
            if (IsHeldForIt(after) && cycle.State != CycleState.Completed)
            {
                after = after with { State = DeliveryState.Pending, StateAt = time.GetUtcNow(), Why = null, NotBefore = null };
            }
            if (await ledger.TryChangeAsync(before, after, DeliveryCause.AddressReleased, by, cancellationToken) is { } moved)
            {
                return moved;
            }
        }
    }

    private static void MustBeReleasable(LetterDelivery row, string address, Actor by)
    {
        if (row.Address != address)
        {
            throw new CycleConflictException(DeliveryTexts.OtherAddress(row.EntryCode, row.Address, address));
        }
        if (by.Id != Actor.AnybodyHere && string.Equals(row.AddressById, by.Id, StringComparison.OrdinalIgnoreCase))
        {
            throw new CycleConflictException(DeliveryTexts.OwnCorrection(row.EntryCode, by.Name));
        }
    }

    private async Task<LetterDelivery> GetAsync(CycleId cycleId, EntryCode entryCode, CancellationToken cancellationToken) =>
        await ledger.FindAsync(cycleId, entryCode, cancellationToken) ?? throw new EntryNotFoundException(cycleId.Text, entryCode.Text);

    // What became of a mail became of it at the address that it went to.
    private LetterDelivery Corrected(Cycle cycle, LetterDelivery row, string address, Actor by)
    {
        if (row.IsBeingHandedOver(time.GetUtcNow()))
        {
            throw new CycleConflictException(DeliveryTexts.BeingHandedOver(row.EntryCode));
        }
        // A claimed one may have gone, and so may one that waits after an outcome that nobody knew.
        var mayHaveGone = row is { Attempts: > 0, State: not DeliveryState.Pending } or { Claim.Unsure: > 0 };
        var went = mayHaveGone ? row.MailedTo ?? row.Address : null;
        return row with
        {
            Address = address,
            MailedTo = went == address ? null : went,
            AddressById = by.Id,
            AddressUploaded = row.AddressUploaded ?? row.Address,
            // Where nobody signs in there is no second person to wait for.
            Release = by.Id == Actor.AnybodyHere && !cycle.ClosedAmongPeople ? new AddressRelease(address, by.Id, by.Name, time.GetUtcNow()) : null,
        };
    }

    // Whoever approved approved another address.
    private async Task<Cycle> ChangedAsync(Cycle cycle, LetterDelivery row, CancellationToken cancellationToken)
    {
        var changed = ApprovalCommands.Voided(cycle) with
        {
            AddressChanges = cycle.AddressChanges + 1,
            ApprovalsVoided = cycle.ApprovalsVoided + (cycle.Approvals is [] ? 0 : 1),
        };
        return cycle is { State: CycleState.AwaitingApproval, ManifestSha256: { } manifest }
            ? changed with { ManifestSha256 = await manifests.ReplaceAsync(cycle.Id, manifest, row.Page, LetterManifest.Entry(row), cancellationToken) }
            : changed;
    }
}
