using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Reads score sheets, in long form (a row a score) or in wide form (a row an entry, a column a criterion).</summary>
internal sealed partial class ScoresSheet
{
    private const int LongestScore = 60;

    private readonly Problems _problems;
    private readonly Criterion[] _criteria;
    private readonly EntryFinder _entries;
    private readonly ConflictsOfInterest _conflicts;
    private readonly JudgeList _judges;
    private readonly ScoreNumbers _numbers;
    private readonly Dictionary<(EntryCode Entry, JudgeName Judge), (int Sheet, int Row)[]> _firstRows = [];
    private readonly List<string> _sheets = [];
    private readonly HashSet<(EntryCode, JudgeName?)> _withdrawn = [];
    private SideRows _sideRows = null!;
    private ScoreKeys _keys = null!;
    private ScoreRemarks _remarks = null!;
    private string _lastJudge = "";
    private (int Row, string Name)? _stated;
    private bool _isHeaderAgain;

    /// <param name="definition">The cycle, for its criteria and judges.</param>
    /// <param name="entries">The cycle's entries.</param>
    /// <param name="mapping">What people said that columns mean.</param>
    /// <param name="problems">Collects what is wrong.</param>
    public ScoresSheet(CycleDefinition definition, IReadOnlyCollection<Entry> entries, ColumnMapping mapping, Problems problems)
    {
        _problems = problems;
        _criteria = [.. definition.Criteria()];
        _entries = new EntryFinder(entries);
        _conflicts = new ConflictsOfInterest(definition);
        _judges = new JudgeList(definition.Judges);
        _numbers = new ScoreNumbers(problems);
        Signature = SignatureOf(definition, mapping);
    }

    /// <summary>By what such a sheet is known.</summary>
    public HeaderSignature Signature { get; }

    /// <summary>The judges whose scores were read, as they are spelled, each with the row where the name first stands.</summary>
    public IReadOnlyDictionary<JudgeName, int> Judges => _judges.FirstRows;

    /// <summary>How many scores, and suggestions without one, were read.</summary>
    public int Count { get; private set; }

    /// <summary>Who scored the sheets that have no column for it, where the sender said so.</summary>
    public string? Judge { get; init; }

    /// <summary>The judges who scored before.</summary>
    public IReadOnlySet<JudgeName> KnownJudges { get; init; } = new HashSet<JudgeName>();

    /// <summary>What is withdrawn, of which scores do not count.</summary>
    public WithdrawnScores? Withdrawn { get; init; }

    /// <summary>Takes each score as it is read. What it took counts only when all sheets are read.</summary>
    public required Action<Score> Take { get; init; }

    /// <summary>Takes each pair of entry and judge, with the criterion, that the sheet leaves without a score.</summary>
    public Action<EntryCode, JudgeName, string>? Blank { get; init; }

    /// <summary>By what the score sheets of a cycle are known.</summary>
    public static HeaderSignature SignatureOf(CycleDefinition definition, ColumnMapping mapping) => new(new RubricNames(definition.Criteria()), mapping);

    /// <summary>Reads the scores of a sheet. Blank cells and dashes give none.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <returns>The columns that mean nothing here.</returns>
    /// <exception cref="UploadRefusedException">A column is missing or a row is bad; every bad row is listed.</exception>
    public IReadOnlyList<string> Read(NamedSheet sheet)
    {
        _sheets.Add(sheet.Name);
        var table = HeaderRow.Find(sheet.Read(), Signature);
        var header = new ScoreHeader(_criteria, _judges, Judge, _problems, KnownJudges.Contains);
        var layout = header.LayoutOf(table, sheet);
        _problems.ThrowIfAny();
        header.Warn(table.Columns, layout);
        _sideRows = new SideRows(Signature, table.Columns);
        (_stated, _isHeaderAgain) = (null, false);
        var shape = new RowShape(table.Columns, layout, _problems);
        var strays = new StrayCells(table.Columns, _problems);
        var cells = new RowCells(table.Columns, _problems);
        _keys = new ScoreKeys(_entries, _conflicts, _judges, cells, _problems, _withdrawn) { Judge = Judge, Withdrawn = Withdrawn };
        _remarks = new ScoreRemarks(cells, shape, layout.IsLong, _problems);
        foreach (var row in table.Rows)
        {
            if (IsSideRow(row, layout, cells) || !shape.IsWhole(row))
            {
                continue;
            }
            if (_stated is not null || _isHeaderAgain)
            {
                layout = NextTable(layout);
            }
            if (row.IsHidden)
            {
                _problems.Warn(row.Number, "", row[layout.Entry], WarningTexts.HiddenRow);
            }
            strays.Look(row);
            if (layout.IsLong)
            {
                ReadLong(row, cells, layout);
            }
            else
            {
                ReadWide(row, cells, layout);
            }
        }
        _numbers.Finish();
        shape.Finish();
        _keys.Finish(table.Columns, layout);
        return table.Columns.Ignored;
    }

