using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Reads the header of a score sheet: which column is which, and whose scores a sheet holds that has no column for it.</summary>
/// <param name="criteria">The rubric's criteria, in order.</param>
/// <param name="judges">Who may score.</param>
/// <param name="judge">Who scored, where the sender said so.</param>
/// <param name="problems">Collects what is wrong.</param>
/// <param name="known">Whether a name is one of a judge who scored before.</param>
internal sealed class ScoreHeader(Criterion[] criteria, JudgeList judges, string? judge, Problems problems, Predicate<JudgeName> known)
{
    /// <summary>Finds what each column is; what is missing stands among the problems.</summary>
    public ScoreLayout LayoutOf(SheetTable table, NamedSheet sheet)
    {
        var columns = table.Columns;
        var scored = Enumerable.Range(0, criteria.Length).Select(place => columns.FindCriterion(place, criteria[place].Code)).ToArray();
        var found = scored.Count(column => column >= 0);
        var isLong = found == 0
            ? columns.FindNamed(ColumnName.Criterion) >= 0 || columns.FindNamed(ColumnName.Score) >= 0
                || (columns.Find(ColumnName.Criterion) >= 0 && columns.Find(ColumnName.Score) >= 0)
            : found < scored.Length && columns.FindNamed(ColumnName.Criterion) >= 0;
        var entry = columns.Find(ColumnName.EntryCode);
        var organisation = columns.Find(ColumnName.Organisation);
        if (entry < 0 && organisation < 0)
        {
            entry = columns.Require(ColumnName.EntryCode, problems);
        }
        var judgeColumn = columns.Find(ColumnName.Judge);
        var (ofAll, from) = JudgeOfAll(table, sheet);
        if (judgeColumn < 0 && ofAll is not null)
        {
            ofAll = judges.Find(columns.HeaderRow, ofAll.Text, isFull: false, out _);
            problems.Warn(columns.HeaderRow, ColumnName.Judge.English, ofAll!.Text, from);
        }
        var comments = columns.FindEach(ColumnName.Comment);
        var layout = new ScoreLayout
        {
            IsLong = isLong,
            Entry = entry,
            Organisation = organisation,
            Judge = judgeColumn,
            OfAll = judgeColumn < 0 ? ofAll : null,
            IfBlank = judgeColumn < 0 ? null : ofAll,
            From = from,
            Comment = comments.Count == 1 ? comments[0] : -1,
            Comments = comments.Count > 1 ? CommentsOf(scored, comments, columns) : null,
            Criterion = isLong ? columns.Require(ColumnName.Criterion, problems) : -1,
            Score = isLong ? columns.Require(ColumnName.Score, problems) : -1,
            Criteria = scored,
            Total = isLong ? -1 : columns.Find(ColumnName.Total) is >= 0 and var total ? total : columns.FindOther(SideRows.IsSum),
        };
        if (!isLong)
        {
            foreach (var (place, criterion) in criteria.Index().Where(each => scored[each.Index] < 0))
            {
                problems.Add(columns.HeaderRow, criterion.Code, "", columns.Damage ?? RowTexts.CriterionColumnMissing(columns.Near(criterion.Code)));
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

    private (JudgeName? Name, BilingualText From) JudgeOfAll(SheetTable table, NamedSheet sheet) =>
        judge is not null ? (judges.Of(judge), WarningTexts.JudgeAsked)
        : SheetJudge.InTitle(table.Above) is { } title ? (judges.Of(title), WarningTexts.JudgeInTitle)
        : judges.Of(sheet.Name) is { } named
            && (judges.IsListed || known(named) || SheetJudge.InName(sheet.Name) is not null) ? (named, WarningTexts.JudgeInSheetName)
        : (null, default);
}
