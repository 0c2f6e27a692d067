namespace AwardFlow.Delivery;

/// <summary>How far all letters of a cycle's present round are: the sums of its pages' tallies.</summary>
/// <param name="Pages">How many pages are entered whole.</param>
/// <param name="PagesMailed">On how many of them nothing is left to mail.</param>
/// <param name="Entries">How many entries are in the ledger.</param>
/// <param name="Letters">How many letters are rendered.</param>
/// <param name="Settled">Of how many entries nothing is left to mail.</param>
/// <param name="Mailed">How many letters a mail service took.</param>
/// <param name="Held">How many are held for a person.</param>
/// <param name="Received">How many are received.</param>
/// <param name="OpenReminders">How many reminders are not settled.</param>
/// <param name="ToPost">How many letters wait to be posted on paper.</param>
/// <param name="Posted">How many letters were posted on paper.</param>
/// <param name="RemindFrom">When the earliest last mail went out to somebody who has not confirmed, or earlier; null where none did.</param>
public sealed record LedgerTotals(
    int Pages, int PagesMailed, int Entries, int Letters, int Settled, int Mailed, int Held,
    int Received, int OpenReminders, int ToPost, int Posted, DateTimeOffset? RemindFrom)
{
    /// <summary>Nothing is in the ledger.</summary>
    public static LedgerTotals None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, null);

    /// <summary>The totals with one more page.</summary>
    public LedgerTotals With(PageTally page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return new LedgerTotals(
            Pages + (page.IsEntered ? 1 : 0), PagesMailed + (page.IsMailed ? 1 : 0), Entries + page.Entries, Letters + page.Letters, Settled + page.Settled,
            Mailed + page.Mailed, Held + page.Held, Received + page.Received, OpenReminders + page.OpenReminders, ToPost + page.ToPost, Posted + page.Posted,
            RemindFrom is null || page.RemindFrom < RemindFrom ? page.RemindFrom ?? RemindFrom : RemindFrom);
    }
}
