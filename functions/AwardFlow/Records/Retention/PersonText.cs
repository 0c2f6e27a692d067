using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Records.Retention;

/// <summary>What names a person: an e-mail address, a name or a telephone number, as it stands in texts and in sheets.</summary>
internal sealed class PersonText
{
    /// <summary>With fewer characters it would be in half of all texts.</summary>
    public const int Shortest = 4;

    /// <summary>The most characters.</summary>
    public const int Longest = 200;

    private const int ShortestTelephone = 8;
    private const long MostUnpacked = 100_000_000;

    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, CodePagesEncodingProvider.Instance.GetEncoding(874)!];

    private readonly string _text;
    private readonly string _national;
    private readonly Regex? _number;

    /// <summary>A person.</summary>
    /// <param name="text">The text, at least <see cref="Shortest"/> characters.</param>
    public PersonText(string text)
    {
        var written = Plain(text);
        var digits = Bare(written);
        _national = digits.Length > 0 && digits.All(char.IsAsciiDigit) && National(digits) is { Length: >= ShortestTelephone } national ? national : "";
        _number = _national.Length > 0 ? Number(_national) : null;
        // With a title or without, it is the same person.
        _text = _national.Length == 0 && !written.Contains('@', StringComparison.Ordinal) && PersonTitles.Without(written) is { Length: >= Shortest } bare ? bare : written;
    }

    /// <summary>Whether a text can be looked for.</summary>
    public static bool IsValid(string? text) => text?.Trim().Length is >= Shortest and <= Longest && !text.Any(char.IsControl);

    /// <summary>Whether it is in a text: whatever the case and the spelling of Thai marks, and a telephone number whatever is between its digits and before them.</summary>
    public bool IsIn(string where)
    {
        var written = Plain(where);
        return written.Contains(_text, StringComparison.Ordinal) || _number?.IsMatch(written) == true;
    }

    /// <summary>Whether it is all of a text: part of one would be in many that are somebody else's, or nobody's.</summary>
    public bool IsAll(string text)
    {
        var written = Plain(text);
        return written == _text || PersonTitles.Without(written) == _text || (_national.Length > 0 && Bare(written) is var digits && digits.All(char.IsAsciiDigit) && National(digits) == _national);
    }

    /// <summary>Whether it is in a text, or where it is a single word, which may be a code or half of a name, all of it.</summary>
    public bool Names(string text) => _number is not null || _text.Contains('@', StringComparison.Ordinal) || _text.Contains(' ', StringComparison.Ordinal) ? IsIn(text) : IsAll(text);

    /// <summary>Whether it is in a sheet as it was sent: a csv file in any encoding, or a workbook, unpacked.</summary>
    public bool IsIn(BinaryData sheet)
    {
        var bytes = sheet.ToMemory();
        if (!bytes.Span.StartsWith("PK"u8))
        {
            return IsInText(bytes.Span);
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
                using var part = new MemoryStream();
                content.CopyTo(part);
                if (IsIn(entry.FullName) || IsInPart(part))
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

    private bool IsInPart(MemoryStream part)
    {
        try
        {
            part.Position = 0;
            return SheetTexts.Of(part).Any(IsIn);
        }
        catch (XmlException)
        {
            return IsInText(part.GetBuffer().AsSpan(0, (int)part.Length));
        }
    }

    private bool IsInText(ReadOnlySpan<byte> bytes)
    {
        foreach (var encoding in Encodings)
        {
            if (IsIn(encoding.GetString(bytes)))
            {
                return true;
            }
        }
        return false;
    }

    // Not within a longer number, such as a national id: before it stand nothing, the zero, or the country.
    private static Regex Number(string national) => new(
        $@"(?<![0-9])(?:\+?(?:00)?66[ .\-()]*0?[ .\-()]*|0[ .\-()]*)?{string.Join(@"[ .\-()]*", national.ToCharArray())}(?![0-9])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    private static string National(string digits) =>
        digits.StartsWith("0066", StringComparison.Ordinal) ? digits[4..].TrimStart('0') : digits.StartsWith("66", StringComparison.Ordinal) && digits.Length > 9 ? digits[2..].TrimStart('0') : digits.TrimStart('0');

    // One way of writing what is the same: Thai marks in one order, digits western, spaces single, letters in one case.
    private static string Plain(string text)
    {
        var canonical = ThaiNumerals.ToWestern(ThaiSpelling.Canonical(Whole(text))).ToUpperInvariant();
        var plain = new StringBuilder(canonical.Length);
        foreach (var character in canonical)
        {
            if (character is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff')
            {
                continue;
            }
            if (!char.IsWhiteSpace(character))
            {
                plain.Append(character);
            }
            else if (plain.Length > 0 && plain[^1] != ' ')
            {
                plain.Append(' ');
            }
        }
        return plain.ToString().TrimEnd();
    }

    // What is no Unicode, such as half of a pair in a file of another encoding, has no normal form.
    private static string Whole(string text)
    {
        var broken = false;
        for (var i = 0; i < text.Length && !broken; i++)
        {
            broken = char.IsSurrogate(text[i]) && (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[++i]));
        }
        return broken ? string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())) : text;
    }

    private static string Bare(string text) => string.Concat(text.Where(character => character is not (' ' or '-' or '.' or '(' or ')' or '+')));
}
