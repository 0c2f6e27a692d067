using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake.Sheets;

/// <summary>Finds a sheet's columns by the names in its header.</summary>
internal sealed class Columns
{
    private readonly IReadOnlyList<string> _names;
    private readonly string[] _keys;
    private readonly HashSet<int> _known = [];

    /// <param name="headerRow">The number of the header row; of a header of two rows, the lower.</param>
    /// <param name="names">The columns' names.</param>
    public Columns(int headerRow, IReadOnlyList<string> names)
    {
        HeaderRow = headerRow;
        _names = names;
        _keys = [.. names.Select(ColumnName.Key)];
    }

    /// <summary>The number of the header row.</summary>
    public int HeaderRow { get; }

    /// <summary>The names of the columns that nobody asked for.</summary>
    public IReadOnlyList<string> Ignored => [.. _names.Where((name, column) => name.Length > 0 && !_known.Contains(column)).Select(CellText.Quoted)];

    /// <summary>The index of the column with one of these names, or -1.</summary>
    /// <exception cref="UploadRefusedException">Two columns have them.</exception>
    public int Find(ColumnName name) => Find(name.Is, name.English);

    /// <summary>The index of a criterion's column, or -1.</summary>
    /// <exception cref="UploadRefusedException">Two columns have its code.</exception>
    public int Find(string criterion) => Find(key => key == ColumnName.Key(criterion), criterion);

    /// <summary>The index of a column that a sheet must have, or -1, which is then among the problems.</summary>
    public int Require(ColumnName name, Problems problems)
    {
        var column = Find(name);
        if (column < 0)
        {
            problems.Add(HeaderRow, name.English, "", RowTexts.ColumnMissing(name.English, name.Thai, Near(name.English, name.Thai)));
        }
        return column;
    }

    /// <summary>A column that nobody asked for and that is spelled much like one of these names; null where there is none.</summary>
    public string? Near(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (new NearMisses(Ignored).Of(name) is { } near)
            {
                return near;
            }
        }
        return null;
    }

    /// <summary>A column's name as the sheet has it.</summary>
    public string Name(int column) => column >= 0 && column < _names.Count ? CellText.Quoted(_names[column]) : "";

    private int Find(Func<string, bool> isIt, string name)
    {
        var found = -1;
        for (var column = 0; column < _keys.Length; column++)
        {
            if (!isIt(_keys[column]))
            {
                continue;
            }
            if (found >= 0)
            {
                var problems = new Problems();
                problems.Add(HeaderRow, _names[column], _names[column], RowTexts.ColumnTwice(name));
                problems.ThrowIfAny();
            }
            found = column;
            _known.Add(column);
        }
        return found;
    }
}
