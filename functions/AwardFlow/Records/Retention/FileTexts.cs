using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace AwardFlow.Records.Retention;

/// <summary>
/// The texts of a file that was sent or is stored: of a workbook, unpacked, and of JSON as people read them, else of all encodings that it may be in.
/// </summary>
internal static class FileTexts
{
    private const long MostUnpacked = 100_000_000;

    private static readonly Encoding[] Encodings =
        [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, CodePagesEncodingProvider.Instance.GetEncoding(874)!];

    // Between the cells of csv.
    private static readonly char[] Separators = [',', ';', '\t', '|', '"', '\r', '\n'];

    /// <summary>Whether something is so of any text of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="test">What is looked for.</param>
    /// <param name="unreadable">What is said of a workbook that cannot be looked into.</param>
    /// <param name="byCell">Whether of csv each cell is looked at, and not the whole.</param>
    public static bool Any(BinaryData file, Func<string, bool> test, bool unreadable, bool byCell)
    {
        var bytes = file.ToMemory().Span;
        if (!bytes.StartsWith("PK"u8))
        {
            return IsJson(bytes) ? AnyInJson(bytes, test) : AnyInText(bytes, test, byCell);
        }
        try
        {
            using var zip = new ZipArchive(file.ToStream(), ZipArchiveMode.Read);
            var left = MostUnpacked;
            foreach (var entry in zip.Entries)
            {
                if ((left -= entry.Length) < 0)
                {
                    return unreadable;
                }
                using var content = new Bags.BoundedReading(entry.Open(), entry.Length, entry.FullName);
                using var part = new MemoryStream();
                content.CopyTo(part);
                if (test(entry.FullName) || AnyInPart(part, test, byCell))
                {
                    return true;
                }
            }
            return false;
        }
        catch (Exception e) when (e is InvalidDataException or RecordsException or NotSupportedException)
        {
            return unreadable;
        }
    }

    /// <summary>Whether something is so of any text in JSON: of what it says, and not of what that is called.</summary>
    public static bool AnyInJson(ReadOnlySpan<byte> json, Func<string, bool> test)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && test(reader.GetString()!))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsJson(ReadOnlySpan<byte> bytes)
    {
        if (bytes is not [(byte)'{' or (byte)'[', ..])
        {
            return false;
        }
        try
        {
            return !AnyInJson(bytes, _ => false);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool AnyInPart(MemoryStream part, Func<string, bool> test, bool byCell)
    {
        try
        {
            part.Position = 0;
            return SheetTexts.Of(part).Any(test);
        }
        catch (XmlException)
        {
            return AnyInText(part.GetBuffer().AsSpan(0, (int)part.Length), test, byCell);
        }
    }

    private static bool AnyInText(ReadOnlySpan<byte> bytes, Func<string, bool> test, bool byCell)
    {
        foreach (var encoding in Encodings)
        {
            var text = encoding.GetString(bytes);
            if (byCell ? text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Any(test) : test(text))
            {
                return true;
            }
        }
        return false;
    }
}
