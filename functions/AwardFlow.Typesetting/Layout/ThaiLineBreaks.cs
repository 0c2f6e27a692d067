using ICU4N.Globalization;
using ICU4N.Text;

namespace AwardFlow.Typesetting.Layout;

/// <summary>
/// Where a line of Thai may end. Thai writes no spaces between words: a dictionary finds them (Unicode Standard Annex 14,
/// class SA), and the rules of official letters then take away what reads badly.
/// </summary>
public static class ThaiLineBreaks
{
    // Besides marks and vowels that are read with the consonant before them.
    private const string NeverFirst = "ๆฯ)]}»”’!?,.:;%/";

    // Labels that stay with the number after them.
    private static readonly string[] BeforeNumber =
    [
        "พ.ศ. ", "ค.ศ. ", "ข้อ ", "หมวด ", "ที่ ", "ด้วย ", "มาตรา ", "ระดับ ", "ปี ", "หมู่ ", "ร้อยละ ", "อันดับ ", "เฉลี่ย ", "คะแนน ", "โทร. ",
        "โทรศัพท์ ", "เวลา ", "จำนวน ", "รุ่น ", "ชั้น ", "และ ", "ถึง ", "หรือ ", "฿ ",
    ];

    private static readonly string[] Eras = ["พ.ศ. ", "ค.ศ. "];

