using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake;

/// <summary>A sheet, or several of one workbook, that was read from its first row to its last without a problem.</summary>
internal sealed class UnderstoodSheet : IDisposable
{
    // A name has many near ones; a sheet with more judges than this is no committee's.
    private const int MostJudges = 2000;

    private UnderstoodSheet(RowsWriter rows, Problems problems) => (Rows, Problems) = (rows, problems);

    /// <summary>What is worth a look in it, and what was passed over.</summary>
    public Problems Problems { get; }

    /// <summary>The rows, as they will count.</summary>
    public RowsWriter Rows { get; }

    /// <summary>How many entries or scores there are.</summary>
    public int Count { get; private init; }

    /// <summary>How many entries the cycle has with this sheet.</summary>
    public int Entries { get; private init; }

    /// <summary>How many of the entries have no e-mail address.</summary>
    public int ByPost { get; private init; }

    /// <summary>The judges that scored.</summary>
    public IReadOnlyCollection<JudgeName> Judges { get; private init; } = [];

    /// <summary>The columns that mean nothing here.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; private init; } = [];

    /// <summary>The sheets of the workbook that were read, by name.</summary>
    public IReadOnlyList<string> Sheets { get; private init; } = [];

    /// <summary>What it replaces, keeps or erases.</summary>
    public UploadChanges Changes { get; private init; } = new();

    /// <summary>Reads a list of entries.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">What the sender says of it.</param>
    /// <param name="problems">Collects what is wrong.</param>
    /// <param name="context">The cycle as it stands.</param>
    /// <exception cref="UploadRefusedException">The sheet is bad.</exception>
    public static UnderstoodSheet OfEntries(ISheetFile file, UploadOptions options, Problems problems, SheetContext context)
    {
        var numbering = options.FirstCode is { } first
            ? EntryNumbering.From(first) ?? throw new UploadRefusedException(FileTexts.NotAFirstCode(CellText.Quoted(first)))
            : null;
        var reader = new EntriesSheet(problems, context.Mapping, numbering);
        var sheet = SheetChoice.Of(file, EntriesSheet.SignatureOf(context.Mapping), options.Sheet);
        IReadOnlyList<Entry> entries;
        IReadOnlyList<string> ignored;
        try
        {
            entries = reader.Read(sheet.Read(), out ignored);
            PassOver(SheetChoice.Others(file, EntriesSheet.SignatureOf(context.Mapping), options.Sheet, [sheet]), problems);
        }
        catch (UploadRefusedException refused) when (reader.LacksCodesOnly)
        {
            throw refused.MayNumber();
        }
        var codes = context.Entries.Concat(entries).Select(entry => entry.Code).ToHashSet();
        foreach (var judge in context.Definition.Judges ?? [])
        {
            foreach (var code in judge.MayNotScore.Where(code => !codes.Contains(code)))
            {
                problems.Warn(0, ColumnName.EntryCode.English, code.Text, WarningTexts.UnknownConflict(judge.Name));
            }
        }
        if (context.Definition.JudgingOrUsual().Blind)
        {
            var names = new BlindNames([.. context.Entries, .. entries]);
            foreach (var entry in entries)
            {
                if (BlindNames.InTitle(entry))
                {
                    problems.Warn(0, ColumnName.Project.English, entry.Code.Text, WarningTexts.TitleNamesOrganisation);
                }
                if (names.InLink(entry))
                {
                    problems.Warn(0, ColumnName.Url.English, entry.Code.Text, WarningTexts.LinkNamesOrganisation);
                }
            }
        }
        var rows = RowsWriter.OfEntries(
            phones: entries.Any(entry => entry.Phone is not null),
            postal: entries.Any(entry => entry.PostalAddress is not null),
            urls: entries.Any(entry => entry.Url is not null));
        foreach (var entry in entries)
        {
            rows.Put(entry);
        }
        return new UnderstoodSheet(rows, problems)
        {
            Count = entries.Count,
            Entries = codes.Count,
            ByPost = entries.Count(entry => entry.SarabanEmail.Length == 0),
            IgnoredColumns = ignored,
            Sheets = Named([sheet]),
            Changes = ChangesOfEntries.Of(context.Entries, entries, context.Scores),
        };
    }

    /// <summary>Reads a score sheet, or all of a workbook.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">What the sender says of it.</param>
    /// <param name="problems">Collects what is wrong.</param>
    /// <param name="context">The cycle as it stands.</param>
    /// <exception cref="UploadRefusedException">The sheet is bad.</exception>
    public static UnderstoodSheet OfScores(ISheetFile file, UploadOptions options, Problems problems, SheetContext context)
    {
        if (context.Entries.Count == 0)
        {
            throw new UploadRefusedException(FileTexts.NoEntriesYet);
        }
        var rows = RowsWriter.OfScores();
        try
        {
            var changes = new ChangesOfScores(context.Scores);
            var reader = new ScoresSheet(context.Definition, context.Entries, context.Mapping, problems)
            {
                Judge = options.Judge,
                KnownJudges = context.Judges.ToHashSet(),
                Withdrawn = context.Withdrawn,
                Take = score =>
                {
                    rows.Put(score);
                    changes.Put(score);
                },
                Blank = changes.Leave,
            };
            var sheets = options.Sheet == UploadOptions.AllSheets
                ? SheetChoice.All(file, reader.Signature)
                : [SheetChoice.Of(file, reader.Signature, options.Sheet)];
            var ignored = new List<string>();
            foreach (var sheet in sheets)
            {
                problems.Sheet = sheets.Count > 1 ? sheet.Name : null;
                ignored.AddRange(reader.Read(sheet).Except(ignored, StringComparer.Ordinal));
            }
            problems.Sheet = null;
            reader.Finish();
            PassOver(SheetChoice.Others(file, reader.Signature, options.Sheet, sheets), problems);
            WarnOfNames(reader, problems, context);
            return new UnderstoodSheet(rows, problems)
            {
                Count = reader.Count,
                Entries = context.Entries.Count,
                Judges = [.. reader.Judges.Keys],
                IgnoredColumns = ignored,
                Sheets = Named(sheets),
                Changes = changes.Changes(
                    context.Entries, [.. context.Definition.Criteria().Select(criterion => criterion.Code)], context.Judges, context.Submissions),
            };
        }
        catch
        {
            rows.Dispose();
            throw;
        }
    }

    public void Dispose() => Rows.Dispose();

    private static string[] Named(IEnumerable<NamedSheet> sheets) => [.. sheets.Select(sheet => sheet.Name).Where(name => name.Length > 0)];

    private static void PassOver(IEnumerable<NamedSheet> sheets, Problems problems)
    {
        foreach (var sheet in sheets)
        {
            problems.PassOver(sheet);
        }
    }

    // A judge whom the definition does not name may be one who is known by another spelling.
    private static void WarnOfNames(ScoresSheet reader, Problems problems, SheetContext context)
    {
        if (context.Definition.Judges is not null)
        {
            return;
        }
        var similar = new SimilarNames();
        var known = context.Judges.ToHashSet();
        foreach (var judge in known)
        {
            similar.Add(judge);
        }
        foreach (var (judge, row) in reader.Judges.OrderBy(judge => judge.Value).Take(MostJudges))
        {
            if (!known.Contains(judge) && similar.Of(judge) is { } other)
            {
                problems.Warn(row, ColumnName.Judge.English, judge.Text, WarningTexts.SimilarJudge(other.Text));
            }
            similar.Add(judge);
        }
    }
}
