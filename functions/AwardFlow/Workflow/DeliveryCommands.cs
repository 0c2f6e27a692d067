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
    /// <summary>Corrects where an entry's letter goes. What was sent stays sent; <see cref="ResendAsync"/> sends it again.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry; before closing, addresses are corrected by uploading the entries again.</exception>
    /// <exception cref="InvalidDefinitionException">The address is not one.</exception>
    /// <exception cref="CycleConflictException">The mail is being handed over this very moment.</exception>
    public Task<LetterDelivery> CorrectAddressAsync(string cycleId, string entryCode, string address, string by, CancellationToken cancellationToken)
    {
        if (!SarabanAddress.TryRead(address, out var corrected, out var problem))
        {
            throw new InvalidDefinitionException("address", $"'{address}' {problem.English}");
        }
        return ChangeAsync(
            cycleId,
            entryCode,
            row => row switch
            {
                { State: DeliveryState.Claimed } => throw new CycleConflictException($"The mail of entry '{entryCode}' is being handed over. Try again in a few minutes."),
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
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        if (cycle.State is not (CycleState.Sending or CycleState.Sent))
        {
            throw new CycleConflictException($"The letters of the cycle '{cycleId}' are not being sent, so none can be sent again.");
        }
        var delivery = await ChangeAsync(
            cycleId,
            entryCode,
            row => row switch
            {
                { State: DeliveryState.Claimed } => throw new CycleConflictException($"The mail of entry '{entryCode}' is being handed over. Try again in a few minutes."),
                { State: DeliveryState.Held, Attempts: 0 } => throw new CycleConflictException($"Entry '{entryCode}' has no letter. {row.Detail}"),
                // Asked for before, and perhaps cut off before the flow was woken.
                { State: DeliveryState.Pending } => null,
                _ => (NewSending(row), JournalCause.SentAgain(reason)),
            },
            by,
            cancellationToken);
        await outcomes.ForgetAsync(SendPage.Step.Name, new PageRef(cycleId, delivery.Page), cancellationToken);
        await cycles.ChangeAsync(cycleId, sent => sent with { State = CycleState.Sending, SentAt = null, Resends = sent.Resends + 1 }, cancellationToken);
        await engine.SignalAsync(cycleId, Signals.Resend, cancellationToken);
        return delivery;
    }

    /// <summary>Settles a held delivery whose mail a person knows to have been sent.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="reason">How that is known, for the journal.</param>
    /// <param name="by">Who.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="EntryNotFoundException">The ledger has no such entry.</exception>
    /// <exception cref="InvalidDefinitionException">There is no reason.</exception>
    /// <exception cref="CycleConflictException">The delivery is not held for its unknown outcome.</exception>
    public Task<LetterDelivery> SettleAsync(string cycleId, string entryCode, string reason, string by, CancellationToken cancellationToken)
    {
        MustHave(reason);
        return ChangeAsync(
            cycleId,
            entryCode,
            row => row is { State: DeliveryState.Held, Attempts: > 0 }
                ? (row with { State = DeliveryState.Accepted, StateAt = time.GetUtcNow(), AcceptedAt = row.LastClaimedAt, Detail = null }, JournalCause.Settled(reason))
                : throw new CycleConflictException($"The delivery of entry '{entryCode}' is not held for an unknown outcome, so there is nothing to decide."),
            by,
            cancellationToken);
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
        string cycleId, string entryCode, Func<LetterDelivery, (LetterDelivery After, JournalCause Cause)?> change, string by, CancellationToken cancellationToken)
    {
        await cycles.GetAsync(cycleId, cancellationToken);
        while (true)
        {
            var before = await ledger.FindAsync(cycleId, entryCode, cancellationToken) ?? throw new EntryNotFoundException(cycleId, entryCode);
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
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > 500 || reason.Any(char.IsControl))
        {
            throw new InvalidDefinitionException("reason", "is needed, in one line of at most 500 characters: it stands in the entry's journal.");
        }
    }
}
