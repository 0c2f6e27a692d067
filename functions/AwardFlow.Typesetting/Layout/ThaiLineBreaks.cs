using ICU4N.Globalization;
using ICU4N.Text;

namespace AwardFlow.Typesetting.Layout;

/// <summary>
/// Where a line of Thai may end. Thai writes no spaces between words: a dictionary finds them (Unicode Standard Annex 14,
/// class SA), and the rules of official letters then take away what reads badly.
/// </summary>
public static class ThaiLineBreaks
{
    // Words that the dictionary takes apart at the wrong place.
    private static readonly string[] Unbroken = ["กรรมการ", "กรรมาธิการ", "กรรมสิทธิ์", "สารบรรณ"];

    // Labels that stay with the number after them.
    private static readonly string[] BeforeNumber = ["พ.ศ. ", "ค.ศ. ", "ข้อ ", "หมวดที่ ", "ครั้งที่ ", "ที่ ", "ด้วย "];

    private const string NeverFirst = "ๆฯ)]}»”’!?,.:;%ๅ";

    private static readonly ThreadLocal<BreakIterator> Dictionary = new(() => BreakIterator.GetLineInstance(new UCultureInfo("th")));

    /// <summary>The positions in a text before which a line may begin, in order, without its start and end.</summary>
    /// <param name="text">One paragraph.</param>
    /// <returns>Indexes of UTF-16 units.</returns>
    public static IReadOnlyList<int> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var breaks = new List<int>();
        var iterator = Dictionary.Value!;
        iterator.SetText(text);
        for (var at = iterator.Next(); at != BreakIterator.Done; at = iterator.Next())
        {
            if (at < text.Length && MayBreak(text, at))
            {
                breaks.Add(at);
            }
        }
        foreach (var word in Unbroken)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            {
                breaks.RemoveAll(position => position > at && position < at + word.Length);
            }
        }
        return breaks;
    }

    private static bool MayBreak(string text, int at)
    {
        if (NeverFirst.Contains(text[at], StringComparison.Ordinal))
        {
            return false;
        }
        if (text[at - 1] != ' ')
        {
            return true;
        }
        var before = text.AsSpan(0, at);
        var number = char.IsDigit(text[at]);
        if (number && Array.Exists(BeforeNumber, label => text.AsSpan(0, at).EndsWith(label, StringComparison.Ordinal)))
        {
            return false;
        }
        // A number stays with its unit.
        return !(before.Length > 1 && char.IsDigit(before[^2]) && IsThaiLetter(text[at]));
    }

    private static bool IsThaiLetter(char c) => c is >= 'ก' and <= '\u0e4e' && c != '฿';
}
