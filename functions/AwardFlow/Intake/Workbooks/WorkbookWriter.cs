using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AwardFlow.Intake.Workbooks;

/// <summary>Writes workbooks of any number of rows without holding them.</summary>
internal static class WorkbookWriter
{
    // In points, for Tahoma of 11 and 14: marks stand above and below Thai letters.
    private const double LineHeight = 18;
    private const double TitleHeight = 24;

    // Excel's limit of a row.
    private const double MostHeight = 409;

    // Excel's limit of a cell.
    private const int LongestText = 32_767;

    // The zip format has no earlier time; a fixed one makes the same workbook from the same rows.
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook.</summary>
    /// <param name="file">Where to; need not be seekable.</param>
    /// <param name="sheets">The sheets, at least one.</param>
    public static void Write(Stream file, params IReadOnlyList<WorkbookSheet> sheets)
    {
        // The library keeps a whole part in memory while it writes a package, so it makes one with an empty sheet, and the
        // sheet's rows go straight into the zip file.
        using var skeleton = Skeleton(sheets, out var names);
        using var parts = new ZipArchive(skeleton, ZipArchiveMode.Read);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in parts.Entries.Where(part => !names.Contains(part.FullName, StringComparer.Ordinal)))
        {
            using var from = part.Open();
            using var to = Create(zip, part.FullName);
            from.CopyTo(to);
        }
        foreach (var (place, sheet) in sheets.Index())
        {
            using var content = Create(zip, names[place]);
            WriteSheet(content, sheet);
        }
    }

    /// <summary>A column's letters: A for 0, AA for 26.</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters(column / 26 - 1) + (char)('A' + column % 26);

    private static Stream Create(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Timeless;
        return entry.Open();
    }

    private static MemoryStream Skeleton(IReadOnlyList<WorkbookSheet> sheets, out IReadOnlyList<string> names)
    {
        var file = new MemoryStream();
        var written = new List<string>();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = WorkbookStyles.Sheet();
            foreach (var (place, sheet) in sheets.Index())
            {
                var part = workbook.AddNewPart<WorksheetPart>(Id(place));
                part.Worksheet = new Worksheet(new SheetData());
                if (sheet.Comments.Count > 0)
                {
                    CommentParts.Add(part, sheet.Comments);
                }
                written.Add(part.Uri.OriginalString.TrimStart('/'));
            }
            workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(
                sheets.Select((sheet, place) => new Sheet { Name = sheet.Name, SheetId = (uint)place + 1, Id = Id(place) })));
            if (sheets.Any(sheet => sheet.FrozenRows > 0))
            {
                workbook.Workbook.DefinedNames = new DefinedNames(sheets.Index().Where(each => each.Item.FrozenRows > 0).Select(each => new DefinedName
                {
                    Name = "_xlnm.Print_Titles",
                    LocalSheetId = (uint)each.Index,
                    Text = string.Create(
                        CultureInfo.InvariantCulture, $"'{each.Item.Name.Replace("'", "''", StringComparison.Ordinal)}'!$1:${each.Item.FrozenRows}"),
                }));
            }
        }
        names = written;
        file.Position = 0;
        return file;
    }

    private static string Id(int place) => place == 0 ? "sheet" : string.Create(CultureInfo.InvariantCulture, $"sheet{place + 1}");

    private static void WriteSheet(Stream content, WorkbookSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(content);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        if (sheet.FrozenRows > 0)
        {
            writer.WriteElement(new SheetViews(new SheetView(new Pane
            {
                VerticalSplit = sheet.FrozenRows,
                TopLeftCell = string.Create(CultureInfo.InvariantCulture, $"A{sheet.FrozenRows + 1}"),
                ActivePane = PaneValues.BottomLeft,
                State = PaneStateValues.Frozen,
            })
            {
                WorkbookViewId = 0,
            }));
        }
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = LineHeight, CustomHeight = true });
        writer.WriteElement(new Columns(sheet.Widths.Select((width, i) => new Column
        {
            Min = (uint)i + 1,
            Max = (uint)i + 1,
            Width = width,
            CustomWidth = true,
            Style = sheet.TextColumns.Contains(i) ? (uint)CellLook.Text : null,
        })));
        writer.WriteStartElement(new SheetData());
        foreach (var (number, cells) in sheet.Rows)
        {
            writer.WriteStartElement(Row(number, cells, sheet.Widths));
            for (var column = 0; column < cells.Count; column++)
            {
                if (cells[column] is not { Text: null or "", Number: null, Look: CellLook.Plain })
                {
                    writer.WriteElement(Cell(cells[column], string.Create(CultureInfo.InvariantCulture, $"{Letters(column)}{number}")));
                }
            }
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
        var merged = sheet.Merged.Select(area => new MergeCell { Reference = area }).ToList();
        if (merged.Count > 0)
        {
            writer.WriteElement(new MergeCells(merged) { Count = (uint)merged.Count });
        }
        if (sheet.Limits.Count > 0)
        {
            writer.WriteElement(new DataValidations(sheet.Limits.Select(limit => limit.ToValidation())) { Count = (uint)sheet.Limits.Count });
        }
        // On paper: across the page, as wide as one, with lines between the cells. A4 is number 9 (ECMA-376 part 1, 18.3.1.63).
        writer.WriteElement(new PrintOptions { GridLines = true });
        writer.WriteElement(new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        if (sheet.Comments.Count > 0)
        {
            writer.WriteElement(new LegacyDrawing { Id = CommentParts.DrawingId });
        }
        writer.WriteEndElement();
    }

    // Not every program makes a row as high as what stands in it.
    private static Row Row(int number, IReadOnlyList<WorkbookCell> cells, IReadOnlyList<double> widths)
    {
        var height = cells.Select((cell, i) => cell.Look switch
        {
            CellLook.Title => TitleHeight,
            CellLook.Note or CellLook.Marked or CellLook.MarkedStruck => LinesOf(cell.Text, widths[i]) * LineHeight,
            _ => LineHeight,
        }).DefaultIfEmpty(LineHeight).Max();
        return height > LineHeight
            ? new Row { RowIndex = (uint)number, Height = Math.Min(height, MostHeight), CustomHeight = true }
            : new Row { RowIndex = (uint)number };
    }

    // Marks above and below Thai letters take no width.
    private static int LinesOf(string text, double width) =>
        (int)Math.Ceiling(text.EnumerateRunes().Count(rune => Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark) / width);

    private static Cell Cell(WorkbookCell cell, string reference)
    {
        var written = new Cell { CellReference = reference, StyleIndex = (uint)cell.Look };
        if (cell.Number is { } number)
        {
            written.CellValue = new CellValue(number);
        }
        else if (!string.IsNullOrEmpty(cell.Text))
        {
            written.DataType = CellValues.InlineString;
            var text = Writable(cell.Text.Length <= LongestText ? cell.Text : cell.Text[..(LongestText - 1)] + '…');
            // Which part was struck is not kept, only that one was.
            written.InlineString = cell.IsPartlyStruck && text.Length > 1
                ? new InlineString(new Run(new RunProperties(new Strike()), Kept(text[..^1])), new Run(Kept(text[^1..])))
                : new InlineString(Kept(text));
        }
        return written;
    }

    private static Text Kept(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    // XML 1.0 has no way to write most control characters.
    internal static string Writable(string text) => text.All(System.Xml.XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xffff || System.Xml.XmlConvert.IsXmlChar((char)rune.Value)));
}