    /// <summary>Refuses what was read where anything is wrong with it, or there is nothing.</summary>
    /// <exception cref="UploadRefusedException">Every bad row is listed.</exception>
    public void Finish()
    {
        _problems.ThrowIfAny();
        if (Count == 0)
        {
            throw new UploadRefusedException(FileTexts.NoScores);
        }
    }

    private bool IsSideRow(SheetRow row, ScoreLayout layout, RowCells cells)
    {
        var key = layout.Entry >= 0 ? row.CellOrMerged(layout.Entry).Text : row.CellOrMerged(layout.Organisation).Text;
        if (!row.IsTotals && key.Length > 0 && _entries.IsKnown(key, layout.Entry < 0))
        {
            // An entry's own total or average stands where judges do; rows of one judge mostly stand together.
            var judge = row[layout.Judge];
            if (judge == _lastJudge || !_sideRows.IsOfTotals(judge))
            {
                _lastJudge = judge;
                return false;
            }
            _problems.PassOver(row, PassedOverTexts.Totals);
            return true;
        }
        var hasScores = layout.IsLong ? IsScoreLike(row.Cell(layout.Score)) : Array.Exists(layout.Criteria, column => IsScoreLike(row.Cell(column)));
        if (layout.Judge < 0 && !hasScores && SheetJudge.InRow(row) is { } stated)
        {
            _stated = (row.Number, stated);
            _problems.PassOver(row, PassedOverTexts.Judge);
            return true;
        }
        if ((_sideRows.WhatIs(row, hasScores) ?? (IsMaxima(row, key, layout) ? PassedOverTexts.Maximum : (BilingualText?)null)) is not { } what)
        {
            if (!_sideRows.IsOtherHeader(row))
            {
                return false;
            }
            _problems.Add(row.Number, "", row.First, RowTexts.OtherHeader);
            return true;
        }
        _isHeaderAgain |= what == PassedOverTexts.Header;
        if (what == PassedOverTexts.Heading && layout.Judge < 0 && SheetJudge.Alone(row) is { } alone)
        {
            _stated = (row.Number, alone);
        }
        if (SideRows.IsMaximum(what) && !layout.IsLong)
        {
            foreach (var (place, column) in layout.Criteria.Index())
            {
                if (CellText.TryNumber(row[column], out var maximum) && maximum != _criteria[place].Max)
                {
                    _problems.Warn(row.Number, cells.Name(column), row[column], WarningTexts.OtherMaximum(maximum, _criteria[place].Max));
                }
            }
        }
        _problems.PassOver(row, what);
        return true;
    }

    // Below a header printed again, under another judge's name, that judge's scores stand.
    private ScoreLayout NextTable(ScoreLayout layout)
    {
        var (stated, isHeaderAgain) = (_stated, _isHeaderAgain);
        (_stated, _isHeaderAgain) = (null, false);
        if (stated is not var (row, name) || _judges.Of(name) is { } judge && judge == layout.OfAll)
        {
            return layout;
        }
        if (!isHeaderAgain || layout.From != WarningTexts.JudgeInTitle || _judges.Find(row, name, isFull: false, out _) is not { } next)
        {
            _problems.Add(row, ColumnName.Judge.English, name, RowTexts.OtherJudge);
            return layout;
        }
        _problems.Warn(row, ColumnName.Judge.English, next.Text, WarningTexts.JudgeInTitle);
        return layout with { OfAll = next };
    }

    // A number, a dash, or a number with words: what a signature below the scores is not.
    private static bool IsScoreLike(SheetCell cell) =>
        cell.Kind != CellKind.Text || (cell.Text.Length is > 0 and <= LongestScore && (CellText.IsMissing(cell.Text) || ScoreLike().IsMatch(cell.Text)));

    // Of no entry and no judge, and each criterion's maximum in its column: (30).
    private bool IsMaxima(SheetRow row, string key, ScoreLayout layout)
    {
        var stated = layout.IsLong || key.Length > 0 || row[layout.Judge].Length > 0
            ? []
            : layout.Criteria.Index().Where(each => row[each.Item].Length > 0).ToList();
        return stated.Count > 0
            && stated.TrueForAll(each => CellText.TryNumber(row[each.Item].Trim('(', ')', ' '), out var maximum) && maximum == _criteria[each.Index].Max);
    }

