using System.Collections.Frozen;

namespace AwardFlow.Typesetting.Layout;

/// <summary>Titles and ranks that stand before a person's name.</summary>
internal static class ThaiTitles
{
    /// <summary>Stands before a rank that is not bestowed yet.</summary>
    public const string Acting = "ว่าที่";

    private static readonly string[] Ranks =
    [
        "พลเอก", "พลโท", "พลตรี", "พันเอก", "พันโท", "พันตรี", "ร้อยเอก", "ร้อยโท",
        "ร้อยตรี", "จ่าสิบเอก", "จ่าสิบโท", "จ่าสิบตรี", "สิบเอก", "สิบโท", "สิบตรี",
        "พลตำรวจเอก", "พลตำรวจโท", "พลตำรวจตรี", "พันตำรวจเอก", "พันตำรวจโท", "พันตำรวจตรี", "ร้อยตำรวจเอก",
        "ร้อยตำรวจโท", "ร้อยตำรวจตรี", "ดาบตำรวจ", "จ่าสิบตำรวจ", "สิบตำรวจเอก", "สิบตำรวจโท", "สิบตำรวจตรี",
        "พลเรือเอก", "พลเรือโท", "พลเรือตรี", "นาวาเอก", "นาวาโท", "นาวาตรี", "เรือเอก", "เรือโท", "เรือตรี", "พันจ่าเอก", "พันจ่าโท", "พันจ่าตรี",
        "พลอากาศเอก", "พลอากาศโท", "พลอากาศตรี", "นาวาอากาศเอก", "นาวาอากาศโท", "นาวาอากาศตรี",
        "เรืออากาศเอก", "เรืออากาศโท", "เรืออากาศตรี", "พันจ่าอากาศเอก", "พันจ่าอากาศโท", "พันจ่าอากาศตรี",
        "พล.อ.", "พล.ท.", "พล.ต.", "พ.อ.", "พ.ท.", "พ.ต.", "ร.อ.", "ร.ท.", "ร.ต.", "จ.ส.อ.", "จ.ส.ท.", "จ.ส.ต.", "ส.อ.", "ส.ท.", "ส.ต.",
        "พล.ต.อ.", "พล.ต.ท.", "พล.ต.ต.", "พ.ต.อ.", "พ.ต.ท.", "พ.ต.ต.", "ร.ต.อ.", "ร.ต.ท.", "ร.ต.ต.", "ด.ต.", "ส.ต.อ.", "ส.ต.ท.", "ส.ต.ต.",
        "พล.ร.อ.", "พล.ร.ท.", "พล.ร.ต.", "น.อ.", "น.ท.", "น.ต.", "พ.จ.อ.", "พ.จ.ท.", "พ.จ.ต.", "พล.อ.อ.", "พล.อ.ท.", "พล.อ.ต.", "พ.อ.อ.", "พ.อ.ท.", "พ.อ.ต.",
    ];

    private static readonly string[] Others =
    [
        "นาย", "นาง", "นางสาว", "น.ส.", "เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.", "ดร.", "ผศ.", "รศ.", "ศ.",
        "นพ.", "พญ.", "ทพ.", "ทพญ.", "ภก.", "ภญ.", "น.สพ.", "สพ.ญ.", "หม่อมเจ้า",
        "หม่อมราชวงศ์", "หม่อมหลวง", "ม.จ.", "ม.ร.ว.", "ม.ล.", "คุณหญิง", "ท่านผู้หญิง",
        "พระครู", "พระมหา", "พระอาจารย์", "พระอธิการ", "พระปลัด", "พระสมุห์", "พระใบฎีกา", "สามเณร", "แม่ชี",
    ];

    // Professions, which also stand without a name.
    private static readonly string[] Professions =
    [
        "ศาสตราจารย์", "ศาสตราจารย์เกียรติคุณ", "ศาสตราจารย์คลินิก", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์",
        "นายแพทย์", "แพทย์หญิง", "ทันตแพทย์", "ทันตแพทย์หญิง", "เภสัชกร", "เภสัชกรหญิง",
        "นายสัตวแพทย์", "สัตวแพทย์หญิง",
    ];

