namespace AwardFlow.Typesetting.Layout;

/// <summary>Finds names, which stay whole: of people after their title, of places after what they are.</summary>
internal static class ThaiNames
{
    // The longest first: นางสาว before นาง.
    private static readonly string[] Titles =
    [
        "ว่าที่ร้อยตรีหญิง", "ว่าที่ร้อยตรี", "ว่าที่ร้อยโท", "ว่าที่ร้อยเอก", "เด็กหญิง", "เด็กชาย", "นางสาว", "นาง", "นาย", "พระครู", "หม่อมราชวงศ์", "หม่อมหลวง",
        "พันตำรวจเอก", "พันตำรวจโท", "พันตำรวจตรี", "ร้อยตำรวจเอก", "ร้อยตำรวจโท", "ร้อยตำรวจตรี", "พลตำรวจตรี", "พันเอก", "พันโท", "พันตรี", "ร้อยเอก", "ร้อยโท", "ร้อยตรี",
        "ดร.", "น.ส.", "ผศ.", "รศ.", "ศ.", "นพ.", "พญ.", "ทพ.", "ภก.", "พล.อ.", "พ.อ.", "พ.ต.อ.", "พ.ต.ท.", "ร.ต.อ.", "ร.ต.", "ร.ต.ท.", "ด.ช.", "ด.ญ.",
    ];

    // Words that begin like a title and are none.
    private static readonly string[] NoTitles =
    [
        "นายก", "นายทะเบียน", "นายอำเภอ", "นายจ้าง", "นายหน้า", "นายช่าง", "นายทหาร", "นายตำรวจ", "นายแพทย์", "นายสัตวแพทย์", "นายด่าน", "นายสถานี", "นายทุน", "นายท้าย",
        "นางแบบ", "นางพยาบาล", "นางฟ้า", "นางรำ", "นางงาม", "นางรอง", "นางเลิ้ง", "พันตรีของ",
    ];

    private static readonly string[] PlaceLabels =
    [
        "ตำบล", "อำเภอ", "จังหวัด", "แขวง", "เทศบาลเมือง", "เทศบาลนคร", "นายกเทศมนตรีเมือง", "นายกเทศมนตรีนคร", "อบต.", "อบจ.", "ทต.", "ทม.", "ทน.",
    ];

    // What follows a name and is no part of one.
    private static readonly string[] Connectives =
    [
        "เพื่อ", "และ", "หรือ", "กับ", "โดย", "ด้วย", "ซึ่ง", "ผ่าน", "สู่", "แบบ", "อย่าง", "ประจำ", "ได้", "อำเภอ", "จังหวัด", "ตำบล", "ต้นแบบ", "เข้าร่วม", "ไม่", "ทั้ง", "พร้อม",
        "สำหรับ", "แห่ง", "แล้ว", "จัด", "ใช้", "เมื่อ", "ระหว่าง", "ที่", "ของ", "ให้", "เป็น", "มี", "จาก", "ตาม", "ต่อ", "ใน", "ขอ", "ดำเนิน", "ร่วม", "ตำแหน่ง", "คณะ", "ผู้", "เจ้าของ",
    ];

    /// <summary>Marks the indexes of a text that lie inside a name.</summary>
    /// <param name="text">The text.</param>
    /// <param name="penalties">What a line's end costs at each index by the words alone: 0 where words are not parted.</param>
    /// <param name="inside">Gets true at every index inside a name.</param>
    public static void Find(ReadOnlySpan<char> text, ReadOnlySpan<int> penalties, Span<bool> inside)
    {
        foreach (var label in PlaceLabels)
        {
            for (var at = Next(text, label, 0); at >= 0; at = Next(text, label, at + label.Length))
            {
                var start = at + label.Length;
                Keep(inside, start, PlaceEnd(text, start, penalties));
            }
        }
        for (var at = 0; at < text.Length; at++)
        {
            if ((at == 0 || penalties[at] != 0 || !ThaiClusters.IsThaiLetter(text[at - 1])) && Title(text[at..]) is > 0 and var length && Begins(text[..at], text.Slice(at, length)))
            {
                at = Person(text, at, at + length, penalties, inside) - 1;
            }
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

    private static int PlaceEnd(ReadOnlySpan<char> text, int start, ReadOnlySpan<int> penalties)
    {
        var run = start;
        while (run < text.Length && ThaiClusters.IsThaiLetter(text[run]))
        {
            run++;
        }
        if (run == start)
        {
            return start;
        }
        var name = text[start..run];
        var known = Longest(name);
        return start + (known > 0 ? known : Unlisted(text, start, run, penalties) - start);
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

    // A name that no list has goes on to a word that is no part of a name.
    private static int Unlisted(ReadOnlySpan<char> text, int start, int run, ReadOnlySpan<int> penalties)
    {
        if (BeginsAny(text[start..run], Connectives))
        {
            return start;
        }
        for (var i = start + 1; i < run; i++)
        {
            if (penalties[i] != 0 && BeginsAny(text[i..run], Connectives))
            {
                return i;
            }
        }
        return run;
    }

    // A title with the name after it, and the surname. Says where the name ends.
    private static int Person(ReadOnlySpan<char> text, int at, int titled, ReadOnlySpan<int> penalties, Span<bool> inside)
    {
        var start = titled;
        while (start < text.Length && (text[start] == ' ' || Title(text[start..]) > 0))
        {
            start += text[start] == ' ' ? 1 : Title(text[start..]);
        }
        var end = NameEnd(text, start, penalties);
        if (end == start)
        {
            return Math.Max(titled, at + 1);
        }
        Keep(inside, at, end);
        if (end < text.Length - 1 && text[end] == ' ' && ThaiClusters.IsThaiLetter(text[end + 1]) && !BeginsAny(text[(end + 1)..], Connectives))
        {
            var surname = NameEnd(text, end + 1, penalties);
            Keep(inside, end + 1, surname);
            end = surname;
        }
        return end;
    }

    private static int NameEnd(ReadOnlySpan<char> text, int start, ReadOnlySpan<int> penalties)
    {
        var run = start;
        while (run < text.Length && ThaiClusters.IsThaiLetter(text[run]))
        {
            run++;
        }
        return run == start ? start : Unlisted(text, start, run, penalties);
    }

    private static int Title(ReadOnlySpan<char> text)
    {
        if (BeginsAny(text, NoTitles))
        {
            return 0;
        }
        foreach (var title in Titles)
        {
            if (text.StartsWith(title, StringComparison.Ordinal))
            {
                return title.Length;
            }
        }
        return 0;
    }

    // An abbreviation is a title only where it is not the end of another: ศ. but not พ.ศ.
    private static bool Begins(ReadOnlySpan<char> before, ReadOnlySpan<char> title) =>
        title[^1] != '.' || before.Length == 0 || (before[^1] != '.' && !ThaiClusters.IsConsonant(before[^1]));

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
