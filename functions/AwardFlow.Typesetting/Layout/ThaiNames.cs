namespace AwardFlow.Typesetting.Layout;

/// <summary>Finds names, which stay whole: of people after their title, of places after what they are.</summary>
internal static class ThaiNames
{
    // Longer than these no name is, in UTF-16 units; what goes on is a sentence.
    private const int LongestPlace = 20;
    private const int LongestPart = 32;

    // A part of a person's name of so few letters, marks not counted, is one whatever word it seems to hold: บุญมี, มีสุข.
    private const int ShortPart = 10;

    private static readonly string[] PlaceLabels =
        ["ตำบล", "อำเภอ", "จังหวัด", "แขวง", "เทศบาลเมือง", "เทศบาลนคร", "นายกเทศมนตรีเมือง", "นายกเทศมนตรีนคร", "อบต.", "อบจ."];

    // These are labels only where no longer abbreviation ends with them: ทม. but not กทม.
    private static readonly string[] ShortPlaceLabels = ["ทต.", "ทม.", "ทน.", "ต.", "อ.", "จ."];

    // What follows a name and is no part of one.
    private static readonly string[] Connectives =
    [
        "เพื่อ", "และ", "หรือ", "กับ", "โดย", "ซึ่ง", "ประจำ", "อำเภอ", "จังหวัด", "ตำบล", "ต้นแบบ",
        "เข้าร่วม", "สำหรับ", "แห่ง", "ระหว่าง", "ที่", "ของ", "ดำเนิน", "ตำแหน่ง", "คณะ", "ผู้", "เจ้าของ",
    ];

    // What may also begin or end a name.
    private static readonly string[] Ambiguous =
    [
        "ด้วย", "ผ่าน", "สู่", "แบบ", "อย่าง", "ได้", "ไม่", "ทั้ง", "พร้อม", "แล้ว",
        "จัด", "ใช้", "เมื่อ", "ให้", "เป็น", "มี", "จาก", "ตาม", "ต่อ", "ใน", "ขอ", "ร่วม",
    ];

    // What follows the name of a kind of place where no place is named: จังหวัดนำร่อง, อำเภอใกล้เคียง.
    private static readonly string[] NoPlaces =
    [
        "พิจารณา", "เปิด", "ประกาศ", "รายงาน", "ส่ง", "เสนอ", "แจ้ง", "รับ", "ต้อง", "สามารถ", "ทุก", "นี้",
        "นั้น", "ดังกล่าว", "ละ", "เดียว", "อื่น", "ใด", "หนึ่ง", "ใกล้เคียง", "เป้าหมาย", "นำร่อง", "ชายแดน",
        "ขนาด", "แต่ละ", "เคลื่อนที่", "อัจฉริยะ", "สีเขียว", "น่าอยู่", "เข้มแข็ง", "ต่าง",
        "คุณธรรม", "สะอาด", "ปลอด", "ดีเด่น", "กลั่นกรอง", "คัดเลือก", "มอบ", "ร่วม", "ภาค",
    ];

    /// <summary>Marks the indexes of a text that lie inside a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="penalties">What a line's end costs at each index by the words alone: 0 where words are not parted.</param>
    /// <param name="inside">Gets true at every index inside a name.</param>
    public static void Find(ReadOnlySpan<char> text, ReadOnlySpan<int> penalties, Span<bool> inside)
    {
        foreach (var label in PlaceLabels)
        {
            Places(text, label, isShort: false, penalties, inside);
        }
        foreach (var label in ShortPlaceLabels)
        {
            Places(text, label, isShort: true, penalties, inside);
        }
        // A precinct has other names than places have: only one that is listed is taken for it.
        for (var at = Next(text, "เขต", 0); at >= 0; at = Next(text, "เขต", at + 3))
        {
            Keep(inside, at + 3, at + 3 + Longest(text[(at + 3)..RunEnd(text, at + 3, LongestPlace)]));
        }
        for (var at = 0; at < text.Length; at++)
        {
            if ((at == 0 || penalties[at] != 0 || !ThaiClusters.IsThaiLetter(text[at - 1])) && ThaiTitles.Length(text[at..]) is > 0 and var length
                && Begins(text[..at], text.Slice(at, length)))
            {
                at = Person(text, at, at + length, penalties, inside) - 1;
            }
        }
    }

    /// <summary>Whether a text begins with a word that follows names and is no part of one.</summary>
    public static bool BeginsWithConnective(ReadOnlySpan<char> text) => BeginsAny(text, Connectives) || BeginsAny(text, Ambiguous);

    private static void Places(ReadOnlySpan<char> text, string label, bool isShort, ReadOnlySpan<int> penalties, Span<bool> inside)
    {
        for (var at = Next(text, label, 0); at >= 0; at = Next(text, label, at + label.Length))
        {
            if (isShort && !Begins(text[..at], label))
            {
                continue;
            }
            var start = at + label.Length;
            start += isShort && start < text.Length && text[start] == ' ' ? 1 : 0;
            Keep(inside, start, PlaceEnd(text, start, penalties));
        }
    }

