using System.IO.Compression;
using System.Text;

namespace AwardFlow.Records.Retention;

/// <summary>What names a person: an e-mail address, a name or a telephone number, as it stands in texts and in sheets.</summary>
/// <param name="text">The text, at least <see cref="Shortest"/> characters.</param>
internal sealed class PersonText(string text)
{
    /// <summary>With fewer characters it would be in half of all texts.</summary>
    public const int Shortest = 4;

    /// <summary>The most characters.</summary>
    public const int Longest = 200;

    private const int ShortestTelephone = 8;
    private const long MostUnpacked = 100_000_000;

    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, CodePagesEncodingProvider.Instance.GetEncoding(874)!];

    private readonly string _text = text.Trim();
    private readonly string _digits = text.All(character => char.IsAsciiDigit(character) || character is ' ' or '-' or '.' or '(' or ')' or '+') ? Bare(text) : "";

    /// <summary>Whether a text can be looked for.</summary>
    public static bool IsValid(string? text) => text?.Trim().Length is >= Shortest and <= Longest && !text.Any(char.IsControl);

    /// <summary>Whether it is in a text: whatever the case, and a telephone number whatever is between its digits.</summary>
    public bool IsIn(string where) =>
        where.Contains(_text, StringComparison.OrdinalIgnoreCase) || (_digits.Length >= ShortestTelephone && Bare(where).Contains(_digits, StringComparison.Ordinal));

    /// <summary>Whether it is all of a text: part of one would be in many that are somebody else's, or nobody's.</summary>
    public bool IsAll(string text) => string.Equals(text.Trim(), _text, StringComparison.OrdinalIgnoreCase) || (_digits.Length >= ShortestTelephone && Bare(text.Trim()) == _digits);

    /// <summary>Whether it is in a sheet as it was sent: a csv file in any encoding, or a workbook, unpacked.</summary>
    public bool IsIn(BinaryData sheet)
    {
        var bytes = sheet.ToMemory();
        if (!bytes.Span.StartsWith("PK"u8))
        {
            return Array.Exists(Encodings, encoding => IsIn(encoding.GetString(bytes.Span)));
        }
        try
        {
            using var zip = new ZipArchive(sheet.ToStream(), ZipArchiveMode.Read);
            var left = MostUnpacked;
            foreach (var entry in zip.Entries)
            {
                if ((left -= entry.Length) < 0)
                {
                    break;
                }
                using var content = new Bags.BoundedReading(entry.Open(), entry.Length, entry.FullName);
                using var part = new StreamReader(content);
                if (IsIn(System.Net.WebUtility.HtmlDecode(part.ReadToEnd())))
                {
                    return true;
                }
            }
            return left < 0;
        }
        catch (Exception e) when (e is InvalidDataException or RecordsException or NotSupportedException)
        {
            // What cannot be looked into may hold it.
            return true;
        }
    }

    private static string Bare(string text) => string.Concat(text.Where(character => character is not (' ' or '-' or '.' or '(' or ')' or '+')));
}
