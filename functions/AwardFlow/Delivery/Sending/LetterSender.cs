using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.Delivery;

/// <summary>Mails the letters of a page, each once, and goes on where an earlier worker stopped.</summary>
/// <param name="ledger">Where each mail's fate is written before and after it is handed over.</param>
/// <param name="handOver">Hands over one mail.</param>
/// <param name="transport">The way out.</param>
/// <param name="pace">How fast.</param>
/// <param name="time">The clock.</param>
public sealed class LetterSender(DeliveryLedger ledger, HandOver handOver, IMailTransport transport, SendingPace pace, TimeProvider time)
{
    // A step that runs for long is a step that is run again when its host is moved.
    private static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(4);

    /// <summary>Mails what a page has left to mail.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="entries">The page's entries, in the order of their codes.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    /// <exception cref="InvalidOperationException">The ledger lacks an entry: rendering did not come first.</exception>
    public async Task<PageSent> SendAsync(CycleDefinition definition, int page, IReadOnlyList<Entry> entries, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(entries);
        var rows = await RowsAsync(definition.Id, entries, cancellationToken);
        var left = rows.Values.Count(row => !row.IsSettled);
        var mailed = rows.Values.Count(WasTaken);
        if (left == 0)
        {
            return new PageSent(mailed);
        }
        var stretch = await pace.TakeAsync(definition.Id, page, left, cancellationToken);
        var now = time.GetUtcNow();
        if (stretch?.Start > now)
        {
            return new PageSent(mailed, stretch.Start);
        }
        var (stopAt, nextAt, lookAgainAt) = (now + LongestStep, now, default(DateTimeOffset?));
        await using var session = transport.Open();
        foreach (var entry in entries)
        {
            var row = rows.GetValueOrDefault(entry.Code) ?? throw new InvalidOperationException($"The ledger of cycle {definition.Id} has no row for entry {entry.Code}.");
            if (row.IsSettled)
            {
                continue;
            }
            if (time.GetUtcNow() >= stopAt || nextAt > stretch?.End)
            {
                return new PageSent(mailed, time.GetUtcNow());
            }
            await WaitUntilAsync(nextAt, cancellationToken);
            var result = await handOver.TryAsync(session, definition, entry, row, cancellationToken);
            mailed += WasTaken(result.Row) ? 1 : 0;
            if (result.ServiceAway)
            {
                return new PageSent(mailed, result.LookAgainAt, InTrouble: true);
            }
            lookAgainAt = Earlier(lookAgainAt, result.LookAgainAt);
            nextAt += stretch?.Between ?? TimeSpan.Zero;
        }
        return new PageSent(mailed, lookAgainAt);
    }

    private static bool WasTaken(LetterDelivery row) => row.IsSettled && row.AcceptedAt is not null;

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
}
