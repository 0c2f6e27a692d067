using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Takes texts from the cells of a sheet's rows; what no text can be made of is a problem.</summary>
/// <param name="columns">The sheet's columns.</param>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class RowCells(Columns columns, Problems problems)
{
    /// <summary>The sheet's columns.</summary>
    public Columns Columns => columns;

    /// <summary>A column's name as the sheet has it.</summary>
    public string Name(int column) => columns.Name(column);

    /// <summary>A cell's text.</summary>
    public string Text(SheetRow row, int column)
    {
        var cell = row.Cell(column);
        if (Wrong(cell) is { } problem)
        {
            problems.Add(row.Number, columns.Name(column), cell.Text, problem);
        }
        return cell.Text;
    }

    /// <summary>What is wrong with a cell whatever its column; null where nothing is.</summary>
    public static BilingualText? Wrong(SheetCell cell) => cell.Kind switch
    {
        CellKind.Error => RowTexts.CellError(CellText.Quoted(cell.Text)),
        CellKind.Unworked => RowTexts.Unworked,
        CellKind.Date => RowTexts.IsDate,
        _ => null,
    };
}
