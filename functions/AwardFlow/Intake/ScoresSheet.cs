using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Reads a score sheet, in long form (a row a score) or in wide form (a row an entry, a column a criterion).</summary>
/// <param name="definition">The cycle, for its criteria.</param>
/// <param name="entryCodes">The cycle's entries.</param>
internal sealed class ScoresSheet(CycleDefinition definition, IEnumerable<string> entryCodes)
{
    private const int LongestJudge = 200;
    private const int LongestComment = 4000;

    private static readonly string[] EntryNames = ["entry_code", "รหัสผลงาน"];

    private readonly Dictionary<string, string> _entries = entryCodes.ToDictionary(code => code, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Criterion> _criteria = definition.Criteria().ToDictionary(criterion => criterion.Code, StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Entry, string Judge, string Criterion), int> _firstRows = [];
    private readonly Problems _problems = new();
    private readonly List<Score> _scores = [];

    /// <summary>The scores of a sheet. Blank cells and dashes give none.</summary>
    /// <exception cref="UploadRefusedException">A column is missing or a row is bad; every bad row is listed.</exception>
    public IReadOnlyList<Score> Read(IEnumerable<SheetRow> sheet, out IReadOnlyList<string> ignoredColumns)
    {
        var columns = HeaderRow.Find(sheet, EntryNames, out var rows);
        var entry = Required(columns, EntryNames);
        var judge = Required(columns, "judge", "กรรมการ");
        var comment = columns.Find("comment", "ข้อเสนอแนะ");
        var criterion = columns.Find("criterion", "เกณฑ์");
        var points = columns.Find("score", "คะแนน");
        if (criterion >= 0 || points >= 0)
        {
            ReadLong(columns, rows, entry, judge, comment);
        }
        else
        {
            ReadWide(columns, rows, entry, judge, comment);
        }
        _problems.ThrowIfAny();
        ignoredColumns = [.. columns.Ignored];
        return _scores.Count > 0 ? _scores : throw new UploadRefusedException("The sheet has no scores.");
    }

    private void ReadLong(Columns columns, IEnumerable<SheetRow> rows, int entry, int judge, int comment)
    {
        var criterion = Required(columns, "criterion", "เกณฑ์");
        var points = Required(columns, "score", "คะแนน");
        _problems.ThrowIfAny();
        foreach (var row in rows)
        {
            var known = _criteria.GetValueOrDefault(ThaiNumerals.ToWestern(row[criterion])) ?? _criteria.GetValueOrDefault(row[criterion]);
            if (known is null)
            {
                _problems.Add(row.Number, columns.Name(criterion), row[criterion], $"is not a criterion of this cycle; they are {string.Join(", ", _criteria.Keys)}");
            }
            if (Key(row, columns, entry, judge, comment) is var (code, name, remark) && known is not null)
            {
                Add(row, columns, points, known, code, name, remark);
            }
        }
    }

    private void ReadWide(Columns columns, IEnumerable<SheetRow> rows, int entry, int judge, int comment)
    {
        var scored = new List<(Criterion Criterion, int Column)>();
        foreach (var criterion in _criteria.Values)
        {
            var column = columns.Find(criterion.Code, ThaiNumerals.ToThai(criterion.Code));
            if (column < 0)
            {
                _problems.Add(columns.HeaderRow, criterion.Code, "", "the column is missing; a sheet has a column for each criterion, or the columns 'criterion' and 'score'");
            }
            scored.Add((criterion, column));
        }
        _problems.ThrowIfAny();
        foreach (var row in rows)
        {
            if (Key(row, columns, entry, judge, comment) is not { } key)
            {
                continue;
            }
            var (code, name, remark) = key;
            foreach (var (criterion, column) in scored)
            {
                // A remark on the whole entry is kept once, with the first score of its row.
                if (Add(row, columns, column, criterion, code, name, remark))
                {
                    remark = "";
                }
            }
        }
    }

    private (string Entry, string Judge, string Comment)? Key(SheetRow row, Columns columns, int entry, int judge, int comment)
    {
        var before = _problems.Count;
        if (!_entries.TryGetValue(ThaiNumerals.ToWestern(row[entry]), out var code))
        {
            _problems.Add(row.Number, columns.Name(entry), row[entry], "is not an entry of this cycle");
        }
        var name = string.Join(' ', row[judge].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (CellText.IsMissing(name) || name.Length > LongestJudge || name.Any(char.IsControl))
        {
            _problems.Add(row.Number, columns.Name(judge), row[judge], $"must be a judge's name of at most {LongestJudge} characters");
        }
        var remark = comment < 0 || CellText.IsMissing(row[comment]) ? "" : row[comment];
        if (remark.Length > LongestComment)
        {
            _problems.Add(row.Number, columns.Name(comment), remark[..40] + "…", $"has {remark.Length} characters; at most {LongestComment} fit");
        }
        else if (LetterCharacters.Problem(remark) is { } problem)
        {
            _problems.Add(row.Number, columns.Name(comment), remark, problem);
        }
        return _problems.Count == before ? (code!, name, remark) : null;
    }

    private bool Add(SheetRow row, Columns columns, int column, Criterion criterion, string entry, string judge, string comment)
    {
        var text = row[column];
        if (CellText.IsMissing(text))
        {
            return false;
        }
        var first = _firstRows.GetValueOrDefault((entry, judge, criterion.Code));
        if (!CellText.TryNumber(text, out var points))
        {
            _problems.Add(row.Number, columns.Name(column), text, "is not a number");
        }
        else if (points < 0 || points > criterion.Max)
        {
            _problems.Add(row.Number, columns.Name(column), text,
                string.Create(CultureInfo.InvariantCulture, $"is not from 0 to {criterion.Max}, the maximum of criterion {criterion.Code}"));
        }
        else if (first != 0)
        {
            _problems.Add(row.Number, columns.Name(column), text, $"judge '{judge}' scored entry {entry} for criterion {criterion.Code} in row {first} too");
        }
        else
        {
            _firstRows.Add((entry, judge, criterion.Code), row.Number);
            _scores.Add(new Score(entry, judge, criterion.Code, points, comment));
            return true;
        }
        return false;
    }

    private int Required(Columns columns, params string[] names)
    {
        var column = columns.Find(names);
        if (column < 0)
        {
            _problems.Add(columns.HeaderRow, names[0], "", $"the column is missing; name it '{names[0]}' or '{names[1]}'");
        }
        return column;
    }
}
