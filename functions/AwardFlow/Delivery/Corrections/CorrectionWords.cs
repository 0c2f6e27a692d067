using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.Delivery;

/// <summary>What a correction says: the cycle's definition with its wording, and its entries as it names and numbers them.</summary>
public sealed class CorrectionWords
{
    private readonly Dictionary<EntryCode, (int Serial, CorrectionOrder.Chosen Entry)> _entries;
    private readonly Dictionary<EntryCode, CorrectedNames> _names;

    internal CorrectionWords(CycleDefinition first, CorrectionOrder order)
    {
        First = first;
        Order = order;
        Definition = order.Request.On(first);
        _entries = order.Entries.Index().ToDictionary(each => each.Item.EntryCode, each => (each.Index + 1, each.Item));
        _names = (order.Request.Names ?? []).ToDictionary(names => names.EntryCode);
    }

    /// <summary>The definition with the correction's wording.</summary>
    public CycleDefinition Definition { get; }

    /// <summary>What a person asked for.</summary>
    public CorrectionRequest Request => Order.Request;

    /// <summary>The definition that the first letters stand on.</summary>
    internal CycleDefinition First { get; }

    internal CorrectionOrder Order { get; }

    /// <summary>Whether an entry gets this correction.</summary>
    public bool Has(EntryCode entry) => _entries.ContainsKey(entry);

    /// <summary>Whether an entry is referred to an earlier correction, which it got.</summary>
    /// <param name="entry">The entry, one of this correction's.</param>
    /// <param name="earlier">The earlier correction.</param>
    /// <param name="number">Which it is, from 1.</param>
    internal bool RefersTo(EntryCode entry, CorrectionWords earlier, int number) =>
        earlier.Has(entry) && _entries[entry].Entry.Earlier?.Contains(number) != false;

    /// <summary>An entry as the correction names and numbers it.</summary>
    /// <param name="entry">The entry as it is in the results.</param>
    public Entry EntryOf(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Named(entry) with { Serial = _entries[entry.Code].Serial };
    }

    /// <summary>The entry with its names put right, numbered as in the first letter: its certificate keeps its number.</summary>
    internal Entry Named(Entry entry) => _names.GetValueOrDefault(entry.Code) is { } names
        ? entry with
        {
            Project = names.Project ?? entry.Project,
            Organisation = names.Organisation ?? entry.Organisation,
            Addressee = names.Addressee ?? entry.Addressee,
            Province = names.Province ?? entry.Province,
        }
        : entry;
}
