using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Intake;

/// <summary>The first rows of a file's sheets, for a person to say which column is which.</summary>
/// <param name="Sheets">The sheets.</param>
/// <param name="Meanings">The names that a column may have, criteria included.</param>
public sealed record SheetPreview(IReadOnlyList<SheetPreview.Sheet> Sheets, IReadOnlyList<string> Meanings)
{
    private const int MostSheets = 20;
    private const int MostRows = 40;

    // Whole questions are names of columns, and kept whole with what they mean.
    private const int LongestName = 1000;
    private const int MostColumns = 60;

    /// <summary>Reads the first rows of a file.</summary>
    /// <exception cref="UploadRefusedException">It cannot be read.</exception>
    internal static SheetPreview Of(ISheetFile file, CycleDefinition definition, UploadKind kind, HeaderSignature signature)
    {
        IEnumerable<NamedSheet> sheets = file.AreReadings ? [SheetChoice.Of(file, signature, name: null)] : file.Sheets.Take(MostSheets);
        return new SheetPreview([.. sheets.Select(sheet => new Sheet(sheet.Name, Rows(sheet, signature)))], ColumnMappings.Meanings(definition, kind));
    }

    private static Row[] Rows(NamedSheet sheet, HeaderSignature signature) =>
    [
        .. sheet.Read().Where(row => !row.IsBlank).Take(MostRows)
            .Select(row => new Row(
                row.Number,
                signature.Fit(row) == 2,
                [.. row.Cells.Take(MostColumns).Select(cell => cell.Text.Length <= LongestName ? cell.Text : CellText.Quoted(cell.Text))])),
    ];

    /// <summary>A sheet's first rows.</summary>
    /// <param name="Name">The sheet's name; empty for a text file.</param>
    /// <param name="Rows">Those that are not blank.</param>
    public sealed record Sheet(string Name, IReadOnlyList<Row> Rows);

    /// <summary>A row.</summary>
    /// <param name="Number">Its number, from 1.</param>
    /// <param name="IsHeader">Whether it names the columns.</param>
    /// <param name="Cells">Its texts; of one with more than 1,000 characters, the first 100.</param>
    public sealed record Row(int Number, bool IsHeader, IReadOnlyList<string> Cells);
}
