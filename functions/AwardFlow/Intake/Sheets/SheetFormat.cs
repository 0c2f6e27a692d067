namespace AwardFlow.Intake.Sheets;

/// <summary>The kinds of file that are taken.</summary>
public enum SheetFormat
{
    /// <summary>Comma-separated values in UTF-8.</summary>
    Csv,

    /// <summary>An Excel workbook (Office Open XML).</summary>
    Xlsx,
}
