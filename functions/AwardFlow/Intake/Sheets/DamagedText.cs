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
        return IsQuestionMarks(text) ? RowTexts.LostText : IsMojibake(text) ? RowTexts.Mojibake : null;
    }

    /// <summary>Whether a code is what a spreadsheet makes of one that looks like a date: 1-ก.พ., Feb-64.</summary>
    public static bool IsDateWord(string code) => DateWord().IsMatch(code);

    /// <summary>Whether a code has the form of a date that some spreadsheets write: 2021-02-01.</summary>
    public static bool MayBeDate(string code) => code.Length == 10 && code.StartsWith("20", StringComparison.Ordinal) && DateOnly.TryParseExact(code, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);

    /// <summary>Whether a text is a number alone, which is no name.</summary>
    public static bool IsBareNumber(string text) => text.Length > 0 && text.Any(char.IsDigit) && text.All(c => char.IsDigit(c) || c is '.' or ',' or '-' or '+' or ' ' or '%');

    /// <summary>Whether a name is one that no letter is left of: ?.</summary>
    public static bool IsNothing(string name) => name.Length > 0 && !name.Any(char.IsLetterOrDigit);

    /// <summary>Whether a text has just the length at which other programs cut.</summary>
    public static bool MayBeCut(string text) => text.Length == CutAt;

    // Saved in an encoding without Thai, each letter becomes a question mark; a question in words has fewer.
    private static bool IsQuestionMarks(string text)
    {
        var marks = text.AsSpan().Count('?');
        return marks >= FewestMarks
            && ((marks * 2 > text.Length - text.AsSpan().Count(' ') && text.Contains("??", StringComparison.Ordinal)) || !text.Any(char.IsLetterOrDigit));
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
        return Array.Exists(Broken, pair => text.Contains(pair, StringComparison.Ordinal)) || Escaped().IsMatch(text) || (pairs >= FewestPairs && pairs * 3 * 2 > text.Length) || Western().IsMatch(text);
    }

    private static int Count(string text, string pair) => text.AsSpan().Count(pair);

    [GeneratedRegex(@"^((?i:#(N/A|NAME\?|REF!|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA|ERROR!))|#(N/D|NV|[¡¿]?[A-Z\u00c0-\u00dc/0]{2,15}[!?])|#{3,}|Err:[0-9]{3}|Loading\.\.\.|กำลังโหลด\.\.\.)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpreadsheetError();

    [GeneratedRegex("[\u00a1-\u00ff]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Western();

    // Thai letters as a web page's entities, as a program's escapes, in a link, and in mail.
    [GeneratedRegex(@"(&#3[56][0-9]{2};|\\u0[eE][0-9a-fA-F]{2}|%E0%B[89]%[0-9A-F]{2}|=E0=B[89]=[0-9A-F]{2}){2}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Escaped();

    // Capital and small letters as spreadsheets write months: codes such as DEC-01 are their owner's.
    [GeneratedRegex(
        @"^([0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9:.]+|[0-9]{1,2}[-/ ](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.)([-/ ][0-9]{2,4})?|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.)[-/ ][0-9]{2,4})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateWord();
}
