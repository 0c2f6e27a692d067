using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>
/// Keeps all workers of a cycle together below <see cref="MailSettings.PerMinute"/>: each takes short stretches of time of
/// its own from a row that they share, and spreads its mails evenly over them.
/// </summary>
/// <remarks>
/// A stretch is given only to a worker that is there to use it. One reserved for later would be lost to whoever wakes up
/// late, and workers that are always late would never send.
/// </remarks>
/// <param name="storage">Where the row is kept.</param>
/// <param name="settings">How many mails a minute.</param>
/// <param name="time">The clock.</param>
public sealed class SendingPace(IStorage storage, MailSettings settings, TimeProvider time)
{
    private const string TailKey = "pace";

    /// <summary>How long a worker waits in place for its turn; longer, and it is asked to come again.</summary>
    private static readonly TimeSpan WaitInPlace = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestStretch = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan FurthestAhead = TimeSpan.FromMinutes(5);

    /// <summary>Takes a stretch of time in which the caller may send mails.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="mails">How many the caller has left to send, above 0.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="StorageException">What became of the mails could not be recorded.</exception>
    /// <returns>The stretch, beginning now or in a moment; one for no mails tells when to ask again; null where there is no bound.</returns>
    public async Task<Stretch?> TakeAsync(CycleId cycle, int mails, CancellationToken cancellationToken)
    {
        storage.RequireRoom();
        if (settings.PerMinute is not { } perMinute)
        {
            return null;
        }
        var between = TimeSpan.FromMinutes(1) / perMinute;
        var granted = Math.Min(mails, Math.Max(1, (int)(LongestStretch / between)));
        while (true)
        {
            var now = time.GetUtcNow();
            var tail = await storage.Rows.FindAsync<Tail>(cycle.Text, TailKey, cancellationToken) ?? new Tail { Partition = cycle.Text, Key = TailKey };
            // Nobody takes what is further ahead: such a row is of a clock that was ahead.
            var start = tail.FreeFrom > now && tail.FreeFrom <= now + FurthestAhead ? tail.FreeFrom : now;
            if (start - now > WaitInPlace)
            {
                return new Stretch(start - WaitInPlace, 0, between);
            }
            var moved = tail with { FreeFrom = start + (granted * between) };
            if (await storage.Rows.CommitAsync(cycle.Text, tail.Version.Length == 0 ? RowChange.Add(moved) : RowChange.Replace(moved), cancellationToken)
                is not null)
            {
                return new Stretch(start, granted, between);
            }
        }
    }

    /// <summary>A stretch of time for mails.</summary>
    /// <param name="Start">When the first may go, or, for no mails, when to ask again.</param>
    /// <param name="Mails">For how many; 0: not yet.</param>
    /// <param name="Between">The time from one mail to the next.</param>
    public sealed record Stretch(DateTimeOffset Start, int Mails, TimeSpan Between)
    {
        /// <summary>When the last has gone. What is left then needs a stretch of its own.</summary>
        public DateTimeOffset End => Start + (Mails * Between);
    }

    private sealed record Tail : StoredRecord
    {
        public DateTimeOffset FreeFrom { get; init; }
    }
}
