using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AwardFlow.Intake.Workbooks;

/// <summary>Writes workbooks of any number of rows without holding them.</summary>
internal static class WorkbookWriter
{
    // Excel's limit of a cell.
    private const int LongestText = 32_767;

    private const string SheetPart = "xl/worksheets/sheet1.xml";

    // The zip format has no earlier time; a fixed one makes the same workbook from the same rows.
    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a workbook of one sheet.</summary>
    /// <param name="file">Where to; need not be seekable.</param>
    /// <param name="sheet">The sheet.</param>
    public static void Write(Stream file, WorkbookSheet sheet)
    {
        // The library keeps a whole part in memory while it writes a package, so it makes one with an empty sheet, and the
        // sheet's rows go straight into the zip file.
        using var skeleton = Skeleton(sheet.Name);
        using var parts = new ZipArchive(skeleton, ZipArchiveMode.Read);
        using var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var part in parts.Entries.Where(part => part.FullName != SheetPart))
        {
            using var from = part.Open();
            using var to = Create(zip, part.FullName);
            from.CopyTo(to);
        }
        using var content = Create(zip, SheetPart);
        WriteSheet(content, sheet);
    }

    /// <summary>A column's letters: A for 0, AA for 26.</summary>
    public static string Letters(int column) => column < 26 ? $"{(char)('A' + column)}" : Letters(column / 26 - 1) + (char)('A' + column % 26);

    private static Stream Create(ZipArchive zip, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Timeless;
        return entry.Open();
    }

    private static MemoryStream Skeleton(string name)
    {
        var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = WorkbookStyles.Sheet();
            workbook.AddNewPart<WorksheetPart>("sheet").Worksheet = new Worksheet(new SheetData());
            workbook.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Name = name, SheetId = 1, Id = "sheet" }));
        }
        file.Position = 0;
        return file;
    }

    private static void WriteSheet(Stream content, WorkbookSheet sheet)
    {
        using var writer = OpenXmlWriter.Create(content);
        writer.WriteStartDocument();
        writer.WriteStartElement(new Worksheet());
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
            writer.WriteStartElement(new Row { RowIndex = (uint)number });
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
        if (sheet.Limits.Count > 0)
        {
            writer.WriteElement(new DataValidations(sheet.Limits.Select(limit => limit.ToValidation())) { Count = (uint)sheet.Limits.Count });
        }
        writer.WriteEndElement();
    }

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
            written.InlineString = new InlineString(new Text(Writable(cell.Text.Length <= LongestText ? cell.Text : cell.Text[..(LongestText - 1)] + '…')) { Space = SpaceProcessingModeValues.Preserve });
        }
        return written;
    }

    // XML 1.0 has no way to write most control characters.
    private static string Writable(string text) => text.All(System.Xml.XmlConvert.IsXmlChar) ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value > 0xffff || System.Xml.XmlConvert.IsXmlChar((char)rune.Value)));
}
