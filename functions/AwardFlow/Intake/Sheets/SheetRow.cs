namespace AwardFlow.Intake.Sheets;

/// <summary>One row of an uploaded sheet.</summary>
/// <param name="number">The row's number as a spreadsheet shows it, from 1.</param>
/// <param name="cells">The cells, from column A on.</param>
internal sealed class SheetRow(int number, IReadOnlyList<SheetCell> cells)
{
    /// <summary>The row's number as a spreadsheet shows it, from 1.</summary>
    public int Number => number;

    /// <summary>The cells, from column A on.</summary>
    public IReadOnlyList<SheetCell> Cells => cells;

    /// <summary>How many fields the row of a text file has; null in a workbook, whose cells have addresses.</summary>
    public int? Fields { get; init; }

    /// <summary>The fields of a text file as they stood, where the row has more than others; else null.</summary>
    public RawRow? Raw { get; init; }

    /// <summary>Whether the row is hidden or filtered out.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether a table of the workbook declares it the row of its totals.</summary>
    public bool IsTotals { get; init; }

    /// <summary>By column: the cell with which the row's own is merged.</summary>
    public IReadOnlyDictionary<int, MergedCell>? Merged { get; init; }

    /// <summary>The columns that are hidden.</summary>
    public IReadOnlySet<int>? HiddenColumns { get; init; }

    /// <summary>Whether nothing stands in the row. An error or a formula without value is something.</summary>
    public bool IsBlank
    {
        get
        {
            for (var column = 0; column < cells.Count; column++)
            {
                if (cells[column] is not { Text: "", Kind: not (CellKind.Unworked or CellKind.Unread) })
                {
                    return false;
                }
            }
            return true;
        }
    }

    /// <summary>The first text of the row; empty where it has none.</summary>
    public string First => cells.FirstOrDefault(cell => cell.Text.Length > 0).Text ?? "";

    /// <summary>A cell's text; empty beyond the row's end.</summary>
    public string this[int column] => Cell(column).Text;

    /// <summary>A cell; blank beyond the row's end.</summary>
    public SheetCell Cell(int column) => column >= 0 && column < cells.Count ? cells[column] : SheetCell.Blank;

    /// <summary>A cell, or the one above with which it is merged. What is merged from the side is nobody's but the first column's.</summary>
    public SheetCell CellOrMerged(int column) =>
        Merged is not null && Merged.TryGetValue(column, out var merged) ? merged.IsAside ? SheetCell.Blank : merged.Cell : Cell(column);
}
