namespace AwardFlow.Intake.Workbooks;

/// <summary>How a cell of a workbook that AwardFlow makes looks.</summary>
internal enum CellLook
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>The title of a sheet.</summary>
    Title,

    /// <summary>A text to read, in several lines.</summary>
    Note,

    /// <summary>The name of a column.</summary>
    Header,

    /// <summary>What is wrong.</summary>
    Marked,

    /// <summary>A text even where it looks like a number, so that 001 stays 001.</summary>
    Text,

    /// <summary>Struck out.</summary>
    Struck,

    /// <summary>Struck out, and wrong.</summary>
    MarkedStruck,
}
