using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace AwardFlow.Intake.Sheets;

/// <summary>Reads the rows of the first visible sheet of an Excel workbook.</summary>
internal static class XlsxSheet
{
    // The reader asks for code page 1252 even where a workbook needs none.
    static XlsxSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="UploadRefusedException">The file is not a workbook.</exception>
    public static IEnumerable<SheetRow> Read(Stream file)
    {
        using var workbook = Open(file);
        while (workbook.VisibleState != "visible" && workbook.NextResult())
        {
            // Hidden sheets are somebody's notes.
        }
        for (var row = 1; Next(workbook); row++)
        {
            var cells = new string[workbook.FieldCount];
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = CellText.Clean(Text(workbook.GetValue(column)));
            }
            yield return new SheetRow(row, cells);
        }
    }

    private static IExcelDataReader Open(Stream file)
    {
        try
        {
            return ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(e);
        }
    }

    private static bool Next(IExcelDataReader workbook)
    {
        try
        {
            return workbook.Read();
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged(e);
        }
    }

    private static bool IsDamage(Exception e) => e is not (OutOfMemoryException or OperationCanceledException or UploadRefusedException);

    private static UploadRefusedException Damaged(Exception e) =>
        new($"The file cannot be read as an Excel workbook (.xlsx): {e.Message} Open it in Excel or LibreOffice, save it as .xlsx and upload it again.");

    // A workbook holds numbers in binary. Decimal takes the 15 digits that Excel shows, so 12.35 is 12.35 again.
    private static string Text(object? value) => value switch
    {
        null => "",
        double number when Math.Abs(number) < 1e15 => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
