using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.Delivery;

/// <summary>Mails the letters or reminders of a page, each once, and goes on where an earlier worker stopped.</summary>
/// <param name="ledger">Where each mail's fate is written before and after it is handed over.</param>
/// <param name="handOver">Hands over one mail.</param>
/// <param name="transport">The way out.</param>
/// <param name="pace">How fast.</param>
/// <param name="time">The clock.</param>
public sealed class LetterSender(DeliveryLedger ledger, HandOver handOver, IMailTransport transport, SendingPace pace, TimeProvider time)
{
    // A step that runs for long is a step that is run again when its host is moved.
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(4);

    /// <summary>Mails what a page has left of its letters.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="entries">The page's entries, in the order of their codes.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    /// <exception cref="InvalidOperationException">The ledger lacks an entry: rendering did not come first.</exception>
    public async Task<PageSent> SendAsync(CycleDefinition definition, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(entries);
        var rows = await RowsAsync(definition.Id, entries, cancellationToken);
        return await SendAsync(
            definition,
            [.. entries.Select(entry => (entry, rows.GetValueOrDefault(entry.Code) ?? throw new InvalidOperationException($"The ledger of cycle {definition.Id} has no row for entry {entry.Code}.")))],
            cancellationToken);
    }

    /// <summary>Mails what is left of some mails, letters or reminders.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="mails">The mails' rows in the ledger, and the entries that they are about.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    public async Task<PageSent> SendAsync(CycleDefinition definition, IReadOnlyList<(Entry Entry, LetterDelivery Row)> mails, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(mails);
        var left = mails.Count(mail => !mail.Row.IsSettled);
        var mailed = mails.Count(mail => mail.Row.WasTaken);
        if (left == 0)
        {
            return new PageSent(mailed);
        }
        var stopAt = time.GetUtcNow() + LongestStep;
        var turn = new Turn(await pace.TakeAsync(definition.Id, left, cancellationToken));
        DateTimeOffset? lookAgainAt = null;
        await using var session = transport.Open();
        foreach (var (entry, row) in mails)
        {
            if (row.IsSettled)
            {
                continue;
            }
            if (turn.IsOver(time.GetUtcNow()))
            {
                turn = new Turn(await pace.TakeAsync(definition.Id, left, cancellationToken));
            }
            if (turn.ComeAgainAt is { } later)
            {
                return new PageSent(mailed, later);
            }
            if (time.GetUtcNow() >= stopAt)
            {
                return new PageSent(mailed, time.GetUtcNow());
            }
            await WaitUntilAsync(turn.NextAt, cancellationToken);
            turn.Take(time.GetUtcNow());
            left--;
            var result = await handOver.TryAsync(session, definition, entry, row, cancellationToken);
            mailed += result.Row.WasTaken ? 1 : 0;
            if (result.ServiceAway)
            {
                return new PageSent(mailed, result.LookAgainAt, InTrouble: true);
            }
            lookAgainAt = Earlier(lookAgainAt, result.LookAgainAt);
        }
        return new PageSent(mailed, lookAgainAt);
    }

    /// <summary>Whether nothing is left to mail of some entries' letters, as the ledger now is.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entries">The entries, in the order of their codes.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<bool> IsDoneAsync(string cycle, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return (await RowsAsync(cycle, entries, cancellationToken)).Values.All(row => row.IsSettled);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

    private async Task<Dictionary<string, LetterDelivery>> RowsAsync(string cycle, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, LetterDelivery>(StringComparer.Ordinal);
        await foreach (var row in ledger.ListAsync(cycle, entries[0].Code, entries[^1].Code, cancellationToken))
        {
            rows.Add(row.EntryCode, row);
        }
        return rows;
    }

    private async Task WaitUntilAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var wait = at - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    /// <summary>The use of a stretch: no mail before its time, none after its end.</summary>
    private sealed class Turn(SendingPace.Stretch? stretch)
    {
        private int _left = stretch?.Mails ?? int.MaxValue;

        public DateTimeOffset NextAt { get; private set; } = stretch?.Start ?? DateTimeOffset.MinValue;

        public DateTimeOffset? ComeAgainAt => stretch is { Mails: 0 } ? stretch.Start : null;

        public bool IsOver(DateTimeOffset now) => stretch is { Mails: > 0 } && (_left == 0 || now >= stretch.End);

        public void Take(DateTimeOffset now)
        {
            _left--;
            NextAt = now + (stretch?.Between ?? TimeSpan.Zero);
        }
    }
}
