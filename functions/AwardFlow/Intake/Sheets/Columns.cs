using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Sheets;

/// <summary>Finds a sheet's columns by the names in its header.</summary>
internal sealed class Columns
{
    private readonly IReadOnlyList<string> _names;
    private readonly HeaderSignature _signature;
    private readonly string[] _shown;
    private readonly string[] _keys;
    private readonly string[] _bareKeys;
    private readonly int[] _criteria;
    private readonly HashSet<int> _known = [];
    private readonly Dictionary<ColumnName, int> _found = new(ReferenceEqualityComparer.Instance);

    /// <param name="header">The header row; of a header of two rows, the lower.</param>
    /// <param name="names">The columns' names.</param>
    /// <param name="signature">What the names may mean.</param>
    public Columns(SheetRow header, IReadOnlyList<string> names, HeaderSignature signature)
    {
        Header = header;
        _signature = signature;
        _names = names;
        _shown = [.. names.Select(name => CellText.Quoted(name.ReplaceLineEndings(" ")))];
        _keys = [.. names.Select(signature.Mapping.Key)];
        _bareKeys = [.. names.Select(name => signature.Mapping.Knows(name) ? "" : ColumnName.BareKey(name))];
        EndOfNamed = Named().LastOrDefault(-1) + 1;
        _criteria = [.. names.Select(name => signature.Rubric?.PlaceOf(signature.Mapping.Meant(name)) ?? -1)];
    }

    /// <summary>The number of the header row.</summary>
    public int HeaderRow => Header.Number;

    /// <summary>The header row.</summary>
    public SheetRow Header { get; }

    /// <summary>The first column that has a name.</summary>
    public int FirstNamed => Math.Max(0, Named().FirstOrDefault(-1));

    /// <summary>The column behind the last that has a name.</summary>
    public int EndOfNamed { get; private init; }

    /// <summary>The rows of the header, where it has several.</summary>
    public IReadOnlyList<SheetRow> Lines { get => field ?? [Header]; init; }

    /// <summary>How many rows were searched for a header in vain; null where it was found.</summary>
    public int? SearchedRows { get; init; }

    /// <summary>The names of the columns that nobody asked for.</summary>
    public IReadOnlyList<string> Ignored => [.. _names.Where((name, column) => name.Length > 0 && !_known.Contains(column)).Select(CellText.Quoted)];

    /// <summary>The index of the column with one of these names, or -1.</summary>
    /// <exception cref="UploadRefusedException">Two columns have them.</exception>
    public int Find(ColumnName name)
    {
        if (!_found.TryGetValue(name, out var column))
        {
            _found.Add(name, column = Search(name));
        }
        return column;
    }

    private int Search(ColumnName name)
    {
        var found = FindAll(name.Is);
        if (found.Count == 1 && IsScoreAmongOthers(name))
        {
            return -1;
        }
        // The names as they are, then without numbers before them and brackets behind: ๒. ผลงาน (ชื่อเต็ม).
        foreach (var keys in new[] { _keys, _bareKeys })
        {
            for (var rank = keys == _keys ? 0 : -1; found.Count == 0 && rank < name.Ranks; rank++)
            {
                var tried = rank;
                var others = FindAll(key => tried < 0 ? name.Is(key) : name.IsOther(key, tried), keys).Where(column => !_known.Contains(column)).ToList();
                if (others.Count > 1)
                {
                    // Which one is meant, only a person can say.
                    return -1;
                }
                found = others;
            }
        }
        return Only(found, name.English);
    }

    // Beside คะแนนที่ได้, คะแนน is mostly the maximum.
    private bool IsScoreAmongOthers(ColumnName name) => name == ColumnName.Score && FindAll(name.IsAny).Count > 1;

    /// <summary>The index of the column with one of its two names, or -1.</summary>
    /// <exception cref="UploadRefusedException">Two columns have them.</exception>
    public int FindNamed(ColumnName name) => Only(FindAll(name.Is), name.English);

    /// <summary>All columns with one of the two names; where none has, those with the likeliest of the others.</summary>
    public IReadOnlyList<int> FindEach(ColumnName name)
    {
        var found = FindAll(name.Is);
        for (var rank = 0; found.Count == 0 && rank < name.Ranks; rank++)
        {
            var tried = rank;
            found = FindAll(key => name.IsOther(key, tried));
        }
        _known.UnionWith(found);
        return found;
    }