    private static int Next(ReadOnlySpan<char> text, string label, int from) =>
        text[from..].IndexOf(label, StringComparison.Ordinal) is >= 0 and var at ? from + at : -1;

    private static void Keep(Span<bool> inside, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            inside[i] = i > start || inside[i];
        }
    }

    private static int RunEnd(ReadOnlySpan<char> text, int start, int most)
    {
        var run = start;
        while (run < text.Length && run - start < most && ThaiClusters.IsThaiLetter(text[run]))
        {
            run++;
        }
        return run;
    }

    private static int PlaceEnd(ReadOnlySpan<char> text, int start, ReadOnlySpan<int> penalties)
    {
        var run = RunEnd(text, start, LongestPart);
        if (Longest(text[start..run]) is > 0 and var known)
        {
            return start + known;
        }
        if (BeginsWithConnective(text[start..run]) || BeginsAny(text[start..run], NoPlaces))
        {
            return start;
        }
        // A name that no list has goes on to a word that is no part of a name.
        var end = start + 1;
        while (end < run && !(penalties[end] != 0 && (BeginsWithConnective(text[end..run]) || BeginsAny(text[end..run], NoPlaces))))
        {
            end++;
        }
        return run == start || end - start > LongestPlace ? start : end;
    }

    private static int Longest(ReadOnlySpan<char> name)
    {
        var longest = 0;
        for (int i = 0, node = 0; i < name.Length && (node = ThaiLexicon.Places.Next(node, name[i])) != 0; i++)
        {
            if (ThaiLexicon.Places.EndsWord(node) && ThaiClusters.MayPart(name, i + 1))
            {
                longest = i + 1;
            }
        }
        return longest;
    }

    // A title with the name after it, and the surname. Says where the name ends.
    private static int Person(ReadOnlySpan<char> text, int at, int titled, ReadOnlySpan<int> penalties, Span<bool> inside)
    {
        var start = titled;
        var title = text[at..titled];
        while (start < text.Length && (text[start] == ' ' ? 1 : ThaiTitles.Length(text[start..])) is > 0 and var length)
        {
            title = text[start] == ' ' ? title : text.Slice(start, length);
            start += length;
        }
        var end = NameEnd(text, start, penalties, ThaiTitles.IsNoun(title));
        if (end == start)
        {
            // Of the titles behind it none has a name either.
            return Math.Max(start, at + 1);
        }
        Keep(inside, at, end);
        if (end < text.Length - 1 && text[end] == ' ' && ThaiClusters.IsThaiLetter(text[end + 1]))
        {
            // After the name the sentence may go on just as well.
            var surname = NameEnd(text, end + 1, penalties, isDoubtful: RunEnd(text, end + 1, LongestPart) is var run && !IsShort(text[(end + 1)..run]));
            Keep(inside, end + 1, surname);
            end = surname;
        }
        return end;
    }

    // Where a name or surname ends: at a word that is no part of one.
    private static int NameEnd(ReadOnlySpan<char> text, int start, ReadOnlySpan<int> penalties, bool isDoubtful)
    {
        var run = RunEnd(text, start, LongestPart);
        var part = text[start..run];
        if (BeginsAny(part, Connectives) || (isDoubtful && BeginsAny(part, Ambiguous)))
        {
            return start;
        }
        var isShort = IsShort(part);
        var edge = run;
        for (var i = start + 1; i < run; i++)
        {
            if (penalties[i] == 0)
            {
                continue;
            }
            edge = i;
            if (BeginsAny(text[i..run], Connectives) || (!isShort && BeginsAny(text[i..run], Ambiguous)))
            {
                return i;
            }
        }
        // Longer than any name: a sentence that goes on without such a word.
        return run - start < LongestPart ? run : edge;
    }

    private static bool IsShort(ReadOnlySpan<char> part)
    {
        var letters = 0;
        foreach (var c in part)
        {
            letters += ThaiClusters.IsMark(c) ? 0 : 1;
        }
        return letters <= ShortPart;
    }

    // An abbreviation is one only where it is not the end of another: ศ. but not พ.ศ.; after นายก and after อ. for อาจารย์ it is.
    private static bool Begins(ReadOnlySpan<char> before, ReadOnlySpan<char> label) =>
        label[^1] != '.' || label.StartsWith(ThaiTitles.Acting, StringComparison.Ordinal) || IsFree(before)
        || before.EndsWith("นายก", StringComparison.Ordinal) || (before.EndsWith("อ.", StringComparison.Ordinal) && IsFree(before[..^2]));

    private static bool IsFree(ReadOnlySpan<char> before) => before.IsEmpty || (before[^1] != '.' && !ThaiClusters.IsConsonant(before[^1]));

    private static bool BeginsAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }
}
