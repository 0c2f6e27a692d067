using System.Buffers;
using ICU4N.Globalization;
using ICU4N.Text;

namespace AwardFlow.Typesetting.Layout;

/// <summary>
/// Where a line of Thai may end. Thai writes no spaces between words: a dictionary finds them (Unicode Standard Annex 14,
/// class SA), and the rules of official letters then take away what reads badly. Other scripts break as Annex 14 says.
/// </summary>
public static class ThaiLineBreaks
{
    /// <summary>Keeps together what stands on both its sides (WORD JOINER); it is never drawn.</summary>
    public const char Joiner = '\u2060';

    /// <summary>Lets a line end where nothing is seen (ZERO WIDTH SPACE); it is never drawn.</summary>
    public const char Opportunity = '\u200b';

    // Besides marks and vowels that are read with the consonant before them.
    private const string NeverFirst = "ๆฯ)]}»”’!?,.:;%/";
    private const string NeverLast = "([{«“‘";

    // The one word that begins with ฯ.
    private const string Excellency = "ฯพณฯ";

    // Labels that stay with the number after them.
    private static readonly string[] BeforeNumber =
    [
        "พ.ศ. ", "ค.ศ. ", "ลว. ", "ข้อ ", "หมวด ", "ที่ ", "ด้วย ", "มาตรา ", "ระดับ ", "ปี ", "หมู่ ", "ร้อยละ ", "อันดับ ", "เฉลี่ย ", "คะแนน ", "โทร. ",
        "โทรศัพท์ ", "โทรสาร ", "เวลา ", "จำนวน ", "รุ่น ", "ชั้น ", "และ ", "ถึง ", "หรือ ", "฿ ", "ต่อ ", "เลขที่ ",
        "ม. ", "โทร ", "เบอร์ ", "มือถือ ", "แฟกซ์ ", "สายด่วน ", "สาย ", "ห้อง ", "อาคาร ", "ตึก ", "ประตู ",
        "ช่อง ", "วรรค ", "หน้า ", "ตอน ", "บท ", "เล่ม ", "ตาราง ", "ลำดับ ", "กลุ่ม ", "ประเภท ", "เฟส ", "เขต ",
        "กม. ", "กิโลเมตร ", "ประมาณ ", "เกือบ ", "ราว ", "เพียง ", "รวม ", "อย่างน้อย ", "อย่างมาก ", "ราคา ",
        "วงเงิน ", "อายุ ", "น้ำหนัก ", "อัตรา ", "ขนาด ", "คิดเป็น ", "ตั้งแต่ ", "ไม่น้อยกว่า ", "ตัวชี้วัด ",
        "หมู่ที่ ", "ซอย ", "ซ. ", "ระยะ ", "ระยะที่ ", "ครั้งที่ ", "ฉบับที่ ", "เกณฑ์ ", "ไม่เกิน ", "กว่า ", "ละ ",
    ];

    // Abbreviations that stay with the name after them.
    private static readonly string[] BeforeName =
    [
        "ดร. ", "น.ส. ", "ผศ. ", "รศ. ", " ศ. ", "นพ. ", "พญ. ", "ต. ", "อ. ", "จ. ", "ถ. ",
        "ซ. ", "บ. ", "อบต. ", "อบจ. ", "ทต. ", "ทม. ", "ทน. ", "รร. ", "รพ. ", "รพ.สต. ",
    ];

    private const char LastThai = '\u0e7f';

    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789๐๑๒๓๔๕๖๗๘๙.,");

    // What may follow a number and is no unit.
    private static readonly string[] NoUnits =
    [
        "หรือ", "และ", "ภายใน", "ใน", "ของ", "เพื่อ", "โดย", "ตาม", "ที่", "ณ ", "จาก",
        "ลงวันที่", "ลว.", "ประจำ", "เป็น", "ให้", "ได้", "ซึ่ง", "เรื่อง", "มี",
    ];

    private static readonly string[] Eras = ["พ.ศ. ", "ค.ศ. "];

    private static readonly string[] Months =
    [
        "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
        "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
    ];

    // Words that lean on the one after them: alone at a line's end they look lost.
    private static readonly HashSet<string> Prefixes =
        ["การ", "ความ", "และ", "หรือ", "กับ", "ผู้", "นัก", "ช่าง", "น่า", "ชาว", "อย่าง", "นาย", "นาง", "นางสาว"];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> PrefixLookup = Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly ThreadLocal<BreakIterator> OtherScripts = new(() => BreakIterator.GetLineInstance(new UCultureInfo("th")));

