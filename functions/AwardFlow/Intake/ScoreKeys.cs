using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake;

/// <summary>Says of each row of a score sheet which entry it is about, and which judge scored it.</summary>
/// <param name="entries">The cycle's entries.</param>
/// <param name="conflicts">Which judges may not score which entries.</param>
/// <param name="judges">The judges.</param>
/// <param name="cells">Reads the sheet's cells.</param>
/// <param name="problems">Collects what is wrong.</param>
/// <param name="warnedOf">Of which withdrawn entries, and judges of entries, was warned already.</param>
internal sealed class ScoreKeys(
    EntryFinder entries, ConflictsOfInterest conflicts, JudgeList judges, RowCells cells, Problems problems, HashSet<(EntryCode, JudgeName?)> warnedOf)
{
    private readonly List<int> _withoutJudge = [];
    private string? _otherJudge;
    private bool _hasJudges;

    /// <summary>Who scored the sheets that have no column for it, where the sender said so.</summary>
    public string? Judge { get; init; }

    /// <summary>What is withdrawn, of which scores do not count.</summary>
    public WithdrawnScores? Withdrawn { get; init; }

    /// <summary>The entry and the judge of a row; null where one of them is wrong, which is told.</summary>
    public (Entry Entry, JudgeName Judge)? Of(SheetRow row, ScoreLayout layout)
    {
        var before = problems.Count;
        var entry = EntryOf(row, layout);
        var judge = layout.OfAll;
        if (layout.Judge >= 0)
        {
            var text = cells.TextOrMerged(row, layout.Judge);
            var isBlank = layout.IfBlank is not null && CellText.IsMissing(text);
            _hasJudges |= !isBlank;
            judge = judges.Find(row.Number, isBlank ? layout.IfBlank!.Text : text, problems.IsFull, out var problem);
            if (isBlank && _withoutJudge.Count < UploadRefusedException.MostRows)
            {
                _withoutJudge.Add(row.Number);
            }
            else if (layout.IfBlank is not null && judge is not null && judge != layout.IfBlank)
            {
                _otherJudge ??= judge.Text;
            }
            if (judge is null && RowCells.Wrong(row.CellOrMerged(layout.Judge)) is null && row.CellOrMerged(layout.Judge).Kind != CellKind.Truth)
            {
                problems.Add(row.Number, cells.Name(layout.Judge), text, problem);
            }
        }
        if (problems.Count > before)
        {
            return null;
        }
        if (conflicts.MayNotScore(judge!, entry!.Code))
        {
            problems.Warn(row.Number, cells.Name(layout.Judge), judge!.Text, WarningTexts.MayNotScore(judge, entry.Code));
        }
        WarnOfWithdrawn(row, layout, entry!.Code, judge!);
        return (entry, judge!);
    }

    /// <summary>Tells of a column of judges: one that is blank throughout is none, where the sheet or its sender says who scored.</summary>
    public void Finish(Columns columns, ScoreLayout layout)
    {
        if (_otherJudge is { } other && Judge is not null)
        {
            problems.Warn(columns.HeaderRow, columns.Name(layout.Judge), other, WarningTexts.JudgeColumnCounts);
        }
        if (_withoutJudge.Count == 0)
        {
            return;
        }
        if (!_hasJudges)
        {
            problems.Warn(columns.HeaderRow, columns.Name(layout.Judge), layout.IfBlank!.Text, layout.From);
            return;
        }
        foreach (var row in _withoutJudge)
        {
            problems.Add(row, columns.Name(layout.Judge), "", RowTexts.JudgeBlank);
        }
    }

    // Once an entry, and once a judge of it.
    private void WarnOfWithdrawn(SheetRow row, ScoreLayout layout, EntryCode entry, JudgeName judge)
    {
        if (Withdrawn is not { All.Count: > 0 })
        {
            return;
        }
        if (Withdrawn.IsWithdrawn(entry) && warnedOf.Add((entry, null)))
        {
            problems.Warn(row.Number, cells.Name(layout.Entry), entry.Text, WarningTexts.EntryWithdrawn(entry));
        }
        if (Withdrawn.IsWithdrawn(entry, judge) && warnedOf.Add((entry, judge)))
        {
            problems.Warn(row.Number, cells.Name(layout.Judge), judge.Text, WarningTexts.JudgeWithdrawn(judge, entry));
        }
    }

    private Entry? EntryOf(SheetRow row, ScoreLayout layout)
    {
        var before = problems.Count;
        var column = layout.Entry >= 0 ? layout.Entry : layout.Organisation;
        var text = cells.TextOrMerged(row, column);
        if (problems.Count > before)
        {
            return null;
        }
        var entry = layout.Entry >= 0 ? entries.ByCode(text, problems.IsFull, out var problem) : entries.ByOrganisation(text, out problem);
        if (entry is null)
        {
            problems.Add(row.Number, cells.Name(column), text, problem);
            return null;
        }
        // Where somebody sorted one column alone, codes stand beside other entries' names.
        var organisation = layout.Entry >= 0 ? row.CellOrMerged(layout.Organisation).Text : "";
        if (organisation.Length > 0 && organisation != entry.Organisation && CellText.Code(organisation) != CellText.Code(entry.Organisation))
        {
            problems.Warn(
                row.Number, cells.Name(layout.Organisation), organisation, WarningTexts.OtherOrganisation(entry.Code, CellText.Quoted(entry.Organisation)));
        }
        return entry;
    }
}
