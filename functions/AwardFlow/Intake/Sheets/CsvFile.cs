using System.Text;
using AwardFlow.Intake.Texts;
using CsvHelper;

namespace AwardFlow.Intake.Sheets;

/// <summary>A text file of values separated by comma, semicolon or tab.</summary>
internal sealed class CsvFile : ISheetFile
{
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = false,
        SkipEmptyLines = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        MaxRecordSize = SheetLimits.MostRowBytes,
    };

    // The reader tells the separator by the first lines; titles with commas in them can mislead it.
    private static readonly char?[] Separators = [null, ',', ';', '\t'];

    // Programs of old end a text file so (Ctrl-Z), and fill it up with zeros.
    private const char EndOfFile = '\u001a';

    private readonly Stream _file;
    private readonly Encoding _encoding;
    private readonly CancellationToken _cancellationToken;

    private CsvFile(Stream file, Encoding encoding, CancellationToken cancellationToken)
    {
        _file = file;
        _encoding = encoding;
        _cancellationToken = cancellationToken;
        Sheets = [.. Separators.Select(separator => new NamedSheet("", () => Read(separator)))];
    }

    public IReadOnlyList<NamedSheet> Sheets { get; }

    public bool AreReadings => true;

    /// <exception cref="UploadRefusedException">The file's encoding is not known.</exception>
    public static CsvFile Open(Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        return new CsvFile(file, TextEncoding.Of(file) ?? throw new UploadRefusedException(FileTexts.UnknownEncoding), cancellationToken);
    }

    public void Dispose()
    {
        // The stream is its owner's.
    }

    private IEnumerable<SheetRow> Read(char? separator)
    {
        _file.Position = 0;
        using var text = new StreamReader(_file, _encoding, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        using var csv = CsvReader.Create(text, Options with { Separator = separator });
        for (var number = 1; Next(csv); number++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (number > SheetLimits.MostRows || csv.FieldCount > SheetLimits.MostColumns)
            {
                throw new UploadRefusedException(FileTexts.TooManyCells);
            }
            var cells = new SheetCell[csv.FieldCount];
            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = new SheetCell(CellText.Clean(WithoutEnd(csv.GetString(column))));
            }
            yield return new SheetRow(number, cells) { Fields = cells.Length };
        }
    }

    private static string WithoutEnd(string field) => field.Length > 0 && field[^1] is EndOfFile or '\0' ? field.TrimEnd(EndOfFile, '\0') : field;

    private static bool Next(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (DecoderFallbackException)
        {
            throw new UploadRefusedException(FileTexts.UnknownEncoding);
        }
        catch (CsvFormatException e)
        {
            throw new UploadRefusedException(FileTexts.BadQuotes(e.RecordNumber));
        }
    }
}