    /// <summary>The positions in a text before which a line may begin, in order, without its start and end.</summary>
    /// <param name="text">One paragraph.</param>
    /// <returns>Indexes of UTF-16 units.</returns>
    public static IReadOnlyList<int> Find(string text) =>
        [.. Weigh(text).Where(place => place.Penalty < LineBreak.InCompound).Select(place => place.At)];

    /// <summary>A text as it is drawn: without <see cref="Joiner"/> and <see cref="Opportunity"/>.</summary>
    public static string Drawn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().ContainsAny(Joiner, Opportunity) ? string.Concat(text.Where(c => !IsInvisible(c))) : text;
    }

    /// <summary>Where lines of a text may end, as indexes of the text as it is drawn.</summary>
    internal static List<LineBreak> WeighDrawn(string text)
    {
        var breaks = Weigh(text);
        if (!text.AsSpan().ContainsAny(Joiner, Opportunity))
        {
            return breaks;
        }
        var invisible = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            invisible[i + 1] = invisible[i] + (IsInvisible(text[i]) ? 1 : 0);
        }
        return [.. breaks.Select(place => place with { At = place.At - invisible[place.At] }).Where(place => place.At > 0)];
    }

    /// <summary>The same places, and those inside compounds, each with how badly a line ends there.</summary>
    internal static List<LineBreak> Weigh(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new int[text.Length + 1];
        var parts = new int[text.Length + 1];
        FindWords(text, words, parts);
        var whole = new bool[text.Length + 1];
        UnbrokenText.Find(text, whole);
        ThaiNames.Find(text, words, whole);
        var others = OtherBreaks(text);
        var breaks = new List<LineBreak>();
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == Joiner || text[at - 1] == Joiner)
            {
                continue;
            }
            var penalty = Penalty(text, at, words, parts, others);
            if (penalty < 0)
            {
                continue;
            }
            if (whole[at])
            {
                penalty = Math.Max(penalty, LineBreak.InCompound);
            }
            if (penalty < LineBreak.InCompound)
            {
                penalty = Math.Max(penalty, LeansOnNext(LastWord(text, at, words)) ? LineBreak.AfterPrefix : 0);
            }
            breaks.Add(new LineBreak(at, penalty));
        }
        return breaks;
    }

    private static void FindWords(string text, int[] words, int[] parts)
    {
        // What is joined is read as the words that it makes: a joiner ends none.
        if (text.Contains(Joiner, StringComparison.Ordinal))
        {
            var bare = text.Replace(Joiner.ToString(), "", StringComparison.Ordinal);
            var (bareWords, bareParts) = (new int[bare.Length + 1], new int[bare.Length + 1]);
            FindWords(bare, bareWords, bareParts);
            for (int i = 0, at = 0; i < text.Length; i++)
            {
                if (text[i] != Joiner)
                {
                    (words[i], parts[i]) = (bareWords[at], bareParts[at]);
                    at++;
                }
            }
            return;
        }
        for (var from = 0; from < text.Length; from++)
        {
            if (!ThaiClusters.IsThaiLetter(text[from]))
            {
                continue;
            }
            var to = from + 1;
            while (to < text.Length && ThaiClusters.IsThaiLetter(text[to]))
            {
                to++;
            }
            var run = text.AsSpan(from, to - from);
            ThaiWords.Find(run, ThaiLexicon.Full, words.AsSpan(from, run.Length));
            ThaiWords.Find(run, ThaiLexicon.Dictionary, parts.AsSpan(from, run.Length));
            from = to;
        }
    }

    // How badly a line ends before an index; less than 0 where it cannot.
    private static int Penalty(string text, int at, int[] words, int[] parts, bool[]? others)
    {
        var (before, after) = (text[at - 1], text[at]);
        if (after == 'ฯ' && text.AsSpan(at).StartsWith(Excellency, StringComparison.Ordinal))
        {
            return NeverLast.Contains(before, StringComparison.Ordinal) ? -1 : before == ' ' ? LineBreak.AtSpace : LineBreak.BetweenWords;
        }
        if (after is ' ' or Opportunity || NeverFirst.Contains(after, StringComparison.Ordinal) || NeverLast.Contains(before, StringComparison.Ordinal)
            || ThaiClusters.IsMark(after))
        {
            return -1;
        }
        if (before == Opportunity)
        {
            return LineBreak.AtSpace;
        }
        if (before == ' ')
        {
            return AfterSpace(text, at);
        }
        if (ThaiClusters.IsThaiLetter(before) && ThaiClusters.IsThaiLetter(after))
        {
            return words[at] != 0 ? words[at] : parts[at] != 0 ? LineBreak.InCompound : -1;
        }
        if (ThaiClusters.IsThaiLetter(after) || ThaiClusters.IsThaiLetter(before))
        {
            var other = ThaiClusters.IsThaiLetter(after) ? before : after;
            return other is 'ๆ' or 'ฯ'
                ? text.AsSpan(at).StartsWith("ลฯ", StringComparison.Ordinal) || text.AsSpan(at - 1).StartsWith(Excellency, StringComparison.Ordinal)
                    ? -1
                    : LineBreak.BetweenWords
                : other == '/' ? !text.AsSpan(0, at).EndsWith("และ/", StringComparison.Ordinal) && at > 1 && ThaiClusters.IsThaiLetter(text[at - 2])
                    ? LineBreak.InName
                    : -1
                : char.IsAsciiLetter(other) ? LineBreak.InName
                : MayPart(others, before, after, at) ? LineBreak.BetweenWords : -1;
        }
        return MayPart(others, before, after, at) ? LineBreak.BetweenWords : -1;
    }

    // What other scripts allow holds beside their own characters: a quotation mark does not change the words around it.
    private static bool MayPart(bool[]? others, char before, char after, int at) => others?[at] == true && (before > LastThai || after > LastThai);

    private static int AfterSpace(string text, int at)
    {
        var before = text.AsSpan(0, at);
        if (char.IsDigit(text[at]))
        {
            return EndsWithAny(before, BeforeNumber) || EndsWithMonth(before) ? -1 : LineBreak.AtSpace;
        }
        if (EndsWithAny(before, BeforeName))
        {
            return -1;
        }
        // A number stays with its unit. A year has none: what follows it goes its own way, unless it is a day's month.
        if (ThaiClusters.IsThaiLetter(text[at]) && at > 1 && char.IsDigit(text[at - 2]) && (IsQuantity(before[..^1]) || CountedThings.Begin(text.AsSpan(at)))
            && !(StartsWithAny(text.AsSpan(at), NoUnits) && !GoesOnWithNumber(text.AsSpan(at))))
        {
            return -1;
        }
        return before.EndsWith("ปี ", StringComparison.Ordinal) && StartsWithAny(text.AsSpan(at), Eras) ? LineBreak.InName : LineBreak.AtSpace;
    }

    private static bool IsInvisible(char c) => c is Joiner or Opportunity;

    private static ReadOnlySpan<char> LastWord(string text, int at, int[] words)
    {
        var end = at;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }
        var start = end;
        while (start > 0 && ThaiClusters.IsThaiLetter(text[start - 1]) && (start == end || words[start] == 0))
        {
            start--;
        }
        return text.AsSpan(start, end - start);
    }

    private static bool LeansOnNext(ReadOnlySpan<char> word) => PrefixLookup.Contains(word);

    // Texts of Thai, Latin letters and digits alone need no second look.
    private static bool[]? OtherBreaks(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', LastThai))
        {
            return null;
        }
        var breaks = new bool[text.Length + 1];
        var iterator = OtherScripts.Value!;
        iterator.SetText(text);
        for (var at = iterator.Next(); at != BreakIterator.Done; at = iterator.Next())
        {
            breaks[at] = true;
        }
        return breaks;
    }

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

    private static bool StartsWithAny(ReadOnlySpan<char> text, string[] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (text.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    private static bool EndsWithMonth(ReadOnlySpan<char> text) => EndsWithAny(text.TrimEnd(' '), Months);

    // ๑ และ ๒
    private static bool GoesOnWithNumber(ReadOnlySpan<char> text) =>
        text.IndexOf(' ') is > 0 and var space && space + 1 < text.Length && char.IsDigit(text[space + 1]);

    // A plain number that counts something: no year, and no part of a code or of an address.
    private static bool IsQuantity(ReadOnlySpan<char> text)
    {
        var start = text.LastIndexOf(' ') + 1;
        return !IsYear(text) && text[start..].IndexOfAnyExcept(Figures) < 0 && !(start > 1 && char.IsAsciiLetter(text[start - 2]));
    }

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
}
