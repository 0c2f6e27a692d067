namespace AwardFlow.Intake.Workbooks;

/// <summary>A comment at a cell of a workbook that AwardFlow makes.</summary>
/// <param name="Row">The row, from 1.</param>
/// <param name="Column">The column, from 0.</param>
/// <param name="Text">What it says.</param>
internal readonly record struct CellComment(int Row, int Column, string Text)
{
    /// <summary>The cell's address.</summary>
    public string Address => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{WorkbookWriter.Letters(Column)}{Row}");
}
