using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>The delivery ledger has no such entry, or no such reminder.</summary>
public sealed class EntryNotFoundException : Exception
{
    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The code that was asked for.</param>
    public EntryNotFoundException(string cycle, string entryCode)
        : this(LedgerTexts.NoEntry(cycle, entryCode))
    {
    }

    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The entry's code.</param>
    /// <param name="reminder">The reminder that was asked for.</param>
    public EntryNotFoundException(string cycle, string entryCode, int reminder)
        : this(LedgerTexts.NoReminder(cycle, entryCode, reminder))
    {
    }

    private EntryNotFoundException(BilingualText text)
        : base(text.English) => Text = text;

    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; }
}
