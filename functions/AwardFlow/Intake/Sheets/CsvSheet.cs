using System.Text;
using CsvHelper;

namespace AwardFlow.Intake.Sheets;

/// <summary>Reads the rows of a csv file, separated by comma, semicolon or tab.</summary>
internal static class CsvSheet
{
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
    };

    /// <exception cref="UploadRefusedException">The file is not UTF-8, or its quotation marks do not close.</exception>
    public static IEnumerable<SheetRow> Read(Stream file)
    {
        using var text = new StreamReader(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), leaveOpen: true);
        using var csv = CsvReader.Create(text, Options);
        while (Next(csv))
        {
            var cells = new string[csv.FieldCount];
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = CellText.Clean(csv.GetString(column));
            }
            yield return new SheetRow((int)csv.RowNumber, cells);
        }
    }

    private static bool Next(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (DecoderFallbackException)
        {
            throw new UploadRefusedException($"The csv file is not UTF-8 (near row {csv.RowNumber + 1}). Save it as 'CSV UTF-8' and upload it again.");
        }
        catch (CsvFormatException e)
        {
            throw new UploadRefusedException($"Row {e.RecordNumber} of the csv file cannot be read: a quotation mark stands in the wrong place or does not close.");
        }
    }
}
