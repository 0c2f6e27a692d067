using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
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

    private readonly string _text;
    private readonly string _national;
    private readonly Regex? _number;
    private readonly Regex? _address;

    /// <summary>A person.</summary>
    /// <param name="text">The text, at least <see cref="Shortest"/> characters.</param>
    public PersonText(string text)
    {
        var written = Plain(text);
        var digits = Bare(written);
        _national = digits.Length > 0 && digits.All(char.IsAsciiDigit) && National(digits) is { Length: >= ShortestTelephone } national ? national : "";
        _number = _national.Length > 0 ? Number(_national) : null;
        _address = _number is null && written.Contains('@', StringComparison.Ordinal) ? Address(written) : null;
        // With a title or without, it is the same person.
        _text = _national.Length == 0 && _address is null && PersonTitles.Without(written) is { Length: >= Shortest } bare ? bare : written;
    }

    /// <summary>Whether a text can be looked for.</summary>
    public static bool IsValid(string? text) => text?.Trim().Length is >= Shortest and <= Longest && !text.Any(char.IsControl);

    /// <summary>
    /// Whether it is in a text: whatever the case and the spelling of Thai marks, and a telephone number whatever is between its
    /// digits and before them. A name may be a part of somebody else's there: by this something is found, and nothing erased.
    /// </summary>
    public bool IsIn(string where)
    {
        var written = Plain(where);
        return _number?.IsMatch(written) ?? _address?.IsMatch(written) ?? written.Contains(_text, StringComparison.Ordinal);
    }

    /// <summary>Whether it is all of a text: part of one would be in many that are somebody else's, or nobody's.</summary>
    public bool IsAll(string text)
    {
        var written = Plain(text);
        return IsAllOf(written) || (_national.Length > 0 && Bare(written) is var digits && digits.All(char.IsAsciiDigit) && National(digits) == _national);
    }

    /// <summary>Whether it is a telephone number.</summary>
    public bool IsNumber => _number is not null;

    /// <summary>
    /// Whether a text names the person, and nobody whose name or address it is a part of: an address ends where it ends, before a
    /// name stands nothing that goes with it but titles, and a single word, which may be half of many names, is all of the text.
    /// </summary>
    public bool Names(string text)
    {
        var written = Plain(text);
        return _number?.IsMatch(written) ?? _address?.IsMatch(written) ?? (IsWord ? IsAllOf(written) : StandsIn(written));
    }

    /// <summary>Whether a field in which somebody is named names the person: a name is all of it, but for what is added in brackets.</summary>
    public bool Is(string field) => IsNumber || _address is not null ? IsIn(field) : IsAll(field) || IsAll(field.Split('(')[0]);

    /// <summary>Whether it is in a file, whose kind does not matter. What cannot be looked into may hold it.</summary>
    public bool IsIn(BinaryData file) => FileTexts.Any(file, IsIn, unreadable: true, byCell: false);

    /// <summary>Whether a file names the person, as <see cref="Names"/> has it of a text.</summary>
    public bool IsNamedIn(BinaryData file) => FileTexts.Any(file, Names, unreadable: false, byCell: IsWord);

    private bool IsWord => _number is null && _address is null && !_text.Contains(' ', StringComparison.Ordinal);

    private bool IsAllOf(string written) => written == _text || PersonTitles.Without(written) == _text;

    private bool StandsIn(string written)
    {
        for (var at = written.IndexOf(_text, StringComparison.Ordinal); at >= 0; at = written.IndexOf(_text, at + 1, StringComparison.Ordinal))
        {
            if (EndsAt(written, at + _text.Length) && BeginsAt(written, at))
            {
                return true;
            }
        }
        return false;
    }

    private bool BeginsAt(string written, int at)
    {
        var start = at;
        while (start > 0 && (IsOfName(written[start - 1]) || written[start - 1] == '.'))
        {
            start--;
        }
        return start < at ? PersonTitles.Without(written[start..(at + _text.Length)]) == _text : !IsHyphen(written, at - 1, at - 2);
    }

    private static bool EndsAt(string written, int end) => end == written.Length || (!IsOfName(written[end]) && !IsHyphen(written, end, end + 1));

    private static bool IsHyphen(string written, int at, int beyond) =>
        at > 0 && beyond >= 0 && beyond < written.Length && written[at] == '-' && IsOfName(written[beyond]);

    private static bool IsOfName(char character) =>
        char.IsLetter(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Not within a longer one; a point behind it may end a sentence.
    private static Regex Address(string address) =>
        new($@"(?<![A-Z0-9._%+\-]){Regex.Escape(address)}(?![A-Z0-9\-]|\.[A-Z0-9])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(10));

    // Not within a longer number, such as a national id: before it stand nothing, the zero, or the country.
    private static Regex Number(string national) => new(
        $@"(?<![0-9])(?:\+?(?:00)?66[ .\-()]*0?[ .\-()]*|0[ .\-()]*)?{string.Join(@"[ .\-()]*", national.ToCharArray())}(?![0-9])",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(10));

    private static string National(string digits) =>
        digits.StartsWith("0066", StringComparison.Ordinal) ? digits[4..].TrimStart('0')
        : digits.StartsWith("66", StringComparison.Ordinal) && digits.Length > 9 ? digits[2..].TrimStart('0')
        : digits.TrimStart('0');

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
