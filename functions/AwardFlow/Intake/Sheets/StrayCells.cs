using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake.Sheets;

/// <summary>Names what stands in columns that have no name, once a column, since nothing of it is taken.</summary>
/// <param name="columns">The columns.</param>
/// <param name="problems">Collects what is worth a look.</param>
internal sealed class StrayCells(Columns columns, Problems problems)
{
    private const int MostColumns = 20;

    private readonly bool _hasGaps =
        Enumerable.Range(columns.FirstNamed, columns.EndOfNamed - columns.FirstNamed).Any(column => columns.Name(column).Length == 0);
    private readonly HashSet<int> _told = [];

    /// <summary>Looks at a row that is taken.</summary>
    public void Look(SheetRow row)
    {
        if ((!_hasGaps && row.Cells.Count <= columns.EndOfNamed) || _told.Count >= MostColumns)
        {
            return;
        }
        // What is too much in a row of a text file is told by the row's shape.
        var end = row.Fields is null ? row.Cells.Count : Math.Min(row.Cells.Count, columns.EndOfNamed);
        for (var column = columns.FirstNamed; column < end && _told.Count < MostColumns; column++)
        {
            if (row[column].Length > 0 && columns.Name(column).Length == 0 && !(row.Merged?.ContainsKey(column) ?? false) && _told.Add(column))
            {
                problems.Warn(row.Number, Columns.Letter(column), row[column], WarningTexts.NamelessColumn);
            }
        }
    }
}
