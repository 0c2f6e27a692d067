using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.Delivery;

/// <summary>Hands over what is left of some mails, letters or reminders, one after the other at the cycle's pace.</summary>
/// <param name="handOver">Hands over one mail.</param>
/// <param name="transport">The way out.</param>
/// <param name="pace">How fast.</param>
/// <param name="time">The clock.</param>
public sealed class MailRun(HandOver handOver, IMailTransport transport, SendingPace pace, TimeProvider time)
{
    /// <summary>How long one step goes on mailing: one that runs for long is run again when its host is moved.</summary>
    internal static readonly TimeSpan LongestStep = TimeSpan.FromMinutes(4);

    /// <summary>Hands over what is left of some mails.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="mails">The mails' rows in the ledger, and the entries that they are about.</param>
    /// <param name="cancellationToken">Stops between one mail and the next.</param>
    /// <exception cref="MailSettingsException">The mail service does not let us in.</exception>
    /// <exception cref="Storage.StorageException">Storage does not take what is to be recorded; then nothing was sent.</exception>
    public async Task<PageSent> SendAsync(
        CycleDefinition definition, IReadOnlyList<(Entry Entry, LetterDelivery Row)> mails, CancellationToken cancellationToken)
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
                return new PageSent(mailed, later, OutOfTurn: true);
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
            if (result.IsStopped)
            {
                return new PageSent(mailed);
            }
            lookAgainAt = Earlier(lookAgainAt, result.LookAgainAt);
        }
        return new PageSent(mailed, lookAgainAt);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other ?? one : one;

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
