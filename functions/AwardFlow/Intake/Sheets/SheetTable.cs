namespace AwardFlow.Intake.Sheets;

/// <summary>The table of a sheet.</summary>
/// <param name="Columns">Its columns.</param>
/// <param name="Above">What stands above its header.</param>
/// <param name="Rows">The rows below the header that are not blank, to be read once.</param>
internal sealed record SheetTable(Columns Columns, IReadOnlyList<SheetRow> Above, IEnumerable<SheetRow> Rows);
