using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>
/// Hands one mail over. The row is claimed before the mail goes out and settled after, so a crash leaves a claimed row:
/// the mail service is asked about that one before anything is sent again.
/// </summary>
/// <param name="ledger">Where each mail's fate is written.</param>
/// <param name="documents">The rendered documents.</param>
/// <param name="gate">Says whether a mail may go.</param>
/// <param name="links">Where recipients confirm.</param>
/// <param name="transport">The way out.</param>
/// <param name="settings">How mail is sent.</param>
/// <param name="time">The clock.</param>
public sealed class HandOver(
    DeliveryLedger ledger, LetterDocuments documents, IMailGate gate, IRecipientLinks links, IMailTransport transport, MailSettings settings, TimeProvider time)
{
    private const int MostAttempts = 12;
    private const string StorageTooSlow = "Storage was too slow to record the mail before it went; it was not sent.";

    // Handing a mail over although it may have been taken is done once: a relay that takes mails and answers too late
    // would get a copy at every look.
    private const int MostUnsure = 1;

    // Between the end of a worker's patience and the moment at which others count it for dead: more than two servers may
    // differ in the time by the storage's clock.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseWhenSlow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestRecipientPause = TimeSpan.FromHours(1);

    /// <summary>How long the mail service is asked at most what became of a mail; <see cref="MailSettings.LongestTimeout"/> counts on it.</summary>
    internal static readonly TimeSpan LongestQuestion = TimeSpan.FromMinutes(1);

    /// <summary>Hands a mail over, or finds out what became of an earlier attempt.</summary>
    /// <param name="session">The session with the mail service.</param>
    /// <param name="definition">The cycle.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="row">The ledger's row, as it was last read.</param>
    /// <param name="cancellationToken">Stops before the mail goes out; a mail that is going out goes out whole.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    /// <exception cref="StorageException">Storage does not take the claim; then nothing was sent.</exception>
    public async Task<Result> TryAsync(IMailSession session, CycleDefinition definition, Entry entry, LetterDelivery row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(row);
        while (!row.IsSettled)
        {
            var now = time.GetUtcNow();
            // A pause that is longer than any is of a clock that was ahead.
            if (row.NotBefore > now && row.NotBefore <= now + LongestRecipientPause + SteadyClock.Tolerance)
            {
                return new Result(row, row.NotBefore);
            }
            var (next, result) = row.State == DeliveryState.Pending
                ? await SendAsync(session, definition, entry, row, possibleDuplicate: false, DeliveryCause.Claimed, cancellationToken)
                : await ReconcileAsync(session, definition, entry, row, now, cancellationToken);
            if (result is not null)
            {
                return result;
            }
            // Null: somebody else changed the row meanwhile.
            row = next ?? await ledger.RereadAsync(row, cancellationToken);
        }
        return new Result(row, LookAgainAt: null);
    }

    private async Task<(LetterDelivery? Row, Result? Result)> ReconcileAsync(
        IMailSession session, CycleDefinition definition, Entry entry, LetterDelivery row, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (row.IsBeingHandedOver(now))
        {
            return (null, new Result(row, row.ClaimedUntil)); // A worker may be at it this very moment: another, or another task of this one.
        }
        // A claim that lies ahead is of a clock that was, and one without a time of an earlier version; nobody is at it.
        var decideAt = row.LastClaimedAt is { } claimedAt && claimedAt <= now + SteadyClock.Tolerance ? claimedAt + settings.ReconcileAfter : now;
        var answer = await AskAsync(row, cancellationToken);
        switch (answer.Kind)
        {
            case MailAnswerKind.Taken:
                return (await ledger.TryMoveAsync(row, Accepted(row, answer.Receipt!), DeliveryCause.Found, by: null, cancellationToken), null);
            case MailAnswerKind.NotSeenYet or MailAnswerKind.CannotSay when now < decideAt:
                return (null, new Result(row, decideAt));
            // Better a letter twice than never, but not three times; and rather a reminder too few than one twice: the next one comes, or a call.
            case MailAnswerKind.CannotSay when row.Reminder > 0:
            case MailAnswerKind.CannotSay or MailAnswerKind.NotSeenYet when settings.WhenUnsure == WhenUnsure.Hold:
            case MailAnswerKind.CannotSay or MailAnswerKind.NotSeenYet when row.Claim.Unsure >= MostUnsure:
                return (await ledger.TryMoveAsync(row, Held(row, DeliveryCause.HeldUnsure), DeliveryCause.HeldUnsure, by: null, cancellationToken), null);
            case MailAnswerKind.NeverTaken:
                return await SendAsync(
                    session, definition, entry, row with { MailedTo = null }, possibleDuplicate: false, DeliveryCause.ClaimedAgainUnseen, cancellationToken);
            default:
                // A memory that lags may yet show the mail.
                var unsure = row with { Claim = row.Claim with { Unsure = row.Claim.Unsure + 1 } };
                return await SendAsync(
                    session, definition, entry, unsure, possibleDuplicate: true,
                    answer.Kind == MailAnswerKind.CannotSay ? DeliveryCause.ClaimedAgainUnsure : DeliveryCause.ClaimedAgainUnseen, cancellationToken);
        }
    }

    private async Task<MailAnswer> AskAsync(LetterDelivery row, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(transport.Patience < LongestQuestion ? transport.Patience : LongestQuestion, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await transport.AskAsync(row, either.Token);
        }
        catch (Exception e) when (e is not StorageException && !cancellationToken.IsCancellationRequested)
        {
            return MailAnswer.CannotSay;
        }
    }

    private async Task<(LetterDelivery? Row, Result? Result)> SendAsync(
        IMailSession session, CycleDefinition definition, Entry entry, LetterDelivery row,
        bool possibleDuplicate, DeliveryCause cause, CancellationToken cancellationToken)
    {
        var answer = await gate.AskAsync(row, cancellationToken);
        if (answer.Hold is { } reason)
        {
            // Of a mail that may have gone, a person is told that first.
            var hold = row is { State: DeliveryState.Claimed, Claim.Unsure: > 0 } ? DeliveryCause.HeldUnsure : reason;
            return (await ledger.TryMoveAsync(row, Held(row, hold), hold, by: null, cancellationToken), null);
        }
        if (answer.Row is null)
        {
            return (null, new Result(row, LookAgainAt: null, IsStopped: true));
        }
        var now = time.GetUtcNow();
        row = answer.Row.MailedTo is null ? answer.Row : Elsewhere(answer.Row, now);
        var claim = row with
        {
            State = DeliveryState.Claimed,
            StateAt = now,
            Attempts = row.Attempts + 1,
            ClaimedAt = row.ClaimedAt ?? now,
            LastClaimedAt = now,
            ClaimedBy = $"{Environment.MachineName}-{Guid.NewGuid():N}",
            NotBefore = null,
            PossibleDuplicate = row.PossibleDuplicate || possibleDuplicate,
        };
        LetterMail mail;
        try
        {
            mail = await WriteAsync(definition, entry, claim, cancellationToken);
        }
        catch (LetterFaultException e)
        {
            return (await ledger.TryMoveAsync(row, Held(row, e.Why), e.Why, by: null, cancellationToken), null);
        }
        // Its documents may have taken long to fetch or to render again.
        if (await gate.IsStoppedAsync(row, cancellationToken))
        {
            return (null, new Result(row, LookAgainAt: null, IsStopped: true));
        }
        // Patience and lease begin together, so that slow storage cannot make the one outlast the other.
        using var patience = new CancellationTokenSource(transport.Patience, time);
        claim = claim with { ClaimedUntil = time.GetUtcNow() + transport.Patience + Margin };
        if (await ClaimAsync(row, claim, cause, cancellationToken) is not { } claimed)
        {
            return (null, null);
        }
        if (patience.IsCancellationRequested)
        {
            var untried = await SettleAsync(
                claimed, mine => Untried(mine, DeliveryCause.ServiceAway(StorageTooSlow)), DeliveryCause.ServiceAway(StorageTooSlow));
            return (null, new Result(untried ?? claimed, time.GetUtcNow() + PauseWhenSlow, ServiceAway: true));
        }
        // From here on nothing stops halfway: a mail that was cut off is one of which nobody knows whether it went.
        try
        {
            var receipt = await session.SendAsync(mail, patience.Token);
            return (await SettleAsync(claimed, mine => Accepted(mine, receipt), DeliveryCause.Taken), null);
        }
        catch (MailRefusedException e)
        {
            return (
                await SettleAsync(
                    claimed,
                    mine => mine with { State = e.State, StateAt = time.GetUtcNow(), Why = DeliveryCause.Refused(e.Message) },
                    DeliveryCause.Refused(e.Message)),
                null);
        }
        catch (MailPostponedException e)
        {
            return await PostponeAsync(claimed, e);
        }
        catch (MailSettingsException e)
        {
            await SettleAsync(claimed, mine => Untried(mine, DeliveryCause.NotLetIn(e.Message)), DeliveryCause.NotLetIn(e.Message));
            throw;
        }
        // Whatever else a library throws for this mail: it stops neither the others nor the page.
        catch (Exception e) when (e is not (StorageException or OutOfMemoryException))
        {
            // The row stays claimed, but nobody is at it any more: it is reconciled later.
            var words = e is OperationCanceledException ? null : e.Message;
            var left = await SettleAsync(claimed, mine => mine with { ClaimedUntil = null }, DeliveryCause.Unknown(words));
            return (null, new Result(left ?? claimed, claimed.LastClaimedAt + settings.ReconcileAfter));
        }
    }

    private async Task<(LetterDelivery? Row, Result? Result)> PostponeAsync(LetterDelivery claimed, MailPostponedException e)
    {
        if (e.ConcernsAll)
        {
            var waiting = await SettleAsync(claimed, mine => Untried(mine, DeliveryCause.ServiceAway(e.Message)), DeliveryCause.ServiceAway(e.Message));
            return (null, new Result(waiting ?? claimed, e.RetryAt, ServiceAway: true));
        }
        if (claimed.Attempts >= MostAttempts)
        {
            var why = DeliveryCause.GivenUp(claimed.Attempts, e.Message);
            return (await SettleAsync(claimed, mine => mine with { State = DeliveryState.Bounced, StateAt = time.GetUtcNow(), Why = why }, why), null);
        }
        // The recipient's server asked to wait: each time twice as long.
        var pause = (e.RetryAt - time.GetUtcNow()) * Math.Pow(2, claimed.Attempts - 1);
        var retryAt = time.GetUtcNow() + (pause < LongestRecipientPause ? pause : LongestRecipientPause);
        return (await SettleAsync(claimed, mine => Unclaimed(mine, DeliveryCause.AskedToWait(e.Message), retryAt), DeliveryCause.AskedToWait(e.Message)), null);
    }

    private async Task<LetterDelivery?> ClaimAsync(LetterDelivery row, LetterDelivery claim, DeliveryCause cause, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (await ledger.TryMoveAsync(row, claim, cause, by: null, CancellationToken.None) is { } claimed)
        {
            return claimed;
        }
        // Storage may have taken the claim although its first answer was lost on the way.
        var found = await ledger.RereadAsync(row, CancellationToken.None);
        return found.ClaimedBy == claim.ClaimedBy ? found : null;
    }

    // What the mail service said of this claim is not lost to somebody who wrote to the row meanwhile, unless it is settled.
    private async Task<LetterDelivery?> SettleAsync(LetterDelivery claimed, Func<LetterDelivery, LetterDelivery> settle, DeliveryCause cause)
    {
        for (var row = claimed; row.State == DeliveryState.Claimed && row.ClaimedBy == claimed.ClaimedBy; row = await ledger.RereadAsync(
            row, CancellationToken.None))
        {
            if (await ledger.TryMoveAsync(row, settle(row), cause, by: null, CancellationToken.None) is { } settled)
            {
                return settled;
            }
        }
        return null;
    }

    // It may have gone to another address before: what the mail service says of that mail is not about this one.
    private static LetterDelivery Elsewhere(LetterDelivery row, DateTimeOffset now) =>
        DeliveryCommands.NewSending(row, now) with { State = row.State, PossibleDuplicate = true, Claim = new MailClaim { Unsure = row.Claim.Unsure } };

    // The recipient's server was never asked, so it does not count as an attempt there.
    private LetterDelivery Untried(LetterDelivery row, DeliveryCause why) => Unclaimed(row, why, notBefore: null) with { Attempts = row.Attempts - 1 };

    private LetterDelivery Unclaimed(LetterDelivery row, DeliveryCause why, DateTimeOffset? notBefore) =>
        row with { State = DeliveryState.Pending, StateAt = time.GetUtcNow(), Why = why, NotBefore = notBefore };

    private LetterDelivery Held(LetterDelivery row, DeliveryCause why) =>
        row with { State = DeliveryState.Held, StateAt = time.GetUtcNow(), Why = why, ClaimedUntil = null, NotBefore = null };

    private static LetterDelivery Accepted(LetterDelivery row, MailReceipt receipt) => row with
    {
        State = DeliveryState.Accepted,
        StateAt = receipt.AcceptedAt,
        AcceptedAt = receipt.AcceptedAt,
        ProviderId = receipt.ProviderId,
        Why = null,
    };

    private async Task<LetterMail> WriteAsync(CycleDefinition definition, Entry entry, LetterDelivery claim, CancellationToken cancellationToken)
    {
        IReadOnlyList<(string, BinaryData)> attached = claim.Reminder == 0 ? await documents.FetchAsync(claim, cancellationToken) : [];
        try
        {
            var worded = new LetterWords(definition, entry).Definition;
            var link = links.For(definition, claim);
            return claim.Reminder == 0
                ? LetterMail.Write(worded, claim, entry.Addressee, link, attached, settings)
                : LetterMail.Remind(worded, claim, entry.Addressee, link, settings);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new LetterFaultException(DeliveryCause.NotWritten(e.Message), e);
        }
    }

    /// <summary>What came of an attempt.</summary>
    /// <param name="Row">The ledger's row.</param>
    /// <param name="LookAgainAt">When there is more to do; null when the row is settled, or the cycle is stopped.</param>
    /// <param name="ServiceAway">Whether the mail service takes no mail at all now.</param>
    /// <param name="IsStopped">Whether a person stopped the cycle, so that nothing goes out now.</param>
    public sealed record Result(LetterDelivery Row, DateTimeOffset? LookAgainAt, bool ServiceAway = false, bool IsStopped = false);
}
