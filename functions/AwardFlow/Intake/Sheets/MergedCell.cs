namespace AwardFlow.Intake.Sheets;

/// <summary>The cell with which another is merged.</summary>
/// <param name="Cell">What stands in it.</param>
/// <param name="IsAside">Whether it stands in another column.</param>
/// <param name="Area">All cells that are merged with it.</param>
internal readonly record struct MergedCell(SheetCell Cell, bool IsAside, MergedCells.Area Area);
