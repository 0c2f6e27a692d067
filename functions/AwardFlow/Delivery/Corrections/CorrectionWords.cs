using AwardFlow.Cycles;
using AwardFlow.Intake;

namespace AwardFlow.Delivery;

/// <summary>What a correction says: the cycle's definition with its wording, and its entries as it names and numbers them.</summary>
public sealed class CorrectionWords
{
    private readonly Dictionary<EntryCode, int> _serials;
    private readonly Dictionary<EntryCode, CorrectedNames> _names;

    internal CorrectionWords(CycleDefinition first, CorrectionOrder order)
    {
        First = first;
        Order = order;
        Definition = order.Request.On(first);
        _serials = order.Entries.Index().ToDictionary(each => each.Item.EntryCode, each => each.Index + 1);
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
    public bool Has(EntryCode entry) => _serials.ContainsKey(entry);

    /// <summary>An entry as the correction names and numbers it.</summary>
    /// <param name="entry">The entry as it is in the results.</param>
    public Entry EntryOf(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Named(entry) with { Serial = _serials[entry.Code] };
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
