namespace AwardFlow.Intake.Sheets;

/// <summary>A visible sheet of an uploaded file.</summary>
/// <param name="Name">The sheet's name; empty for a text file.</param>
/// <param name="Read">Reads its rows from the first on, each time anew.</param>
internal sealed record NamedSheet(string Name, Func<IEnumerable<SheetRow>> Read);
