using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;

namespace AwardFlow.Workflow;

/// <summary>What people do to single deliveries. Each is written to the entry's journal with their name and reason.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">The delivery ledger.</param>
/// <param name="outcomes">What is finished.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class DeliveryCommands(CycleStore cycles, DeliveryLedger ledger, StepOutcomes outcomes, ICycleEngine engine, TimeProvider time)
{
    private const int LongestReason = 500;

    /// <summary>Corrects where an entry's letter goes. What was sent stays sent; <see cref="ResendAsync"/> sends it again.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry; before closing, addresses are corrected by uploading the entries again.</exception>
    /// <exception cref="InvalidDefinitionException">The address is not one.</exception>
    /// <exception cref="CycleConflictException">The mail is being handed over this very moment.</exception>
    public Task<LetterDelivery> CorrectAddressAsync(string cycleId, string entryCode, string address, string by, CancellationToken cancellationToken)
    {
        if (!SarabanAddress.TryRead(address, out var corrected, out var problem))
        {
            throw new InvalidDefinitionException("address", DeliveryTexts.BadAddress(address, problem));
        }
        return ChangeAsync(
            cycleId,
            entryCode,
            reminder: 0,
            row => row switch
            {
                { State: DeliveryState.Claimed } => throw new CycleConflictException(DeliveryTexts.BeingHandedOver(entryCode)),
                _ when row.Address == corrected => null,
                _ => (row with { Address = corrected }, JournalCause.AddressCorrected(row.Address)),
            },
            by,
            cancellationToken);
    }

    /// <summary>Sends an entry's letter again, as a new sending with its own delivery id.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="reason">Why, for the journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">The letters are not released, this one waits to be sent anyhow, or there is none.</exception>
    public async Task<LetterDelivery> ResendAsync(string cycleId, string entryCode, string reason, string by, CancellationToken cancellationToken)
    {
        MustHave(reason);
        await MustBeSendingAsync(cycleId, cancellationToken);
        var delivery = await ChangeAsync(
            cycleId,
            entryCode,
            reminder: 0,
            row => row switch
            {
                { State: DeliveryState.Claimed } => throw new CycleConflictException(DeliveryTexts.BeingHandedOver(entryCode)),
                { State: DeliveryState.Held, Attempts: 0 } => throw new CycleConflictException(DeliveryTexts.NoLetter(entryCode)),
                // Asked for before, and perhaps cut off before the flow was woken.
                { State: DeliveryState.Pending } => null,
                _ => (NewSending(row), JournalCause.SentAgain(reason)),
            },
            by,
            cancellationToken);
        // The row says it now. Whoever asked may go, and where the rest is cut off the flow finds the row.
        await engine.SendLetterAsync(cycleId, delivery.EntryCode, CancellationToken.None);
        return delivery;
    }

    /// <summary>
    /// Sends a held reminder again, of which a person knows that it did not go out, or that twice does no harm. It has the
    /// Message-ID that it had, and is marked as a possible duplicate.
    /// </summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="reminder">Which reminder, from 1.</param>
    /// <param name="reason">Why, for the journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such reminder.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">The reminder is not held for its unknown outcome, or the cycle is completed.</exception>
    public async Task<LetterDelivery> RemindAgainAsync(
        string cycleId, string entryCode, int reminder, string reason, string by, CancellationToken cancellationToken)
    {
        MustHave(reason);
        await MustBeSendingAsync(cycleId, cancellationToken);
        var row = await ChangeAsync(
            cycleId,
            entryCode,
            reminder,
            row => row switch
            {
                // Asked for before, and perhaps cut off before the flow was woken.
                { State: DeliveryState.Pending } => null,
                _ => (MustBeInDoubt(row) with { State = DeliveryState.Pending, StateAt = time.GetUtcNow(), Detail = null, PossibleDuplicate = true }, JournalCause.SentAgain(reason)),
            },
            by,
            cancellationToken);
        await engine.SignalAsync(cycleId, Signals.Resend, CancellationToken.None);
        return row;
    }

    /// <summary>Settles a held delivery whose mail a person knows to have been sent.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="reminder">Which reminder, from 1; 0 for the letter itself.</param>
    /// <param name="reason">How that is known, for the journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry or reminder.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">The delivery is not held for its unknown outcome.</exception>
    public async Task<LetterDelivery> SettleAsync(string cycleId, string entryCode, int reminder, string reason, string by, CancellationToken cancellationToken)
    {
        MustHave(reason);
        var settled = await ChangeAsync(
            cycleId,
            entryCode,
            reminder,
            row => (MustBeInDoubt(row) with { State = DeliveryState.Accepted, StateAt = time.GetUtcNow(), AcceptedAt = row.LastClaimedAt, Detail = null }, JournalCause.Settled(reason)),
            by,
            cancellationToken);
        if (settled.Reminder == 0)
        {
            await CountAgainAsync(new PageRef(cycleId, settled.Page));
        }
        return settled;
    }

    // A page that was finished without the letter counted it among those that did not go out.
    private async Task CountAgainAsync(PageRef page)
    {
        if (await outcomes.FindAsync(nameof(SendPage), page, CancellationToken.None) is not null)
        {
            var mailed = await ledger.ListAsync(page.CycleId, CancellationToken.None).CountAsync(row => row.Page == page.Page && row.WasTaken, CancellationToken.None);
            await outcomes.RecordAsync(nameof(SendPage), page, mailed, CancellationToken.None);
        }
    }

    private static LetterDelivery MustBeInDoubt(LetterDelivery row) => row is { State: DeliveryState.Held, Attempts: > 0 }
        ? row
        : throw new CycleConflictException(row.Reminder == 0 ? DeliveryTexts.NothingToDecide(row.EntryCode) : DeliveryTexts.NothingToDecide(row.EntryCode, row.Reminder));

    private async Task MustBeSendingAsync(string cycleId, CancellationToken cancellationToken)
    {
        if ((await cycles.GetAsync(cycleId, cancellationToken)).State is not (CycleState.Sending or CycleState.Sent))
        {
            throw new CycleConflictException(DeliveryTexts.NotSending(cycleId));
        }
    }

    private LetterDelivery NewSending(LetterDelivery row) => row with
    {
        State = DeliveryState.Pending,
        StateAt = time.GetUtcNow(),
        Detail = null,
        Sending = row.Sending + 1,
        Attempts = 0,
        ClaimedAt = null,
        LastClaimedAt = null,
        ClaimedBy = null,
        ClaimedUntil = null,
        NotBefore = null,
        AcceptedAt = null,
        ProviderId = null,
        PossibleDuplicate = false,
        Reminders = 0,
        RemindedAt = null,
        // A receipt is about the sending that it confirms; the journal keeps it.
        RegisterNumber = null,
        RegisteredAt = null,
        Division = null,
        RegisteredBy = null,
        TelephonedTo = null,
    };

    private async Task<LetterDelivery> ChangeAsync(
        string cycleId, string entryCode, int reminder, Func<LetterDelivery, (LetterDelivery After, JournalCause Cause)?> change, string by, CancellationToken cancellationToken)
    {
        await cycles.GetAsync(cycleId, cancellationToken);
        while (true)
        {
            var before = reminder == 0
                ? await ledger.FindAsync(cycleId, entryCode, cancellationToken) ?? throw new EntryNotFoundException(cycleId, entryCode)
                : await ledger.FindReminderAsync(cycleId, entryCode, reminder, cancellationToken) ?? throw new EntryNotFoundException(cycleId, entryCode, reminder);
            if (change(before) is not var (after, cause))
            {
                return before;
            }
            if (await ledger.TryMoveAsync(before, after, cause, by, cancellationToken) is { } moved)
            {
                return moved;
            }
        }
    }

    private static void MustHave(string reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason || reason.Any(char.IsControl))
        {
            throw new InvalidDefinitionException("reason", DeliveryTexts.NoReason(LongestReason));
        }
    }
}