    /// <summary>The index of a criterion's column, or -1.</summary>
    /// <param name="place">The criterion's place in the rubric.</param>
    /// <param name="code">Its code.</param>
    /// <exception cref="UploadRefusedException">Two columns mean it.</exception>
    public int FindCriterion(int place, string code)
    {
        var named = FindAll(key => key == ColumnName.Key(code));
        return Only(named.Count > 0 ? named : [.. Enumerable.Range(0, _criteria.Length).Where(column => _criteria[column] == place)], code);
    }

    /// <summary>The index of the one column, asked for by nobody, whose name is such; -1 where there is none, or several.</summary>
    public int FindOther(Predicate<string> isIt)
    {
        var found = Named().Where(column => !_known.Contains(column) && _criteria[column] < 0 && isIt(_names[column])).Take(2).ToList();
        return found.Count == 1 ? Only(found, "") : -1;
    }

    /// <summary>The index of a column that a sheet must have, or -1, which is then among the problems.</summary>
    public int Require(ColumnName name, Problems problems)
    {
        var column = Find(name);
        if (column < 0)
        {
            problems.Add(HeaderRow, name.English, "", Missing(name));
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
    public string Name(int column) => column >= 0 && column < _shown.Length ? _shown[column] : "";

    /// <summary>Names the columns among these that the sheet hides.</summary>
    /// <param name="used">Those of which something is taken; -1 for none.</param>
    /// <param name="problems">Collects what is worth a look.</param>
    public void WarnOfHidden(IEnumerable<int> used, Problems problems)
    {
        foreach (var column in used.Where(column => Header.HiddenColumns?.Contains(column) ?? false))
        {
            problems.Warn(HeaderRow, Name(column), Name(column), WarningTexts.HiddenColumn);
        }
    }

    /// <summary>Whether a row is the header, or a line of it, printed again.</summary>
    public bool IsHeader(SheetRow row)
    {
        var isSame = false;
        for (var column = 0; column < row.Cells.Count; column++)
        {
            var text = row[column];
            if (text.Length == 0)
            {
                continue;
            }
            if (!Lines.Any(line => line[column] is { Length: > 0 } name && (name == text || ColumnName.Key(name) == ColumnName.Key(text)))
                && !(column < _criteria.Length && _criteria[column] >= 0 && _criteria[column] == _signature.Rubric!.PlaceOf(_signature.Mapping.Meant(text))))
            {
                return false;
            }
            isSame = true;
        }
        return isSame;
    }

    /// <summary>A column as a spreadsheet names it: A, B, …, AA.</summary>
    /// <param name="column">From 0.</param>
    public static string Letter(int column) => column < 26 ? $"{(char)('A' + column)}" : Letter(column / 26 - 1) + Letter(column % 26);

    /// <summary>What broke the names, so that none is known; null where nothing did.</summary>
    public BilingualText? Damage => _names.Select(DamagedText.Problem).FirstOrDefault(problem => problem is not null);

    private BilingualText Missing(ColumnName name)
    {
        var meant = FindAll(name.IsAny);
        var near = Near(name.English, name.Thai);
        if (Damage is { } damage)
        {
            return damage;
        }
        return near is null && SearchedRows is { } rows ? RowTexts.HeaderNotFound(name.English, name.Thai, rows)
            : meant.Count > 1 ? RowTexts.ColumnUnclear(name.English, name.Thai, string.Join(", ", meant.Select(Name)))
            : RowTexts.ColumnMissing(name.English, name.Thai, near);
    }

    private IEnumerable<int> Named() => Enumerable.Range(0, _names.Count).Where(column => _names[column].Length > 0);

    private List<int> FindAll(Predicate<string> isIt) => FindAll(isIt, _keys);

    private static List<int> FindAll(Predicate<string> isIt, string[] keys) =>
        [.. Enumerable.Range(0, keys.Length).Where(column => keys[column].Length > 0 && isIt(keys[column]))];

    private int Only(List<int> found, string name)
    {
        if (found.Count > 1)
        {
            var problems = new Problems();
            problems.Add(HeaderRow, _names[found[1]], _names[found[1]], RowTexts.ColumnTwice(name));
            problems.ThrowIfAny();
        }
        _known.UnionWith(found);
        return found.Count == 0 ? -1 : found[0];
    }
}
