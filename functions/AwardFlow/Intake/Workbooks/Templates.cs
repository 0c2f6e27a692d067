using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AwardFlow.Intake.Workbooks;

/// <summary>Workbooks for people to fill in, made for a cycle. Filled in, they are taken as they are.</summary>
public static class Templates
{
    private const int RowsForEntries = 10_000;
    private const int LongestText = 500;

    // A list that is written into the limit itself may have 255 characters, and commas part it.
    private const int LongestList = 255;

    /// <summary>An empty list of entries.</summary>
    /// <param name="file">Where the workbook is written.</param>
    /// <param name="definition">The cycle.</param>
    /// <param name="language">The language of names and hints.</param>
    public static void WriteEntries(Stream file, CycleDefinition definition, Language language)
    {
        ArgumentNullException.ThrowIfNull(definition);
        const int header = 3;
        WorkbookCell[] columns =
        [
            .. new[]
            {
                ColumnName.EntryCode, ColumnName.Project, ColumnName.Organisation, ColumnName.Addressee,
                ColumnName.SarabanEmail, ColumnName.Province, ColumnName.Phone, ColumnName.PostalAddress,
            }
                .Select(name => Header(name, language)),
        ];
        string Cells(string first, string last) => string.Create(CultureInfo.InvariantCulture, $"{first}{header + 1}:{last}{header + RowsForEntries}");
        var (code, address, text) = (TemplateTexts.Code.In(language), TemplateTexts.Address.In(language), TemplateTexts.AtMost(LongestText).In(language));
        var (phone, postal) = (TemplateTexts.Phone(EntriesSheet.LongestPhone).In(language), TemplateTexts.PostalAddress(LongestText).In(language));
        WorkbookWriter.Write(file, new WorkbookSheet
        {
            Name = TemplateTexts.EntriesSheet.In(language),
            Widths = [16, 50, 40, 40, 36, 20, 24, 60],
            TextColumns = [0, 6],
            FrozenRows = header,
            Rows = [(1, [Title(definition.Title)]), (2, [TemplateTexts.HowToFillEntries.In(language)]), (header, columns)],
            Limits =
            [
                new(Cells("A", "A"), DataValidationValues.Custom, "AND(LEN(A4)<=60,COUNTIF($A$4:$A$10003,A4)=1)", null, code, code),
                new(Cells("B", "D"), DataValidationValues.TextLength, $"{LongestText}", null, text, text),
                new(Cells("E", "E"), DataValidationValues.Custom, "AND(ISNUMBER(FIND(\"@\",E4)),ISERROR(FIND(\" \",E4)))", null, address, address),
                new(Cells("F", "F"), DataValidationValues.TextLength, $"{LongestText}", null, text, text),
                new(Cells("G", "G"), DataValidationValues.TextLength, $"{EntriesSheet.LongestPhone}", null, phone, phone),
                new(Cells("H", "H"), DataValidationValues.TextLength, $"{LongestText}", null, postal, postal),
            ],
        });
    }

    /// <summary>A score sheet with the entries filled in; those that the judge may not score are left out.</summary>
    /// <param name="file">Where the workbook is written.</param>
    /// <param name="definition">The cycle.</param>
    /// <param name="entries">Its entries.</param>
    /// <param name="judge">The judge's name; null where the judge fills it in.</param>
    /// <param name="language">The language of names and hints.</param>
    public static void WriteScores(Stream file, CycleDefinition definition, IReadOnlyList<Entry> entries, JudgeName? judge, Language language)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(entries);
        const int header = 4, firstCriterion = 4;
        var criteria = definition.Criteria().ToList();
        var conflicts = new ConflictsOfInterest(definition);
        var scored = judge is null ? entries : [.. entries.Where(entry => !conflicts.MayNotScore(judge, entry.Code))];
        var last = header + Math.Max(1, scored.Count);
        string Cells(int column) =>
            string.Create(CultureInfo.InvariantCulture, $"{WorkbookWriter.Letters(column)}{header + 1}:{WorkbookWriter.Letters(column)}{last}");
        IReadOnlyList<WorkbookCell> titles =
        [
            .. Enumerable.Repeat<WorkbookCell>("", firstCriterion),
            .. criteria.Select(criterion => Note(TemplateTexts.CriterionTitle(criterion.Title, criterion.Max), language)),
        ];
        IReadOnlyList<WorkbookCell> columns =
        [
            Header(ColumnName.EntryCode, language), Header(ColumnName.Project, language),
            Header(ColumnName.Organisation, language), Header(ColumnName.Judge, language),
            .. criteria.Select(criterion => new WorkbookCell(criterion.Code, null, CellLook.Header)),
            Header(ColumnName.Comment, language),
        ];
        WorkbookWriter.Write(file, new WorkbookSheet
        {
            Name = TemplateTexts.ScoresSheet.In(language),
            Widths = [14, 40, 34, 24, .. criteria.Select(_ => 16), 40],
            FrozenRows = header,
            Rows =
            [
                (1, [Title(definition.Title)]), (2, [TemplateTexts.HowToFillScores.In(language)]), (3, titles), (header, columns),
                .. scored.Select((entry, i) => (header + 1 + i, (IReadOnlyList<WorkbookCell>)
                    [
                        new(entry.Code.Text, null, CellLook.Text),
                        new(entry.Project, null, CellLook.Note),
                        new(entry.Organisation, null, CellLook.Note),
                        judge?.Text ?? "",
                    ])),
            ],
            Limits =
            [
                .. criteria.Select((criterion, i) => Points(criterion, Cells(firstCriterion + i), language)),
                .. judge is null ? JudgeLimit(definition, Cells(firstCriterion - 1), language) : [],
            ],
        });
    }

    private static TypingLimit Points(Criterion criterion, string cells, Language language)
    {
        var text = TemplateTexts.Points(criterion.Code, criterion.Max).In(language);
        return new TypingLimit(cells, DataValidationValues.Decimal, "0", criterion.Max.ToString(CultureInfo.InvariantCulture), text, text);
    }

    private static IEnumerable<TypingLimit> JudgeLimit(CycleDefinition definition, string cells, Language language)
    {
        var names = definition.Judges?.Select(judge => judge.Name.Text).ToList() ?? [];
        var list = string.Join(',', names);
        if (names.Count > 0 && list.Length <= LongestList && !names.Exists(name => name.IndexOfAny([',', '"']) >= 0))
        {
            var text = TemplateTexts.JudgeFromList.In(language);
            yield return new TypingLimit(cells, DataValidationValues.List, $"\"{list}\"", null, text, text);
        }
    }

    private static WorkbookCell Title(string text) => new(text, null, CellLook.Title);

    private static WorkbookCell Note(BilingualText text, Language language) => new(text.In(language), null, CellLook.Note);

    private static WorkbookCell Header(ColumnName name, Language language) => new(language == Language.Thai ? name.Thai : name.English, null, CellLook.Header);
}
