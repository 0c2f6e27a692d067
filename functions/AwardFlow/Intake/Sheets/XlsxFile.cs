using DocumentFormat.OpenXml.Packaging;

namespace AwardFlow.Intake.Sheets;

/// <summary>An Excel workbook (Office Open XML), read row by row. Hidden sheets are somebody's notes.</summary>
internal sealed class XlsxFile : ISheetFile
{
    private readonly SpreadsheetDocument _document;
    private readonly CancellationToken _cancellationToken;
    private readonly XlsxCells _cells;

    private XlsxFile(SpreadsheetDocument document, CancellationToken cancellationToken)
    {
        _document = document;
        _cancellationToken = cancellationToken;
        var workbook = document.WorkbookPart!;
        _cells = new XlsxCells(SharedTexts.Read(workbook, cancellationToken), CellStyles.Read(workbook), CountsFrom1904(workbook));
        Sheets = [.. VisibleSheets(workbook).Select(sheet => new NamedSheet(sheet.Name, Reader(sheet.Part)))];
    }

    public IReadOnlyList<NamedSheet> Sheets { get; }

    public bool AreReadings => false;

    /// <exception cref="UploadRefusedException">The file is not a workbook, is damaged, or would unpack to too much.</exception>
    public static XlsxFile Open(Stream file, CancellationToken cancellationToken)
    {
        var document = WorkbookPackage.Open(file);
        try
        {
            return new XlsxFile(document, cancellationToken);
        }
        catch (Exception e)
        {
            document.Dispose();
            if (WorkbookPackage.IsDamage(e))
            {
                throw WorkbookPackage.Damaged();
            }
            throw;
        }
    }

    public void Dispose() => _document.Dispose();

    private static bool CountsFrom1904(WorkbookPart workbook)
    {
        using var xml = PartXml.Open(workbook);
        return xml.ReadTo("workbookPr") && xml.GetAttribute("date1904") is { } from1904 && PartXml.IsOn(from1904);
    }

    private static IEnumerable<(string Name, WorksheetPart Part)> VisibleSheets(WorkbookPart workbook)
    {
        using var xml = PartXml.Open(workbook);
        while (xml.ReadTo("sheet"))
        {
            if (xml.GetAttribute("state") is null or "visible" && xml.RelationshipId() is { } id
                && workbook.TryGetPartById(id, out var part) && part is WorksheetPart worksheet)
            {
                yield return (CellText.Clean(xml.GetAttribute("name") ?? ""), worksheet);
            }
        }
    }

    // What stands beside the rows is looked up once, however often they are read.
    private Func<IEnumerable<SheetRow>> Reader(WorksheetPart sheet)
    {
        var merged = new Lazy<IReadOnlyList<MergedCells.Area>>(
            () => Move(() => MergedCells.Find(sheet.GetStream(FileMode.Open, FileAccess.Read), _cancellationToken)));
        var totals = new Lazy<IReadOnlySet<int>?>(() => Move(() => SheetLook.TotalsRowsOf(sheet)));
        return () => Read(sheet, merged.Value, totals.Value);
    }

    private IEnumerable<SheetRow> Read(WorksheetPart sheet, IReadOnlyList<MergedCells.Area> areas, IReadOnlySet<int>? totals)
    {
        using var xml = Move(() => PartXml.Open(sheet));
        var look = new SheetLook { TotalsRows = totals };
        var merged = MergedCells.Along(areas);
        var (found, last, cells) = (Move(() => look.ReadToRows(xml)), 0, 0);
        while (found)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var row = Move(() => _cells.Row(xml, last, ref cells, look, merged));
            yield return row;
            last = row.Number;
            found = Move(() => xml.IsAt("row") || xml.ReadTo("row"));
        }
    }

    private static T Move<T>(Func<T> move)
    {
        try
        {
            return move();
        }
        catch (Exception e) when (WorkbookPackage.IsDamage(e))
        {
            throw WorkbookPackage.Damaged();
        }
    }
}