    private static readonly string[] Months =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
    ];

    // Words that lean on the one after them: alone at a line's end they look lost.
    private static readonly string[] Prefixes = ["การ", "ความ", "ผู้", "นัก", "ช่าง", "น่า", "ชาว", "อย่าง", "นาย", "นาง", "นางสาว"];

    // What a place's name follows, without a space.
    private static readonly string[] BeforePlace = ["ตำบล", "อำเภอ", "จังหวัด", "แขวง", "เทศบาลเมือง", "เทศบาลนคร", "นายกเทศมนตรีเมือง", "นายกเทศมนตรีนคร"];

    private static readonly ThreadLocal<BreakIterator> Dictionary = new(() => BreakIterator.GetLineInstance(new UCultureInfo("th")));

    /// <summary>The positions in a text before which a line may begin, in order, without its start and end.</summary>
    /// <param name="text">One paragraph.</param>
    /// <returns>Indexes of UTF-16 units.</returns>
    public static IReadOnlyList<int> Find(string text) =>
        [.. Weigh(text).Where(place => place.Penalty < LineBreak.InCompound).Select(place => place.At)];

    /// <summary>The same places, and those inside compounds, each with how badly a line ends there.</summary>
    internal static List<LineBreak> Weigh(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var places = new List<int>();
        var edges = new bool[text.Length + 1];
        edges[0] = true;
        var iterator = Dictionary.Value!;
        iterator.SetText(text);
        for (var at = iterator.Next(); at != BreakIterator.Done; at = iterator.Next())
        {
            edges[at] = true;
        }
        var compound = ThaiCompounds.Inside(
            text, at => edges[at] || !IsThaiLetter(text[at]) || !IsThaiLetter(text[at - 1]), begins: at => edges[at] |= at > 0 && IsThaiLetter(text[at - 1]));
        for (var at = 1; at < text.Length; at++)
        {
            if (edges[at] && MayBreak(text, at))
            {
                places.Add(at);
            }
        }
        var name = InPlaceName(text);
        var breaks = new List<LineBreak>(places.Count);
        for (var i = 0; i < places.Count; i++)
        {
            var at = places[i];
            var before = text.AsSpan(i > 0 ? places[i - 1] : 0, at - (i > 0 ? places[i - 1] : 0));
            var after = text.AsSpan(at, (i + 1 < places.Count ? places[i + 1] : text.Length) - at);
            breaks.Add(new LineBreak(at, Penalty(text, at, before, after, compound[at], name[at])));
        }
        return breaks;
    }

    private static int Penalty(string text, int at, ReadOnlySpan<char> before, ReadOnlySpan<char> after, bool inCompound, bool inName)
    {
        if (inCompound)
        {
            return LineBreak.InCompound;
        }
        if (text[at - 1] == ' ')
        {
            return text.AsSpan(0, at).EndsWith("ปี ", StringComparison.Ordinal) && StartsWithEra(text.AsSpan(at)) ? LineBreak.InName : LineBreak.AtSpace;
        }
        if (IsFragment(before) || IsFragment(after))
        {
            return LineBreak.BesideFragment;
        }
        if (inName)
        {
            return LineBreak.InName;
        }
        foreach (var prefix in Prefixes)
        {
            if (before.EndsWith(prefix, StringComparison.Ordinal))
            {
                return LineBreak.AfterPrefix;
            }
        }
        return LineBreak.BetweenWords;
    }

    private static bool MayBreak(string text, int at)
    {
        if (NeverFirst.Contains(text[at], StringComparison.Ordinal) || IsDependent(text, at) || text[at - 1] is >= 'เ' and <= 'ไ')
        {
            return false;
        }
        if (text[at - 1] != ' ')
        {
            return true;
        }
        var before = text.AsSpan(0, at);
        if (char.IsDigit(text[at]))
        {
            return !EndsWithAny(before, BeforeNumber) && !EndsWithMonth(before);
        }
        // A number stays with its unit. A year has none: what follows it goes its own way, unless it is a day's month.
        return !(IsThaiLetter(text[at]) && before.Length > 1 && char.IsDigit(before[^2]) && !IsYear(before[..^1]));
    }

    // Marks, vowels that follow their consonant, and a consonant that is silenced.
    private static bool IsDependent(string text, int at) =>
        IsVowelMark(text[at]) || IsToneMark(text[at]) || text[at] is 'ะ' or 'า' or 'ำ' or 'ๅ' || (at + 1 < text.Length && text[at + 1] == '์');

    private static bool EndsWithAny(ReadOnlySpan<char> text, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    private static bool StartsWithEra(ReadOnlySpan<char> text) => text.StartsWith(Eras[0], StringComparison.Ordinal) || text.StartsWith(Eras[1], StringComparison.Ordinal);

    private static bool EndsWithMonth(ReadOnlySpan<char> text) => EndsWithAny(text.TrimEnd(' '), Months);

    // A number that follows an era's name or a month.
    private static bool IsYear(ReadOnlySpan<char> text)
    {
        var start = text.Length;
        while (start > 0 && char.IsDigit(text[start - 1]))
        {
            start--;
        }
        return EndsWithAny(text[..start], Eras) || EndsWithMonth(text[..start]);
    }

    // One consonant without a vowel is no word, but for ณ and ธ.
    private static bool IsFragment(ReadOnlySpan<char> piece)
    {
        var letters = 0;
        foreach (var c in piece)
        {
            if (!IsThaiLetter(c) || IsVowelMark(c))
            {
                return false;
            }
            letters += IsToneMark(c) ? 0 : 1;
        }
        return letters == 1 && piece[0] is not ('ณ' or 'ธ');
    }

    private static bool[] InPlaceName(string text)
    {
        var inside = new bool[text.Length + 1];
        foreach (var label in BeforePlace)
        {
            for (var at = text.IndexOf(label, StringComparison.Ordinal); at >= 0; at = text.IndexOf(label, at + label.Length, StringComparison.Ordinal))
            {
                for (var i = at + label.Length; i < text.Length && IsThaiLetter(text[i]); i++)
                {
                    inside[i] = true;
                }
            }
        }
        return inside;
    }

    private static bool IsVowelMark(char c) => c is 'ั' or (>= 'ิ' and <= 'ู') or '็';

    private static bool IsToneMark(char c) => c is 'ฺ' or (>= '่' and <= '๎');

    private static bool IsThaiLetter(char c) => c is >= 'ก' and <= '๎' and not ('฿' or 'ๆ' or 'ฯ');
}
