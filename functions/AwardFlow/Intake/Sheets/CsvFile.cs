using System.Buffers;
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
        // A quotation mark after a space opens a field too.
        TrimWhitespace = true,
        MalformedData = CsvMalformedDataHandling.Recover,
        OnMalformedRecord = CheckQuotes,
        MaxRecordSize = SheetLimits.MostRowBytes,
    };

    // What a number is made of that a spreadsheet was kept from taking for one.
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("0123456789-. ");

    // The reader tells the separator by the first lines; titles with commas in them can mislead it.
    private static readonly char?[] Separators = [null, ',', ';', '\t'];

    // Names and codes stand in many rows, one below the other.
    private const int MostRemembered = 64;
    private const int LongestRemembered = 200;

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
        var (last, fewest) = (new LastValue[MostRemembered], int.MaxValue);
        for (var number = 1; Next(csv); number++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (number > SheetLimits.MostRows || csv.FieldCount > SheetLimits.MostColumns)
            {
                throw new UploadRefusedException(FileTexts.TooManyCells);
            }
            var cells = CellsOf(csv, last);
            fewest = cells.Length > 1 ? Math.Min(fewest, cells.Length) : fewest;
            yield return new SheetRow(number, cells) { Fields = cells.Length, Raw = cells.Length > fewest ? RawOf(csv) : null };
        }
    }

    private static SheetCell[] CellsOf(CsvReader csv, LastValue[] last)
    {
        var cells = new SheetCell[csv.FieldCount];
        for (var column = 0; column < cells.Length; column++)
        {
            var value = csv.GetSpan(column);
            if (value.Length == 0)
            {
                cells[column] = SheetCell.Blank;
            }
            else if (column >= last.Length)
            {
                cells[column] = Cell(csv.GetString(column));
            }
            else if (last[column].Is(value))
            {
                cells[column] = last[column].Cell;
            }
            else
            {
                last[column].Keep(value, cells[column] = Cell(csv.GetString(column)));
            }
        }
        return cells;
    }

    private static SheetCell Cell(string field) => new(CellText.Clean(Unprotected(WithoutEnd(field))));

    // ="081" and '081 keep a spreadsheet from taking a text for a number.
    private static string Unprotected(string field) => field.Length < 3 ? field
        : field.StartsWith("=\"", StringComparison.Ordinal) && field[^1] == '"' && field.IndexOf('"', 2) == field.Length - 1 ? field[2..^1]
        : field[0] == '\'' && field.AsSpan(1).IndexOfAnyExcept(OfNumbers) < 0 ? field[1..]
        : field;

    // As it stood, for a comment with commas that nobody quoted.
    private static RawRow RawOf(CsvReader csv) =>
        new(csv.Separator, [.. Enumerable.Range(0, csv.FieldCount).Select(column => Encoding.UTF8.GetString(csv.GetRawSpan(column)))]);

    private static string WithoutEnd(string field) => field.Length > 0 && field[^1] is EndOfFile or '\0' ? field.TrimEnd(EndOfFile, '\0') : field;

    // Some programs quote nothing, so a mark inside a text is a part of it; any other fault moves what follows.
    private static void CheckQuotes(CsvMalformedRecord record)
    {
        if (record.Reason != CsvMalformedReason.StrayQuote || record.RawRecord.AsSpan().IndexOfAny('\n', '\r') >= 0)
        {
            throw new UploadRefusedException(FileTexts.BadQuotes(record.RecordNumber));
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
            throw new UploadRefusedException(FileTexts.UnknownEncoding);
        }
        catch (CsvFormatException e)
        {
            throw new UploadRefusedException(FileTexts.BadQuotes(e.RecordNumber));
        }
    }

    // The value of a column in the row before.
    private struct LastValue
    {
        private byte[]? _bytes;
        private int _length;

        public SheetCell Cell { get; private set; }

        public readonly bool Is(ReadOnlySpan<byte> value) => value.Length == _length && value.SequenceEqual(_bytes.AsSpan(0, _length));

        public void Keep(ReadOnlySpan<byte> value, SheetCell cell)
        {
            if (value.Length > LongestRemembered)
            {
                return;
            }
            _bytes ??= new byte[LongestRemembered];
            value.CopyTo(_bytes);
            (_length, Cell) = (value.Length, cell);
        }
    }
}
