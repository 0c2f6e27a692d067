namespace AwardFlow.Intake.Sheets;

/// <summary>The kinds of file that are taken.</summary>
public enum SheetFormat
{
    /// <summary>Values separated by comma, semicolon or tab, in any known encoding of Thai.</summary>
    Csv,

    /// <summary>An Excel workbook (Office Open XML).</summary>
    Xlsx,
}