    private void ReadLong(SheetRow row, RowCells cells, ScoreLayout layout)
    {
        var before = _problems.Count;
        var text = cells.TextOrMerged(row, layout.Criterion);
        var place = Signature.Rubric!.PlaceOf(text);
        if (place < 0 && _sideRows.IsOfTotals(text))
        {
            _problems.PassOver(row, PassedOverTexts.Totals);
            return;
        }
        if (place < 0 && _problems.Count == before)
        {
            var codes = string.Join(", ", _criteria.Select(each => each.Code));
            _problems.Add(
                row.Number,
                cells.Name(layout.Criterion),
                text,
                RowTexts.UnknownCriterion(codes, _problems.IsFull ? null : new NearMisses(_criteria.Select(each => each.Code)).Of(text)));
        }
        var isKnown = _problems.Count == before;
        if (_keys.Of(row, layout) is not var (entry, judge) || !isKnown)
        {
            return;
        }
        var remark = _remarks.Of(row, layout.Comment, [layout.Score]);
        if (Add(row, cells, layout.Score, place, entry, judge, remark) is null && remark.Length > 0)
        {
            AddRemark(entry, judge, place, remark);
        }
    }

    private void ReadWide(SheetRow row, RowCells cells, ScoreLayout layout)
    {
        if (_keys.Of(row, layout) is not var (entry, judge))
        {
            return;
        }
        var remark = _remarks.Of(row, layout.Comment, layout.Criteria);
        var (sum, weighted) = (0m, 0m);
        for (var place = 0; place < _criteria.Length; place++)
        {
            var own = layout.Comments?[place] is >= 0 and var column ? _remarks.Of(row, column, []) : remark;
            // A remark on the whole entry is kept once, with the first score of its row.
            if (Add(row, cells, layout.Criteria[place], place, entry, judge, own) is { } points)
            {
                remark = "";
                sum += points;
                weighted += _criteria[place].Weighted(points);
            }
            else if (layout.Comments is not null && own.Length > 0)
            {
                AddRemark(entry, judge, place, own);
            }
        }
        if (remark.Length > 0 && layout.Comments is null)
        {
            AddRemark(entry, judge, 0, remark);
        }
        if (layout.Total >= 0)
        {
            CheckTotal(row, cells, layout.Total, sum, weighted);
        }
    }

    private void CheckTotal(SheetRow row, RowCells cells, int column, decimal sum, decimal weighted)
    {
        var cell = row.Cell(column);
        if (ScoreNumbers.TryTotal(cell, out var total)
            && Math.Round(sum, Places(total), MidpointRounding.AwayFromZero) != total
            && Math.Round(weighted, Places(total), MidpointRounding.AwayFromZero) != total)
        {
            _problems.Warn(row.Number, cells.Name(column), cell.Text, WarningTexts.OtherTotal(sum));
        }
    }

    private static int Places(decimal number) => Math.Min(number.Scale, (byte)6);

    // The points that were taken; null where there are none.
    private decimal? Add(SheetRow row, RowCells cells, int column, int place, Entry entry, JudgeName judge, string comment)
    {
        var cell = row.Cell(column);
        var criterion = _criteria[place];
        if (row.Merged?.ContainsKey(column) ?? false)
        {
            _problems.Add(row.Number, cells.Name(column), cell.Text, RowTexts.MergedScores);
            return null;
        }
        if (_numbers.IsMissing(row.Number, cells.Name(column), cell))
        {
            Blank?.Invoke(entry.Code, judge, criterion.Code);
            return null;
        }
        if (!_numbers.TryRead(row.Number, cells.Name(column), cell, criterion, out var points))
        {
            return null;
        }
        if (points < 0 || points > criterion.Max)
        {
            _problems.Add(row.Number, cells.Name(column), cell.Text, RowTexts.OutOfRange(criterion.Max, criterion.Code));
            return null;
        }
        if (!_firstRows.TryGetValue((entry.Code, judge), out var firstRows))
        {
            _firstRows.Add((entry.Code, judge), firstRows = new (int, int)[_criteria.Length]);
        }
        if (firstRows[place] is { Row: > 0 } first)
        {
            _problems.Add(
                row.Number,
                cells.Name(column),
                cell.Text,
                RowTexts.ScoredTwice(
                    judge, entry.Code, criterion.Code, first.Row, first.Sheet == _sheets.Count - 1 ? null : CellText.Quoted(_sheets[first.Sheet])));
            return null;
        }
        firstRows[place] = (_sheets.Count - 1, row.Number);
        Count++;
        Take(new Score(entry.Code, judge, criterion.Code, points, comment));
        return points;
    }

    private void AddRemark(Entry entry, JudgeName judge, int place, string remark)
    {
        Count++;
        Take(new Score(entry.Code, judge, _criteria[place].Code, null, remark));
    }

    [GeneratedRegex(
        @"^[(+-]?\s*[0-9๐-๙][0-9๐-๙.,·½]*\s*\)?\s*(คะแนน|แต้ม|points?|pts\.?|%|/.*)?$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex ScoreLike();
}
