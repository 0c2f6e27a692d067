namespace AwardFlow.Intake.Sheets;

/// <summary>One row of an uploaded sheet.</summary>
/// <param name="Number">The row's number as a spreadsheet shows it, from 1.</param>
/// <param name="Cells">The cells, from column A on.</param>
internal readonly record struct SheetRow(int Number, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>Whether nothing stands in the row. An error or a formula without value is something.</summary>
    public bool IsBlank => Cells.All(cell => cell is { Text: "", Kind: not CellKind.Unworked });

    /// <summary>A cell's text; empty beyond the row's end.</summary>
    public string this[int column] => Cell(column).Text;

    /// <summary>A cell; blank beyond the row's end.</summary>
    public SheetCell Cell(int column) => column >= 0 && column < Cells.Count ? Cells[column] : SheetCell.Blank;
}
