namespace AwardFlow.Intake.Sheets;

/// <summary>How a cell looks.</summary>
/// <param name="Format">How it shows numbers.</param>
/// <param name="IsStruck">Whether a line goes through all of it.</param>
/// <param name="IsWhite">Whether it is written in white on white.</param>
internal readonly record struct CellStyle(NumberFormat Format, bool IsStruck, bool IsWhite = false);
