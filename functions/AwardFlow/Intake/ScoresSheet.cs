using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Reads a score sheet, in long form (a row a score) or in wide form (a row an entry, a column a criterion).</summary>
/// <param name="definition">The cycle, for its criteria and judges.</param>
/// <param name="entries">The cycle's entries.</param>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class ScoresSheet(CycleDefinition definition, IReadOnlyCollection<Entry> entries, Problems problems)
{
    private const int LongestComment = 4000;

    private readonly Criterion[] _criteria = [.. definition.Criteria()];
    private readonly Dictionary<EntryCode, Entry> _entries = entries.ToDictionary(entry => entry.Code);
    private readonly NearMisses _nearEntries = new(entries.Select(entry => entry.Code.Text));
    private readonly ConflictsOfInterest _conflicts = new(definition);
    private readonly JudgeList _judges = new(definition.Judges);
    private readonly Dictionary<(EntryCode Entry, JudgeName Judge), int[]> _firstRows = [];
    private readonly ScoreNumbers _numbers = new(problems);
    private int _count;

    /// <summary>By what such a sheet is known.</summary>
    public HeaderSignature Signature => new(ColumnName.EntryCode, ColumnName.Judge, name => Array.Exists(_criteria, criterion => ColumnName.Key(criterion.Code) == ColumnName.Key(name)));

    /// <summary>The judges whose scores were read, as they are spelled, each with the row where the name first stands.</summary>
    public IReadOnlyDictionary<JudgeName, int> Judges => _judges.FirstRows;

    /// <summary>Reads the scores of a sheet. Blank cells and dashes give none.</summary>
    /// <param name="sheet">The sheet's rows.</param>
    /// <param name="take">Takes each score as it is read. What it took counts only when this returns.</param>
    /// <param name="ignoredColumns">The columns that mean nothing here.</param>
    /// <returns>How many scores there are.</returns>
    /// <exception cref="UploadRefusedException">A column is missing or a row is bad; every bad row is listed.</exception>
    public int Read(IEnumerable<SheetRow> sheet, Action<Score> take, out IReadOnlyList<string> ignoredColumns)
    {
        var columns = HeaderRow.Find(sheet, Signature, out var rows);
        var layout = new Layout(
            columns.Require(ColumnName.EntryCode, problems), columns.Require(ColumnName.Judge, problems), columns.Find(ColumnName.Comment), columns.Find(ColumnName.Organisation));
        var cells = new RowCells(columns, problems);
        if (columns.Find(ColumnName.Criterion) >= 0 || columns.Find(ColumnName.Score) >= 0)
        {
            ReadLong(cells, rows, layout, take);
        }
        else
        {
            ReadWide(cells, rows, layout, take);
        }
        _numbers.Finish();
        problems.ThrowIfAny();
        ignoredColumns = columns.Ignored;
        return _count > 0 ? _count : throw new UploadRefusedException(FileTexts.NoScores);
    }

    private void ReadLong(RowCells cells, IEnumerable<SheetRow> rows, Layout layout, Action<Score> take)
    {
        var criterion = cells.Columns.Require(ColumnName.Criterion, problems);
        var points = cells.Columns.Require(ColumnName.Score, problems);
        problems.ThrowIfAny();
        var known = _criteria.ToDictionary(each => CellText.Code(each.Code), each => Array.IndexOf(_criteria, each), StringComparer.OrdinalIgnoreCase);
        var near = new NearMisses(_criteria.Select(each => each.Code));
        foreach (var row in rows)
        {
            var before = problems.Count;
            var text = cells.Text(row, criterion);
            if (!known.TryGetValue(CellText.Code(text), out var index) && problems.Count == before)
            {
                problems.Add(row.Number, cells.Name(criterion), text, RowTexts.UnknownCriterion(
                    string.Join(", ", _criteria.Select(each => each.Code)), problems.IsFull ? null : near.Of(text)));
            }
            var isKnown = problems.Count == before;
            if (Key(row, cells, layout) is var (entry, judge, remark) && isKnown)
            {
                Add(row, cells, points, index, entry, judge, remark, take);
            }
        }
    }

    private void ReadWide(RowCells cells, IEnumerable<SheetRow> rows, Layout layout, Action<Score> take)
    {
        var scored = Array.ConvertAll(_criteria, criterion => cells.Columns.Find(criterion.Code));
        for (var index = 0; index < scored.Length; index++)
        {
            if (scored[index] < 0)
            {
                problems.Add(cells.Columns.HeaderRow, _criteria[index].Code, "", RowTexts.CriterionColumnMissing(cells.Columns.Near(_criteria[index].Code)));
            }
        }
        problems.ThrowIfAny();
        foreach (var row in rows)
        {
            if (Key(row, cells, layout) is not var (entry, judge, remark))
            {
                continue;
            }
            for (var index = 0; index < scored.Length; index++)
            {
                // A remark on the whole entry is kept once, with the first score of its row.
                if (Add(row, cells, scored[index], index, entry, judge, remark, take))
                {
                    remark = "";
                }
            }
        }
    }

    private (Entry Entry, JudgeName Judge, string Comment)? Key(SheetRow row, RowCells cells, Layout layout)
    {
        var before = problems.Count;
        var entry = EntryOf(row, cells, layout);
        var judge = _judges.Find(row.Number, cells.Text(row, layout.Judge), out var problem);
        if (judge is null)
        {
            problems.Add(row.Number, cells.Name(layout.Judge), row[layout.Judge], problem);
        }
        var text = layout.Comment < 0 ? "" : cells.Text(row, layout.Comment);
        var remark = CellText.IsMissing(text) ? "" : text;
        if (remark.Length > LongestComment)
        {
            problems.Add(row.Number, cells.Name(layout.Comment), remark, RowTexts.TooLong(remark.Length, LongestComment));
        }
        else if (remark.Contains(CellText.Lost, StringComparison.Ordinal))
        {
            problems.Add(row.Number, cells.Name(layout.Comment), remark, RowTexts.LostCharacter);
        }
        else if (LetterCharacters.Missing(remark) is { } missing)
        {
            problems.Add(row.Number, cells.Name(layout.Comment), remark, RowTexts.NotInFont(missing));
        }
        if (problems.Count > before)
        {
            return null;
        }
        if (_conflicts.MayNotScore(judge!, entry!.Code))
        {
            problems.Warn(row.Number, cells.Name(layout.Judge), judge!, WarningTexts.MayNotScore(judge!, entry.Code));
        }
        return (entry, judge!, remark);
    }

    private Entry? EntryOf(SheetRow row, RowCells cells, Layout layout)
    {
        var before = problems.Count;
        var text = cells.Text(row, layout.Entry);
        if (problems.Count > before)
        {
            return null;
        }
        if (!_entries.TryGetValue(EntryCode.Unchecked(CellText.Code(text)), out var entry))
        {
            problems.Add(row.Number, cells.Name(layout.Entry), text,
                text.Length == 0 ? RowTexts.NoEntryCode : RowTexts.UnknownEntry(problems.IsFull ? null : _nearEntries.Of(text)));
            return null;
        }
        // Where somebody sorted one column alone, codes stand beside other entries' names.
        var organisation = row[layout.Organisation];
        if (organisation.Length > 0 && CellText.Name(organisation) != CellText.Name(entry.Organisation))
        {
            problems.Warn(row.Number, cells.Name(layout.Organisation), organisation, WarningTexts.OtherOrganisation(entry.Code, CellText.Quoted(entry.Organisation)));
        }
        return entry;
    }

    private bool Add(SheetRow row, RowCells cells, int column, int index, Entry entry, JudgeName judge, string comment, Action<Score> take)
    {
        var cell = row.Cell(column);
        if (cell.Kind != CellKind.Unworked && CellText.IsMissing(cell.Text))
        {
            return false;
        }
        var criterion = _criteria[index];
        if (!_numbers.TryRead(row.Number, cells.Name(column), cell, out var points))
        {
            return false;
        }
        if (points < 0 || points > criterion.Max)
        {
            problems.Add(row.Number, cells.Name(column), cell.Text, RowTexts.OutOfRange(criterion.Max, criterion.Code));
            return false;
        }
        if (!_firstRows.TryGetValue((entry.Code, judge), out var firstRows))
        {
            _firstRows.Add((entry.Code, judge), firstRows = new int[_criteria.Length]);
        }
        if (firstRows[index] != 0)
        {
            problems.Add(row.Number, cells.Name(column), cell.Text, RowTexts.ScoredTwice(judge, entry.Code, criterion.Code, firstRows[index]));
            return false;
        }
        firstRows[index] = row.Number;
        _count++;
        take(new Score(entry.Code, judge, criterion.Code, points, comment));
        return true;
    }

    private readonly record struct Layout(int Entry, int Judge, int Comment, int Organisation);
}
