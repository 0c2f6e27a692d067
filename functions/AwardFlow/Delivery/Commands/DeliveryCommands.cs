using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>
/// What people do to single deliveries. Each is written to the entry's journal with their name and reason. A letter that
/// waits is changed in any of its states; only while a worker's lease runs, which is minutes, is it left alone.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="ledger">The delivery ledger.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class DeliveryCommands(CycleStore cycles, DeliveryLedger ledger, ICycleEngine engine, TimeProvider time)
{
    private const int LongestReason = 500;

    /// <summary>Sends an entry's letter again, as a new sending with its own delivery id. No other letter is touched, and the cycle's dates stand.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="reason">Why, for the journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">The letters are not released, this one is being handed over this very moment, or there is none.</exception>
    public async Task<LetterDelivery> ResendAsync(CycleId cycleId, EntryCode entryCode, string reason, Actor by, CancellationToken cancellationToken)
    {
        MustHave(reason);
        await MustBeSendingAsync(cycleId, cancellationToken);
        var delivery = await ChangeAsync(
            cycleId,
            entryCode,
            reminder: 0,
            row => row switch
            {
                { HasLetter: false } => throw new CycleConflictException(DeliveryTexts.NoLetter(entryCode)),
                // Asked for before, and perhaps cut off before the flow was woken.
                { State: DeliveryState.Pending, NotBefore: null } => null,
                // It waits for the recipient's server, and a person wants it to go now.
                { State: DeliveryState.Pending } => (row with { NotBefore = null }, DeliveryCause.SentAgain(reason)),
                { State: DeliveryState.ToPost, Address: "" } => null,
                _ => (NewSending(Waiting(row), time.GetUtcNow()), DeliveryCause.SentAgain(reason)),
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
    /// <exception cref="CycleConflictException">The reminder is not in doubt, or the cycle is completed.</exception>
    public async Task<LetterDelivery> RemindAgainAsync(
        CycleId cycleId, EntryCode entryCode, int reminder, string reason, Actor by, CancellationToken cancellationToken)
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
                _ => (
                    MustBeInDoubt(row) with { State = DeliveryState.Pending, StateAt = time.GetUtcNow(), Why = null, PossibleDuplicate = row.Attempts > 0 },
                    DeliveryCause.SentAgain(reason)),
            },
            by,
            cancellationToken);
        await engine.SignalAsync(cycleId, Signals.Resend, CancellationToken.None);
        return row;
    }

    /// <summary>Settles a delivery that waits or is held, and whose letter a person knows to have gone out, in whatever way.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="reminder">Which reminder, from 1; 0 for the letter itself.</param>
    /// <param name="reason">How that is known, for the journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <param name="letter">Which letter, from 1; those above are corrections, which have no reminders.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry or reminder.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">The delivery neither waits nor is held, or is being handed over this very moment.</exception>
    public async Task<LetterDelivery> SettleAsync(
        CycleId cycleId, EntryCode entryCode, int reminder, string reason, Actor by, CancellationToken cancellationToken, int letter = 1)
    {
        MustHave(reason);
        if (!(await cycles.GetAsync(cycleId, cancellationToken)).IsReleased)
        {
            throw new CycleConflictException(DeliveryTexts.NotSending(cycleId));
        }
        return await ChangeAsync(
            cycleId,
            entryCode,
            reminder,
            row => row.Address.Length == 0
                ? throw new CycleConflictException(DeliveryTexts.IsByPost(entryCode))
                : (Gone(MustBeInDoubt(row), DeliveryState.Accepted, why: null), DeliveryCause.Settled(reason)),
            by,
            cancellationToken,
            letter);
    }

    /// <summary>
    /// Has a letter that did not reach its recipient by mail go by post, to the office that it is addressed to, as a new
    /// sending; what stands on paper is what was approved. One that was posted is posted again.
    /// </summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="reason">Why, for the journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">
    /// The letters are not released, this one is being handed over this very moment, is received, or there is none to print.
    /// </exception>
    public async Task<LetterDelivery> PostAsync(CycleId cycleId, EntryCode entryCode, string reason, Actor by, CancellationToken cancellationToken)
    {
        MustHave(reason);
        await MustBeSendingAsync(cycleId, cancellationToken);
        return await ChangeAsync(
            cycleId,
            entryCode,
            reminder: 0,
            row => row switch
            {
                { HasLetter: false } => throw new CycleConflictException(DeliveryTexts.NoLetter(entryCode)),
                { State: DeliveryState.ToPost } => null,
                { State: DeliveryState.Received } => throw new CycleConflictException(DeliveryTexts.ReceivedAlready(entryCode)),
                { State: DeliveryState.Held, Why.Code: "notRendered" or "documentMissing" or "documentAltered" or "notApproved" } =>
                    throw new CycleConflictException(DeliveryTexts.NothingToPrint(entryCode)),
                _ => (NewSending(Waiting(row), time.GetUtcNow()) with { State = DeliveryState.ToPost }, DeliveryCause.ByPost(reason)),
            },
            by,
            cancellationToken);
    }

    /// <summary>Records that a mail came back to a mailbox, which no mail service tells where mail goes by SMTP.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="reminder">Which reminder, from 1; 0 for the letter itself.</param>
    /// <param name="reason">What the returned mail says, for the journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <param name="letter">Which letter, from 1; those above are corrections, which have no reminders.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry or reminder.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">The mail never went out, is being handed over this very moment, or its letter is received.</exception>
    public Task<LetterDelivery> RecordBounceAsync(
        CycleId cycleId, EntryCode entryCode, int reminder, string reason, Actor by, CancellationToken cancellationToken, int letter = 1)
    {
        MustHave(reason);
        return ChangeAsync(
            cycleId,
            entryCode,
            reminder,
            row => row switch
            {
                { State: DeliveryState.Bounced or DeliveryState.Dropped } => null,
                { State: DeliveryState.ToPost or DeliveryState.Posted } => throw new CycleConflictException(DeliveryTexts.IsByPost(entryCode)),
                { State: DeliveryState.Received } => throw new CycleConflictException(DeliveryTexts.ReceivedAlready(entryCode)),
                { ClaimedAt: null } => throw new CycleConflictException(DeliveryTexts.NeverMailed(entryCode)),
                _ => (Gone(Waiting(row), DeliveryState.Bounced, DeliveryCause.CameBack(reason)), DeliveryCause.CameBack(reason)),
            },
            by,
            cancellationToken,
            letter);
    }

    // What waits, is held or may have gone; a claim whose lease has run out is nobody's.
    private LetterDelivery MustBeInDoubt(LetterDelivery row) => row is { IsSettled: false } or { NeedsDecision: true }
        ? Waiting(row)
        : throw new CycleConflictException(
            row.Reminder == 0 ? DeliveryTexts.NothingToDecide(row.EntryCode) : DeliveryTexts.NothingToDecide(row.EntryCode, row.Reminder));

    private LetterDelivery Waiting(LetterDelivery row) =>
        row.IsBeingHandedOver(time.GetUtcNow()) ? throw new CycleConflictException(DeliveryTexts.BeingHandedOver(row.EntryCode)) : row;

    private LetterDelivery Gone(LetterDelivery row, DeliveryState state, DeliveryCause? why)
    {
        var now = time.GetUtcNow();
        return row with
        {
            Status = row.Status with { State = state, At = now, Why = why, AcceptedAt = row.AcceptedAt ?? row.LastClaimedAt ?? now },
            Claim = row.Claim with { FirstAt = row.ClaimedAt ?? now, Until = null, NotBefore = null },
        };
    }

    private async Task MustBeSendingAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        // Of what was called off nothing goes out again, and what went stays on record as it is.
        if (await cycles.GetAsync(cycleId, cancellationToken) is not { State: CycleState.Sending or CycleState.Sent, Cancelled: null })
        {
            throw new CycleConflictException(DeliveryTexts.NotSending(cycleId));
        }
    }

    // A receipt is about the sending that it confirms; the journal keeps it.
    internal static LetterDelivery NewSending(LetterDelivery row, DateTimeOffset now) => row with
    {
        Status = new MailStatus
        {
            State = row.Address.Length == 0 ? DeliveryState.ToPost : DeliveryState.Pending,
            At = now,
            Sending = row.Sending + 1,
            // Nobody can say of the last sending that it did not arrive.
            PossibleDuplicate = row.State == DeliveryState.Claimed || row.Why?.Code == DeliveryCause.HeldUnsure.Code,
        },
        Claim = new MailClaim(),
        Reminded = new ReminderCount(),
        Stamp = null,
        Posting = null,
    };

    private async Task<LetterDelivery> ChangeAsync(
        CycleId cycleId, EntryCode entryCode, int reminder, Func<LetterDelivery, (LetterDelivery After, DeliveryCause Cause)?> change,
        Actor by, CancellationToken cancellationToken, int letter = 1)
    {
        await cycles.GetAsync(cycleId, cancellationToken);
        while (true)
        {
            var before = reminder == 0
                ? await ledger.FindAsync(cycleId, entryCode, letter, cancellationToken) ?? throw new EntryNotFoundException(cycleId.Text, entryCode.Text)
                : await ledger.FindReminderAsync(cycleId, entryCode, reminder, cancellationToken)
                    ?? throw new EntryNotFoundException(cycleId.Text, entryCode.Text, reminder);
            if (change(before) is not var (after, cause))
            {
                return before;
            }
            if (await ledger.TryChangeAsync(before, after, cause, by, cancellationToken) is { } moved)
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
