using System.Text.RegularExpressions;

namespace AwardFlow.Typesetting.Layout;

/// <summary>Finds what is no word and yet one: addresses, codes, numbers with strokes, telephone numbers, register numbers, abbreviations.</summary>
internal static partial class UnbrokenText
{
    /// <summary>Marks the indexes of a text that lie inside one of these.</summary>
    public static void Find(string text, Span<bool> inside)
    {
        // Most texts have none of what these begin with.
        if (text.AsSpan().IndexOfAnyExceptInRange('\u0e01', '\u0e4e') < 0)
        {
            return;
        }
        foreach (var kind in Kinds)
        {
            foreach (var match in kind.EnumerateMatches(text))
            {
                for (var i = match.Index + 1; i < match.Index + match.Length; i++)
                {
                    inside[i] = true;
                }
            }
        }
    }

    // Each reads a text once; the time limit is far above what a busy machine takes for the longest.
    private static readonly Regex[] Kinds = [Address(), Code(), Number(), Register(), Abbreviation(), Day()];

    // A web or e-mail address, up to the space or the quotation mark after it.
    [GeneratedRegex(@"(?:https?://|www\.)[^\s“”""<>]+|(?<![\w.+-])[\w.+-]+@[\w.-]+", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Address();

    // Latin letters with what is written close to them, and a number after them that counts nothing: ISO/IEC 27001:2013,
    // PM 2.5, COVID-19. The number is read to its end whatever follows it.
    [GeneratedRegex("[A-Za-z][!-~]*(?: (?>[0-9๐-๙][0-9๐-๙.:/,-]*)(?![A-Za-z]|" + CountedThings.Pattern + "))?", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Code();

    // Numbers with strokes, points and dashes, in groups too: ๒๕๖๔/ว๑๒๓๔, ๐๘-๑๒๓๔-๕๖๗๘, ๐ ๒๖๑๒ ๖๐๖๐, ๑ - ๓.
    [GeneratedRegex(
        @"[ก-ฮ]{0,3}[0-9๐-๙]+(?:[./,:\u2013-]+ ?(?:[ก-ฮ]{0,4}\.? ?)?[0-9๐-๙]+| [0-9๐-๙]+| [\u2013-] [0-9๐-๙]+|\([0-9๐-๙]+\))*",
        RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Number();

    // A register number with the office's code: สพร ๒๕๖๔/ว๑๒๓๔, ลป ๕๒๐๐๑/๑๒๓, ที่ มท ๐๘๑๐.๓/ว ๑๒๓.
    [GeneratedRegex(
        @"(?:ที่ )?(?<![ก-๎.])(?>[ก-ฮ]{1,4}(?:\.[ก-ฮ]{1,3})*)\.? ?[0-9๐-๙]+(?:\.[0-9๐-๙]+)*/ ?[ก-ฮ]{0,3} ?[0-9๐-๙]*", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Register();

    // พ.ศ., ผศ.ดร.สมชาย, อบต.บ้านดู่: what follows the full stop without a space belongs to it.
    [GeneratedRegex(
        @"(?<![ก-๎])[ก-ฮ][ก-ฮิีึัุู]{0,3}\.(?:[ก-ฮ][ก-ฮิีึัุู]{0,3}\.)*(?=[ก-๎A-Za-z])[^\s]|(?<=[ก-๎])[ก-ฮ]{0,3}\.(?=[ก-๎])[ก-๎]",
        RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Abbreviation();

    // ๓๐ มิ.ย. ๒๕๖๔
    [GeneratedRegex(
        @"(?:[0-9๐-๙]{1,2} )?(?:ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.) ?[0-9๐-๙]{2,4}",
        RegexOptions.CultureInvariant,
        60_000)]
    private static partial Regex Day();
}
