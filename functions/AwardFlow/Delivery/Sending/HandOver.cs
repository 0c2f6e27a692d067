using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Letters;

namespace AwardFlow.Delivery;

/// <summary>
/// Hands one mail over. The row is claimed before the mail goes out and settled after, so a crash leaves a claimed row:
/// the mail service is asked about that one before anything is sent again.
/// </summary>
/// <param name="ledger">Where each mail's fate is written.</param>
/// <param name="letters">The rendered documents.</param>
/// <param name="links">Where recipients confirm.</param>
/// <param name="transport">The way out.</param>
/// <param name="settings">How mail is sent.</param>
/// <param name="time">The clock.</param>
public sealed class HandOver(DeliveryLedger ledger, LetterStore letters, IReceiptLinks links, IMailTransport transport, MailSettings settings, TimeProvider time)
{
    private const int MostAttempts = 12;

    // Between the end of a worker's patience and the moment at which others count it for dead.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestRecipientPause = TimeSpan.FromHours(1);

    /// <summary>Hands a mail over, or finds out what became of an earlier attempt.</summary>
    /// <param name="session">The session with the mail service.</param>
    /// <param name="definition">The cycle.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="row">The ledger's row, as it was last read.</param>
    /// <param name="cancellationToken">Stops before the mail goes out.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    public async Task<Result> TryAsync(IMailSession session, CycleDefinition definition, Entry entry, LetterDelivery row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(row);
        while (!row.IsSettled)
        {
            var now = time.GetUtcNow();
            if (row.NotBefore > now)
            {
                return new Result(row, row.NotBefore);
            }
            var (next, result) = row.State == DeliveryState.Pending
                ? await SendAsync(session, definition, entry, row, possibleDuplicate: false, JournalCause.Claimed, cancellationToken)
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
        if (row.ClaimedUntil > now)
        {
            return (null, new Result(row, row.ClaimedUntil)); // A worker may be at it this very moment: another, or another task of this one.
        }
        var decideAt = row.LastClaimedAt!.Value + settings.ReconcileAfter;
        var answer = await transport.AskAsync(row, cancellationToken);
        switch (answer.Kind)
        {
            case MailAnswerKind.Taken:
                return (await ledger.TryMoveAsync(row, Accepted(row, answer.Receipt!), JournalCause.Found, by: null, cancellationToken), null);
            case MailAnswerKind.NotSeenYet or MailAnswerKind.CannotSay when now < decideAt:
                return (null, new Result(row, decideAt));
            case MailAnswerKind.CannotSay when settings.WhenUnsure == WhenUnsure.Hold:
                return (await ledger.TryMoveAsync(
                    row, row with { State = DeliveryState.Held, StateAt = now, Detail = "Nobody can say whether the mail service took this mail. Decide: it was sent, or send it again." },
                    JournalCause.Held, by: null, cancellationToken), null);
            default:
                return await SendAsync(
                    session, definition, entry, row, possibleDuplicate: answer.Kind == MailAnswerKind.CannotSay,
                    answer.Kind == MailAnswerKind.CannotSay ? JournalCause.ClaimedAgainUnsure : JournalCause.ClaimedAgainUnseen, cancellationToken);
        }
    }

