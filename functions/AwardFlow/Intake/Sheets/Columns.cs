namespace AwardFlow.Intake.Sheets;

/// <summary>Finds a sheet's columns by the names in its header row.</summary>
/// <param name="header">The header row.</param>
internal sealed class Columns(SheetRow header)
{
    private readonly HashSet<int> _known = [];

    /// <summary>The number of the header row.</summary>
    public int HeaderRow => header.Number;

    /// <summary>The names of the columns that nobody asked for.</summary>
    public IEnumerable<string> Ignored => header.Cells.Where((name, column) => name.Length > 0 && !_known.Contains(column));

    /// <summary>The index of the column with one of these names, or -1.</summary>
    /// <exception cref="UploadRefusedException">Two columns have them.</exception>
    public int Find(params ReadOnlySpan<string> names)
    {
        var found = -1;
        for (var column = 0; column < header.Cells.Count; column++)
        {
            if (!IsOneOf(header.Cells[column], names))
            {
                continue;
            }
            if (found >= 0)
            {
                throw new UploadRefusedException(
                    "The sheet was refused.", [new RowProblem(header.Number, header.Cells[column], header.Cells[column], $"stands in two columns; keep one '{names[0]}'")], 1);
            }
            found = column;
            _known.Add(column);
        }
        return found;
    }

    /// <summary>A column's name as the sheet has it.</summary>
    public string Name(int column) => header[column];

    private static bool IsOneOf(string cell, ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (string.Equals(cell, name, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
