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
        if (text[0] is '#' or 'E' && SpreadsheetError().IsMatch(text))
        {
            return RowTexts.CellError(CellText.Quoted(text));
        }
        return IsQuestionMarks(text) ? RowTexts.LostText : IsMojibake(text) ? RowTexts.Mojibake : null;
    }

    /// <summary>Whether a code is what a spreadsheet makes of one that looks like a date: 1-ก.พ., Feb-64.</summary>
    public static bool IsDateWord(string code) => DateWord().IsMatch(code);

    /// <summary>Whether a text is a number alone, which is no name.</summary>
    public static bool IsBareNumber(string text) => text.Length > 0 && text.Any(char.IsDigit) && text.All(c => char.IsDigit(c) || c is '.' or ',' or '-' or '+' or ' ' or '%');

    /// <summary>Whether a text has just the length at which other programs cut.</summary>
    public static bool MayBeCut(string text) => text.Length == CutAt;

    // Saved in an encoding without Thai, each letter becomes a question mark; a question in words has fewer.
    private static bool IsQuestionMarks(string text)
    {
        var marks = text.AsSpan().Count('?');
        return marks >= FewestMarks && marks * 2 > text.Length - text.AsSpan().Count(' ') && text.Contains("??", StringComparison.Ordinal);
    }

    // UTF-8 read as Windows-1252 has à¸ and à¹, as Windows-874 เธ and เน before every letter; Windows-874 read as
    // Windows-1252 has nothing but accented letters and signs.
    private static bool IsMojibake(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return false;
        }
        var pairs = Count(text, "เธ") + Count(text, "เน");
        return Count(text, "à¸") + Count(text, "à¹") > 0 || (pairs >= FewestPairs && pairs * 3 * 2 > text.Length) || Western().IsMatch(text);
    }

    private static int Count(string text, string pair) => text.AsSpan().Count(pair);

    [GeneratedRegex(@"^(#(N/A|NAME\?|REF!|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|BUSY!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA|ERROR!)|#{3,}|Err:[0-9]{3})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SpreadsheetError();

    [GeneratedRegex("[\u00a1-\u00ff]{4}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Western();

    // Capital and small letters as spreadsheets write months: codes such as DEC-01 are their owner's.
    [GeneratedRegex(
        @"^([0-9]{1,2}[-/ ](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.)([-/ ][0-9]{2,4})?|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.)[-/ ][0-9]{2,4})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DateWord();
}
