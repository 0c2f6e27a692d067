namespace AwardFlow.Intake.Workbooks;

/// <summary>A cell of a workbook that AwardFlow makes: a text, never a formula, or a number.</summary>
/// <param name="Text">The text; empty for a blank cell.</param>
/// <param name="Number">The number, in place of the text.</param>
/// <param name="Look">How it looks.</param>
/// <param name="IsPartlyStruck">Whether a part of the text is struck out.</param>
internal readonly record struct WorkbookCell(string Text, decimal? Number = null, CellLook Look = CellLook.Plain, bool IsPartlyStruck = false)
{
    public static implicit operator WorkbookCell(string text) => new(text);
}