    // Words that begin like a title and are none, whatever follows.
    private static readonly string[] Unlike =
    [
        "นายกเทศมนตรี", "นายกองค์การ", "นายกรัฐมนตรี", "นายกสมาคม", "นายกสภา", "นายกสโมสร", "นายกเหล่ากาชาด",
        "นายกเมือง", "นายกเทศบาล", "นายกอบต", "นายกอบจ", "นายกทต.", "นายกทม.", "นายกทน.", "นายกฯ", "นายกพุทธสมาคม",
        "นายทะเบียน", "นายอำเภอ", "นายจ้าง", "นายหน้า", "นายช่าง", "นายทหาร", "นายตำรวจ", "นายสถานี", "นายท้าย", "นายไปรษณีย์",
        "นายแพทย์สาธารณสุข", "นายแพทย์ชำนาญการ", "นายแพทย์เชี่ยวชาญ", "นายแพทย์ปฏิบัติการ", "นายแพทย์ทรงคุณวุฒิ",
        "นายสัตวแพทย์ชำนาญการ", "นายสัตวแพทย์ปฏิบัติการ", "ศาสตราจารย์ประจำ", "ศาสตราจารย์พิเศษ",
        "ทันตแพทย์ชำนาญการ", "ทันตแพทย์เชี่ยวชาญ", "ทันตแพทย์ปฏิบัติการ", "เภสัชกรชำนาญการ", "เภสัชกรเชี่ยวชาญ", "เภสัชกรปฏิบัติการ",
        "นางแบบ", "นางพยาบาล", "นางเลิ้ง",
        "พระมหากษัตริย", "พระมหากรุณ", "พระมหาธาตุ", "พระมหาเจดีย์", "พระมหาพิชัย",
        "พระมหาวชิร", "พระมหาชนก", "พระมหาเถร", "พระมหาธีรราช", "พระมหามงคล", "พระมหามณฑป",
    ];

    // The same, where they are the whole word: นางรำ, but นางรำไพ is a woman's name.
    private static readonly string[] UnlikeAlone =
    [
        "นายก", "นายด่าน", "นายทุน", "นายประกัน", "นายตรวจ", "นายเรือ", "นายร้อย", "นายสิบ", "นายพัน", "นายพล",
        "นางสนอง", "นางฟ้า", "นางรำ", "นางงาม", "นางรอง", "นางเอก", "นางร้าย", "นางกวัก", "นางพญา", "นางใน",
    ];

    private static readonly FrozenDictionary<char, string[]> ByLetter = Grouped([.. Ranks, "ร้อยตรีหญิง", "ร.ต.หญิง", .. Others, .. Professions]);
    private static readonly FrozenDictionary<char, string[]> UnlikeByLetter = Grouped(Unlike);
    private static readonly FrozenSet<string> Nouns = Professions.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The length of the title that a text begins with, the longest that does; 0 where it begins with none.</summary>
    public static int Length(ReadOnlySpan<char> text)
    {
        if (text.StartsWith(Acting, StringComparison.Ordinal))
        {
            var acting = Acting.Length + (text.Length > Acting.Length && text[Acting.Length] == ' ' ? 1 : 0);
            return text.Length > acting && LongestOf(ByLetter, text[acting..]) is > 0 and var rank ? acting + rank : 0;
        }
        if (text.IsEmpty || LongestOf(ByLetter, text) is not (> 0 and var length) || LongestOf(UnlikeByLetter, text) > 0)
        {
            return 0;
        }
        foreach (var word in UnlikeAlone)
        {
            if (text.StartsWith(word, StringComparison.Ordinal)
                && (text.Length == word.Length || !ThaiClusters.IsThaiLetter(text[word.Length]) || ThaiNames.BeginsWithConnective(text[word.Length..])))
            {
                return 0;
            }
        }
        return length;
    }

    /// <summary>Whether a title is also a noun, so that what follows it may be no name: ศาสตราจารย์ผู้มีชื่อเสียง.</summary>
    public static bool IsNoun(ReadOnlySpan<char> title) => Nouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(title);

    private static int LongestOf(FrozenDictionary<char, string[]> words, ReadOnlySpan<char> text)
    {
        if (words.TryGetValue(text[0], out var candidates))
        {
            foreach (var word in candidates)
            {
                if (text.StartsWith(word, StringComparison.Ordinal))
                {
                    return word.Length;
                }
            }
        }
        return 0;
    }

    // The longest first.
    private static FrozenDictionary<char, string[]> Grouped(IEnumerable<string> words) =>
        words.GroupBy(word => word[0]).ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(word => word.Length).ToArray());
}
