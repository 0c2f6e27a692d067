using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Reads what judges suggest beside their scores.</summary>
/// <param name="cells">Reads the sheet's cells.</param>
/// <param name="shape">Puts a suggestion together again that was cut at its commas.</param>
/// <param name="isLong">Whether a row is a score, and not an entry.</param>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class ScoreRemarks(RowCells cells, RowShape shape, bool isLong, Problems problems)
{
    private const int LongestComment = 4000;

    /// <summary>The suggestion in a column; empty where there is none. A wholly struck one was taken back.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column; negative for none.</param>
    /// <param name="scored">The columns of the scores that it is about.</param>
    public string Of(SheetRow row, int column, ReadOnlySpan<int> scored)
    {
        if (column < 0)
        {
            return "";
        }
        if (row.Cell(column).Mark == CellMark.Struck)
        {
            problems.Warn(row.Number, cells.Name(column), row[column], WarningTexts.StruckComment);
            return "";
        }
        if (row[column].Length == 0 && row.Merged?.GetValueOrDefault(column) is { IsAside: false, Cell.Text: { Length: > 0 } above } && !isLong)
        {
            problems.Warn(row.Number, cells.Name(column), above, WarningTexts.MergedComment);
        }
        var before = problems.Count;
        var text = shape.WholeComment(row, column) ?? cells.Text(row, column);
        if (problems.Count > before)
        {
            return text;
        }
        var remark = CellText.IsMissing(text) ? "" : text;
        shape.NoteComment(row, column, remark, scored);
        if (remark == "0")
        {
            problems.Warn(row.Number, cells.Name(column), remark, WarningTexts.ZeroForBlank);
            return "";
        }
        if (remark.Length == 0)
        {
            return remark;
        }
        if (remark.Length > LongestComment)
        {
            problems.Add(row.Number, cells.Name(column), remark, RowTexts.TooLong(remark.Length, LongestComment));
        }
        else if (DamagedText.Problem(remark) is { } damaged)
        {
            problems.Add(row.Number, cells.Name(column), remark, damaged);
        }
        else if (LetterCharacters.Missing(remark) is { } missing)
        {
            problems.Add(row.Number, cells.Name(column), remark, RowTexts.NotInFont(missing));
        }
        else if (DamagedText.MayBeCut(remark))
        {
            problems.Warn(row.Number, cells.Name(column), remark, WarningTexts.MayBeCut(remark.Length));
        }
        return remark;
    }
}