    private async Task<(LetterDelivery? Row, Result? Result)> SendAsync(
        IMailSession session, CycleDefinition definition, Entry entry, LetterDelivery row, bool possibleDuplicate, JournalCause cause, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var claim = row with
        {
            State = DeliveryState.Claimed,
            StateAt = now,
            Attempts = row.Attempts + 1,
            ClaimedAt = row.ClaimedAt ?? now,
            LastClaimedAt = now,
            ClaimedBy = WorkerName.Own,
            ClaimedUntil = now + transport.Patience + Margin,
            NotBefore = null,
            PossibleDuplicate = row.PossibleDuplicate || possibleDuplicate,
        };
        var mail = await WriteAsync(definition, entry, claim, cancellationToken);
        if (await ledger.TryMoveAsync(row, claim, cause, by: null, cancellationToken) is not { } claimed)
        {
            return (null, null);
        }
        try
        {
            using var patience = new CancellationTokenSource(transport.Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            var receipt = await session.SendAsync(mail, either.Token);
            return (await ledger.TryMoveAsync(claimed, Accepted(claimed, receipt), JournalCause.Taken, by: null, CancellationToken.None), null);
        }
        catch (MailRefusedException e)
        {
            var refused = claimed with { State = e.State, StateAt = time.GetUtcNow(), Detail = e.Message };
            return (await ledger.TryMoveAsync(claimed, refused, JournalCause.Refused, by: null, cancellationToken), null);
        }
        catch (MailPostponedException e)
        {
            return await PostponeAsync(claimed, e, cancellationToken);
        }
        catch (MailSettingsException e)
        {
            await ledger.TryMoveAsync(claimed, Unclaimed(claimed, e.Message, notBefore: null), JournalCause.NotLetIn, by: null, cancellationToken);
            throw;
        }
        catch (Exception e) when (e is MailOutcomeUnknownException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // The row stays claimed, but nobody is at it any more: it is reconciled later.
            var left = await ledger.TryMoveAsync(claimed, claimed with { ClaimedUntil = null }, JournalCause.Unknown, by: null, cancellationToken);
            return (null, new Result(left ?? claimed, claimed.LastClaimedAt + settings.ReconcileAfter));
        }
    }

    private async Task<(LetterDelivery? Row, Result? Result)> PostponeAsync(LetterDelivery claimed, MailPostponedException e, CancellationToken cancellationToken)
    {
        if (e.ConcernsAll)
        {
            var waiting = await ledger.TryMoveAsync(claimed, Unclaimed(claimed, e.Message, notBefore: null), JournalCause.ServiceAway, by: null, cancellationToken);
            return (null, new Result(waiting ?? claimed, e.RetryAt, ServiceAway: true));
        }
        if (claimed.Attempts >= MostAttempts)
        {
            var given = claimed with { State = DeliveryState.Bounced, StateAt = time.GetUtcNow(), Detail = $"Given up after {claimed.Attempts} attempts. {e.Message}" };
            return (await ledger.TryMoveAsync(claimed, given, JournalCause.GivenUp, by: null, cancellationToken), null);
        }
        // The recipient's server asked to wait: each time twice as long.
        var pause = (e.RetryAt - time.GetUtcNow()) * Math.Pow(2, claimed.Attempts - 1);
        var retryAt = time.GetUtcNow() + (pause < LongestRecipientPause ? pause : LongestRecipientPause);
        return (await ledger.TryMoveAsync(claimed, Unclaimed(claimed, e.Message, retryAt), JournalCause.AskedToWait, by: null, cancellationToken), null);
    }

    private LetterDelivery Unclaimed(LetterDelivery row, string detail, DateTimeOffset? notBefore) =>
        row with { State = DeliveryState.Pending, StateAt = time.GetUtcNow(), Detail = detail, NotBefore = notBefore };

    private static LetterDelivery Accepted(LetterDelivery row, MailReceipt receipt) => row with
    {
        State = DeliveryState.Accepted,
        StateAt = receipt.AcceptedAt,
        AcceptedAt = receipt.AcceptedAt,
        ProviderId = receipt.ProviderId,
        Detail = null,
    };

    private async Task<LetterMail> WriteAsync(CycleDefinition definition, Entry entry, LetterDelivery claim, CancellationToken cancellationToken)
    {
        var worded = new LetterWords(definition, entry).Definition;
        return claim.Reminder == 0
            ? LetterMail.Write(worded, claim, entry.Addressee, links.For(definition, claim), await DocumentsAsync(definition.Id, entry.Code, cancellationToken), settings)
            : LetterMail.Remind(worded, claim, entry.Addressee, links.For(definition, claim), settings);
    }

    private async Task<List<(string FileName, BinaryData Pdf)>> DocumentsAsync(string cycle, string entryCode, CancellationToken cancellationToken)
    {
        var documents = new List<(string, BinaryData)>();
        foreach (var document in LetterStore.Documents)
        {
            var pdf = await letters.FindAsync(cycle, entryCode, document, cancellationToken)
                ?? throw new InvalidOperationException($"Entry {entryCode} of cycle {cycle} has no rendered {LetterStore.FileName(document)}.");
            documents.Add((LetterStore.FileName(document), pdf));
        }
        return documents;
    }

    /// <summary>What came of an attempt.</summary>
    /// <param name="Row">The ledger's row.</param>
    /// <param name="LookAgainAt">When there is more to do; null when the row is settled.</param>
    /// <param name="ServiceAway">Whether the mail service takes no mail at all now.</param>
    public sealed record Result(LetterDelivery Row, DateTimeOffset? LookAgainAt, bool ServiceAway = false);
}
