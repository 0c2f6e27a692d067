using System.Text.RegularExpressions;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Sheets;

/// <summary>Texts that another program broke before they came here. They are no content, whatever was meant.</summary>
internal static partial class DamagedText
{
    // Old formats and database drivers cut texts at this length.
    private const int CutAt = 255;

    private const int FewestMarks = 2;
    private const int FewestPairs = 3;

    // What programs write for nothing, as they spell it: Nan is a province.
    private static readonly HashSet<string> NoValues =
        new(StringComparer.Ordinal) { "NULL", "null", "(null)", "NaN", "nan", "undefined", "[object Object]", "N/A", "n/a", "#N/A" };

    private static readonly string[] Broken = ["à¸", "à¹", "Â¸", "‡∏", "‡π", "α╕", "α╣"];

    /// <summary>What broke a text; null where nothing did.</summary>
    public static BilingualText? Problem(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }
        if (text.Contains(CellText.Lost, StringComparison.Ordinal))
        {
            return RowTexts.LostCharacter;
        }
        if (text[0] is '#' or 'E' or 'L' or 'ก' && SpreadsheetError().IsMatch(text))
        {
            return RowTexts.CellError(CellText.Quoted(text));
        }
        if (text is "TRUE" or "FALSE")
        {
            return RowTexts.IsTruth;
        }
        return IsQuestionMarks(text) ? RowTexts.LostText : IsMojibake(text) ? RowTexts.Mojibake : null;
    }

    /// <summary>Whether a code is what a spreadsheet makes of one that looks like a date: 1-ก.พ., Feb-64.</summary>
    public static bool IsDateWord(string code) => DateWord().IsMatch(code);

    /// <summary>Whether a code has the form of a date that some spreadsheets write: 2021-02-01, 01-02-2564.</summary>
    public static bool MayBeDate(string code) => code.Length is >= 8 and <= 10 && DateForm().IsMatch(ThaiNumerals.ToWestern(code));

    /// <summary>Whether a number was shortened to a few digits and a power of ten, so that its last digits are lost.</summary>
    public static bool IsShortened(string text) => text.Length is > 3 and < 20 && ShortenedNumber().IsMatch(text);

    /// <summary>Whether a name is the word of a program for nothing: NULL, NaN.</summary>
    public static bool IsNoValue(string name) => NoValues.Contains(name);

    /// <summary>Whether a text is a number alone, which is no name.</summary>
    public static bool IsBareNumber(string text) =>
        text.Length > 0 && text.Any(char.IsDigit) && text.All(c => char.IsDigit(c) || c is '.' or ',' or '-' or '+' or ' ' or '%');

    /// <summary>Whether a name is one that no letter is left of: ?.</summary>
    public static bool IsNothing(string name) => name.Length > 0 && !name.Any(char.IsLetterOrDigit);

    /// <summary>Whether a text has just the length at which other programs cut.</summary>
    public static bool MayBeCut(string text) => text.Length == CutAt;

    // Saved in an encoding without Thai, each letter becomes a question mark; a question in words has fewer.
    private static bool IsQuestionMarks(string text)
    {
        var marks = text.AsSpan().Count('?');
        return marks >= FewestMarks
            && ((text.Contains("???", StringComparison.Ordinal) && LostWords().IsMatch(text) && !text.Any(IsThai))
                || (marks * 2 > text.Length - text.AsSpan().Count(' ') && text.Contains("??", StringComparison.Ordinal)) || !text.Any(char.IsLetterOrDigit));
    }

    // UTF-8 read as Windows-1252 has à¸ and à¹, as Windows-874 เธ and เน before every letter, on a Macintosh ‡∏ and ‡π, in
    // a console α╕ and α╣; Windows-874 read as Windows-1252 has nothing but accented letters and signs.
    private static bool IsMojibake(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return Escaped().IsMatch(text);
        }
        var pairs = Count(text, "เธ") + Count(text, "เน");
        return Array.Exists(Broken, pair => text.Contains(pair, StringComparison.Ordinal)) || Escaped().IsMatch(text)
            || (pairs >= FewestPairs && pairs * 3 * 2 > text.Length) || Western().IsMatch(text);
    }

    private static bool IsThai(char c) => c is >= '\u0e01' and <= '\u0e4e';

    private static int Count(string text, string pair) => text.AsSpan().Count(pair);

    [GeneratedRegex(
        @"^((?i:#(N/A|NAME\??|REF!?|VALUE!?|DIV/0!?|NUM!?|NULL!?|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA|ERROR!))|#(N/D|NV|[¡¿]?[A-Z\u00c0-\u00dc/0]{2,15}[!?])|#{3,}|Err:[0-9]{3}|Loading\.\.\.|กำลังโหลด\.\.\.)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex SpreadsheetError();

    // Words of question marks, of three letters or more, or five at once behind a Latin word; a question ends in fewer.
    [GeneratedRegex(@"(?<![\p{L}\p{N}?!])\?{3,}|\?{5,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LostWords();

    [GeneratedRegex(
        @"^((19|20|21|24|25|26)[0-9]{2}[-.](0?[1-9]|1[0-2])[-.](0?[1-9]|[12][0-9]|3[01])|(0?[1-9]|[12][0-9]|3[01])[-.](0?[1-9]|1[0-2])[-.](19|20|21|24|25|26)[0-9]{2})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex DateForm();

    [GeneratedRegex(@"^[+-]?[0-9]([.,][0-9]+)?E\+?[0-9]{1,3}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ShortenedNumber();

    [GeneratedRegex("[\u00a1-\u00ff]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Western();

    // Thai letters as a web page's entities, as a program's escapes, in a link, and in mail.
    [GeneratedRegex(
        @"(&#3[56][0-9]{2};|\\u0[eE][0-9a-fA-F]{2}|%E0%B[89]%[0-9A-F]{2}|=E0=B[89]=[0-9A-F]{2}){2}",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Escaped();

    // Capital and small letters as spreadsheets write months: codes such as DEC-01 are their owner's.
    [GeneratedRegex(
        @"^([0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9:.]+|[0-9]{1,2}[-/ ](มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.)([-/ ][0-9]{2,4})?|(มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|January|February|March|April|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.)[-/ ][0-9]{2,4})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateWord();
}
