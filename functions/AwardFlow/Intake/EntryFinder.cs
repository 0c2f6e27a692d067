using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Finds the entry that a row of a score sheet is about.</summary>
/// <param name="entries">The cycle's entries.</param>
internal sealed class EntryFinder(IReadOnlyCollection<Entry> entries)
{
    private readonly Dictionary<EntryCode, Entry> _byCode = entries.ToDictionary(entry => entry.Code);
    private readonly Lazy<ILookup<string, Entry>> _byOrganisation = new(
        () => entries.ToLookup(entry => CellText.Code(entry.Organisation), StringComparer.OrdinalIgnoreCase));
    private readonly NearMisses _near = new(entries.Select(entry => entry.Code.Text));

    // Few codes stand in many rows.
    private readonly Dictionary<string, Entry?> _bySpelling = new(StringComparer.Ordinal);

    /// <summary>Whether a text means an entry.</summary>
    /// <param name="text">A code, or an organisation.</param>
    /// <param name="isOrganisation">Which of them.</param>
    public bool IsKnown(string text, bool isOrganisation) => isOrganisation ? _byOrganisation.Value.Contains(CellText.Code(text)) : Spelled(text) is not null;

    /// <summary>The entry of a code; null where there is none.</summary>
    /// <param name="text">What stands in the cell.</param>
    /// <param name="isFull">Whether no more problems are told, so that no time need go into their words.</param>
    /// <param name="problem">What is wrong where there is none.</param>
    public Entry? ByCode(string text, bool isFull, out BilingualText problem)
    {
        problem = default;
        if (Spelled(text) is { } entry)
        {
            return entry;
        }
        problem = text.Length == 0 ? RowTexts.NoEntryCode
            : DamagedText.Problem(text) ?? (DamagedText.IsDateWord(text) ? RowTexts.DateWord : RowTexts.UnknownEntry(isFull ? null : _near.Of(text)));
        return null;
    }

    /// <summary>The one entry of an organisation; null where it has none, or several.</summary>
    public Entry? ByOrganisation(string text, out BilingualText problem)
    {
        var found = _byOrganisation.Value[CellText.Code(text)].Take(2).ToList();
        problem = found.Count > 1 ? RowTexts.SeveralEntries
            : text.Length == 0 ? RowTexts.NoEntryCode
            : DamagedText.Problem(text) ?? RowTexts.UnknownOrganisation;
        return found.Count == 1 ? found[0] : null;
    }

    private Entry? Spelled(string text)
    {
        if (!_bySpelling.TryGetValue(text, out var entry))
        {
            _byCode.TryGetValue(EntryCode.Unchecked(CellText.Code(text)), out entry);
            // Unknown ones may be as many as the rows.
            if (entry is not null)
            {
                _bySpelling.Add(text, entry);
            }
        }
        return entry;
    }
}
