namespace AwardFlow.Intake.Sheets;

/// <summary>The cell with which another is merged.</summary>
/// <param name="Cell">What stands in it.</param>
/// <param name="IsAside">Whether it stands in another column.</param>
internal readonly record struct MergedCell(SheetCell Cell, bool IsAside);
