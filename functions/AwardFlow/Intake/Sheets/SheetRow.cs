namespace AwardFlow.Intake.Sheets;

/// <summary>One row of an uploaded sheet.</summary>
/// <param name="Number">The row's number as a spreadsheet shows it, from 1.</param>
/// <param name="Cells">The cells' texts, trimmed; empty where blank.</param>
internal readonly record struct SheetRow(int Number, IReadOnlyList<string> Cells)
{
    public bool IsBlank => Cells.All(cell => cell.Length == 0);

    /// <summary>A cell's text; empty beyond the row's end.</summary>
    public string this[int column] => column < Cells.Count ? Cells[column] : "";
}
