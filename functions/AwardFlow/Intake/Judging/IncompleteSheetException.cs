using AwardFlow.Cycles;

namespace AwardFlow.Intake.Judging;

/// <summary>Entries of a sheet are not scored completely, and nobody confirmed that. Nothing was submitted.</summary>
/// <param name="entries">Which, in the order of the list.</param>
/// <param name="confirm">Confirms just these.</param>
public sealed class IncompleteSheetException(IReadOnlyList<EntryCode> entries, string confirm) : Exception($"{entries.Count} entries are incomplete.")
{
    /// <summary>Which, in the order of the list.</summary>
    public IReadOnlyList<EntryCode> Entries => entries;

    /// <summary>Confirms just these.</summary>
    public string Confirm => confirm;
}
