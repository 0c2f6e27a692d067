using System.Globalization;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Takes texts from the cells of a sheet's rows, as a person sees them; what no text can be made of is a problem.</summary>
/// <param name="columns">The sheet's columns.</param>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class RowCells(Columns columns, Problems problems)
{
    /// <summary>The sheet's columns.</summary>
    public Columns Columns => columns;

    /// <summary>A column's name as the sheet has it.</summary>
    public string Name(int column) => columns.Name(column);

    /// <summary>A cell's text.</summary>
    public string Text(SheetRow row, int column) => Text(row.Number, column, row.Cell(column));

    /// <summary>A cell's text, or that of the cell with which it is merged.</summary>
    public string TextOrMerged(SheetRow row, int column) => Text(row.Number, column, row.CellOrMerged(column));

    /// <summary>What is wrong with a cell whatever its column; null where nothing is.</summary>
    public static BilingualText? Wrong(SheetCell cell) => cell.Kind switch
    {
        CellKind.Error => RowTexts.CellError(CellText.Quoted(cell.Text)),
        CellKind.Unworked => RowTexts.Unworked,
        CellKind.Unread => RowTexts.Unread,
        CellKind.Date => RowTexts.IsDate,
        _ when cell.Mark == CellMark.PartlyStruck => RowTexts.PartlyStruck,
        _ when cell.Mark == CellMark.Struck => RowTexts.Struck,
        _ => null,
    };

    private string Text(int row, int column, SheetCell cell)
    {
        if (Wrong(cell) is { } problem)
        {
            problems.Add(row, columns.Name(column), cell.Text, problem);
            return cell.Text;
        }
        if (cell.Text.Length > 0 && cell.Shown is "")
        {
            problems.Warn(row, columns.Name(column), cell.Text, WarningTexts.NotShown);
            return cell.Text;
        }
        if (cell.Kind == CellKind.Truth)
        {
            problems.Add(row, columns.Name(column), cell.Text, RowTexts.IsTruth);
            return cell.Text;
        }
        return Seen(cell);
    }

    // A text or number that its format writes as a code, a telephone number or a dash is what it is written as.
    private static string Seen(SheetCell cell)
    {
        if (cell.Shown is not { } shown)
        {
            return cell.Text;
        }
        if (cell.Kind == CellKind.Text)
        {
            return CellText.Clean(shown);
        }
        var plain = ThaiNumerals.ToWestern(shown).Replace(",", "", StringComparison.Ordinal).Trim();
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && CellText.TryNumber(cell.Text, out var held) && number == held && !(plain.Length > 1 && plain[0] == '0' && plain[1] != '.')
            ? cell.Text
            : CellText.Clean(shown);
    }
}
