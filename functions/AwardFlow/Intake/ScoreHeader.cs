using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake;

/// <summary>Reads the header of a score sheet: which column is which, and whose scores a sheet holds that has no column for it.</summary>
/// <param name="criteria">The rubric's criteria, in order.</param>
/// <param name="judges">Who may score.</param>
/// <param name="judge">Who scored, where the sender said so.</param>
/// <param name="problems">Collects what is wrong.</param>
internal sealed class ScoreHeader(Criterion[] criteria, JudgeList judges, string? judge, Problems problems)
{
    /// <summary>Finds what each column is; what is missing stands among the problems.</summary>
    public ScoreLayout LayoutOf(SheetTable table, NamedSheet sheet)
    {
        var columns = table.Columns;
        var scored = Enumerable.Range(0, criteria.Length).Select(place => columns.FindCriterion(place, criteria[place].Code)).ToArray();
        var found = scored.Count(column => column >= 0);
        var isLong = found == 0 ? columns.FindNamed(ColumnName.Criterion) >= 0 || columns.FindNamed(ColumnName.Score) >= 0 || (columns.Find(ColumnName.Criterion) >= 0 && columns.Find(ColumnName.Score) >= 0)
            : found < scored.Length && columns.FindNamed(ColumnName.Criterion) >= 0;
        var entry = columns.Find(ColumnName.EntryCode);
        var organisation = columns.Find(ColumnName.Organisation);
        if (entry < 0 && organisation < 0)
        {
            entry = columns.Require(ColumnName.EntryCode, problems);
        }
        var judgeColumn = columns.Find(ColumnName.Judge);
        var comments = columns.FindEach(ColumnName.Comment);
        var layout = new ScoreLayout
        {
            IsLong = isLong,
            Entry = entry,
            Organisation = organisation,
            Judge = judgeColumn,
            OfAll = judgeColumn < 0 ? JudgeOfAll(table, sheet) : null,
            Comment = comments.Count == 1 ? comments[0] : -1,
            Comments = comments.Count > 1 ? CommentsOf(scored, comments, columns) : null,
            Criterion = isLong ? columns.Require(ColumnName.Criterion, problems) : -1,
            Score = isLong ? columns.Require(ColumnName.Score, problems) : -1,
            Criteria = scored,
            Total = isLong ? -1 : columns.Find(ColumnName.Total),
        };
        if (!isLong)
        {
            foreach (var (place, criterion) in criteria.Index().Where(each => scored[each.Index] < 0))
            {
                problems.Add(columns.HeaderRow, criterion.Code, "", columns.AreLost ? RowTexts.LostText : RowTexts.CriterionColumnMissing(columns.Near(criterion.Code)));
            }
        }
        if (judgeColumn < 0 && layout.OfAll is null)
        {
            columns.Require(ColumnName.Judge, problems);
        }
        return layout;
    }

    /// <summary>Warns of columns that nobody sees, and of maxima that are not the rubric's.</summary>
    public void Warn(Columns columns, ScoreLayout layout)
    {
        columns.WarnOfHidden(layout.Used, problems);
        foreach (var (place, column) in layout.Criteria.Index().Where(each => each.Item >= 0 && !layout.IsLong))
        {
            if (RubricNames.MaximumIn(columns.Name(column)) is { } maximum && maximum != criteria[place].Max)
            {
                problems.Warn(columns.HeaderRow, columns.Name(column), columns.Name(column), WarningTexts.OtherMaximum(maximum, criteria[place].Max));
            }
        }
    }

    // Each comment belongs to the criterion before it.
    private int[]? CommentsOf(int[] scored, IReadOnlyList<int> comments, Columns columns)
    {
        var of = new int[criteria.Length];
        Array.Fill(of, -1);
        foreach (var column in comments)
        {
            var before = Array.IndexOf(scored, scored.Where(each => each >= 0 && each < column).DefaultIfEmpty(-1).Max());
            if (before < 0 || scored[before] < 0 || of[before] >= 0)
            {
                problems.Add(columns.HeaderRow, columns.Name(column), columns.Name(column), RowTexts.ColumnTwice(ColumnName.Comment.English));
                return null;
            }
            of[before] = column;
        }
        return of;
    }

    private JudgeName? JudgeOfAll(SheetTable table, NamedSheet sheet)
    {
        var (name, from) = judge is not null ? (judges.Find(0, judge, isFull: false, out var problem), WarningTexts.JudgeAsked)
            : SheetJudge.InTitle(table.Above) is { } title ? (judges.Find(table.Columns.HeaderRow, title, isFull: false, out problem), WarningTexts.JudgeInTitle)
            : SheetJudge.InName(sheet.Name) is { } named && judges.Of(named) is not null ? (judges.Find(table.Columns.HeaderRow, named, isFull: false, out problem), WarningTexts.JudgeInSheetName)
            : (null, default);
        if (name is not null)
        {
            problems.Warn(table.Columns.HeaderRow, ColumnName.Judge.English, name.Text, from);
        }
        return name;
    }
}
