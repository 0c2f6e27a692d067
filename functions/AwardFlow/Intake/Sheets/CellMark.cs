namespace AwardFlow.Intake.Sheets;

/// <summary>What is struck out in a cell, as people do with what they take back.</summary>
internal enum CellMark
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A part of it.</summary>
    PartlyStruck,

    /// <summary>All of it.</summary>
    Struck,
}
