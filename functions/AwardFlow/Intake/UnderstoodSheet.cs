using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake;

/// <summary>A sheet that was read from its first row to its last without a problem.</summary>
internal sealed class UnderstoodSheet : IDisposable
{
    private UnderstoodSheet(RowsWriter rows) => Rows = rows;

    /// <summary>The rows, as they will count.</summary>
    public RowsWriter Rows { get; }

    /// <summary>How many entries or scores there are.</summary>
    public int Count { get; private init; }

    /// <summary>How many entries the cycle has with this sheet.</summary>
    public int Entries { get; private init; }

    /// <summary>The judges that scored.</summary>
    public IReadOnlyCollection<JudgeName> Judges { get; private init; } = [];

    /// <summary>The columns that mean nothing here.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; private init; } = [];

    /// <summary>What is worth a look.</summary>
    public IReadOnlyList<RowProblem> Warnings { get; private init; } = [];

    /// <summary>Reads a list of entries.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sheetName">The sheet that was asked for, or null.</param>
    /// <param name="problems">Collects what is wrong.</param>
    /// <param name="known">The entries that the cycle has.</param>
    /// <param name="definition">The cycle.</param>
    /// <exception cref="UploadRefusedException">The sheet is bad.</exception>
    public static UnderstoodSheet OfEntries(ISheetFile file, string? sheetName, Problems problems, IReadOnlyList<Entry> known, CycleDefinition definition)
    {
        var entries = new EntriesSheet(problems).Read(SheetChoice.Of(file, EntriesSheet.Signature, sheetName).Read(), out var ignored);
        var codes = known.Concat(entries).Select(entry => entry.Code).ToHashSet();
        foreach (var judge in definition.Judges ?? [])
        {
            foreach (var code in judge.MayNotScore.Where(code => !codes.Contains(code)))
            {
                problems.Warn(0, ColumnName.EntryCode.English, code, WarningTexts.UnknownConflict(judge.Name));
            }
        }
        var rows = RowsWriter.OfEntries(phones: entries.Any(entry => entry.Phone is not null));
        foreach (var entry in entries)
        {
            rows.Put(entry);
        }
        return new UnderstoodSheet(rows) { Count = entries.Count, Entries = codes.Count, IgnoredColumns = ignored, Warnings = problems.Warnings };
    }

    /// <summary>Reads a score sheet.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sheetName">The sheet that was asked for, or null.</param>
    /// <param name="problems">Collects what is wrong.</param>
    /// <param name="known">The entries that the cycle has.</param>
    /// <param name="definition">The cycle.</param>
    /// <param name="judges">The judges that scored before.</param>
    /// <exception cref="UploadRefusedException">The sheet is bad.</exception>
    public static UnderstoodSheet OfScores(
        ISheetFile file, string? sheetName, Problems problems, IReadOnlyList<Entry> known, CycleDefinition definition, IReadOnlySet<JudgeName> judges)
    {
        var sheet = new ScoresSheet(definition, known, problems);
        var rows = RowsWriter.OfScores();
        try
        {
            var count = sheet.Read(SheetChoice.Of(file, sheet.Signature, sheetName).Read(), rows.Put, out var ignored);
            foreach (var (judge, row) in sheet.Judges.Where(judge => definition.Judges is null && !judges.Contains(judge.Key)))
            {
                if (JudgeNames.Similar(judge, judges.Concat(sheet.Judges.Where(other => other.Value < row).Select(other => other.Key))) is { } similar)
                {
                    problems.Warn(row, ColumnName.Judge.English, judge, WarningTexts.SimilarJudge(similar));
                }
            }
            return new UnderstoodSheet(rows) { Count = count, Entries = known.Count, Judges = [.. sheet.Judges.Keys], IgnoredColumns = ignored, Warnings = problems.Warnings };
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    public void Dispose() => Rows.Dispose();
}
