using System.Text.RegularExpressions;

namespace AwardFlow.Cycles;

/// <summary>
/// The titles that stand before and behind names: of address, rank, learning, profession and birth, and a part in the
/// committee. With one or without, it is the same person.
/// </summary>
internal static partial class PersonTitles
{
    // A title that ends in a letter and is written without a space could be the beginning of a name, so what is left of
    // one must begin as a word can.
    private static readonly string[] Titles = [.. new[]
    {
        "นาย", "นาง", "นางสาว", "น.ส.", "นส.", "คุณ", "ท่าน", "เด็กชาย", "เด็กหญิง", "ด.ช.", "ด.ญ.",
        "ศาสตราจารย์กิตติคุณ", "ศาสตราจารย์เกียรติคุณ", "ศาสตราจารย์พิเศษ", "ศาสตราจารย์คลินิก", "ศาสตราจารย์", "รองศาสตราจารย์", "ผู้ช่วยศาสตราจารย์",
        "ศ.กิตติคุณ", "ศ.เกียรติคุณ", "ศ.พิเศษ", "ศ.คลินิก", "ศ.", "รศ.", "ผศ.", "ดร.", "ดอกเตอร์", "ด็อกเตอร์", "อาจารย์", "อ.", "ครู", "พระครู",
        "นพ.", "น.พ.", "พญ.", "พ.ญ.", "นายแพทย์", "แพทย์หญิง", "ทพ.", "ท.พ.", "ทพญ.", "ทันตแพทย์", "ทันตแพทย์หญิง",
        "ภก.", "ภญ.", "เภสัชกร", "เภสัชกรหญิง", "น.สพ.", "สพ.ญ.", "นายสัตวแพทย์", "สัตวแพทย์หญิง", "ทนพ.", "พว.",
        "พลเอก", "พล.อ.", "พลโท", "พล.ท.", "พลตรี", "พล.ต.", "พลจัตวา", "พล.จ.", "พันเอกพิเศษ", "พันเอก(พิเศษ)", "พ.อ.(พิเศษ)",
        "พันเอก", "พ.อ.", "พันโท", "พ.ท.", "พันตรี", "พ.ต.", "ร้อยเอก", "ร.อ.", "ร้อยโท", "ร.ท.", "ร้อยตรี", "ร.ต.",
        "ว่าที่ร้อยตรีหญิง", "ว่าที่ร้อยตรี", "ว่าที่ ร.ต.หญิง", "ว่าที่ร.ต.หญิง", "ว่าที่ ร.ต.",
        "ว่าที่ร.ต.", "ว่าที่ ร.ท.", "ว่าที่ ร.อ.", "ว่าที่พันตรี", "ว่าที่ พ.ต.", "ว่าที่",
        "จ่าสิบเอก", "จ.ส.อ.", "จ่าสิบโท", "จ.ส.ท.", "จ่าสิบตรี", "จ.ส.ต.", "สิบเอก", "ส.อ.", "สิบโท", "ส.ท.", "สิบตรี", "ส.ต.",
        "พลเรือเอก", "พล.ร.อ.", "พลเรือโท", "พล.ร.ท.", "พลเรือตรี", "พล.ร.ต.", "นาวาเอก", "น.อ.", "นาวาโท",
        "น.ท.", "นาวาตรี", "น.ต.", "เรือเอก", "เรือโท", "เรือตรี", "พันจ่าเอก", "พ.จ.อ.", "จ่าเอก", "จ.อ.",
        "พลอากาศเอก", "พล.อ.อ.", "พลอากาศโท", "พล.อ.ท.", "พลอากาศตรี", "พล.อ.ต.", "นาวาอากาศเอก", "นาวาอากาศโท",
        "นาวาอากาศตรี", "เรืออากาศเอก", "เรืออากาศโท", "เรืออากาศตรี", "พันจ่าอากาศเอก", "พ.อ.อ.",
        "พลตำรวจเอก", "พล.ต.อ.", "พลตำรวจโท", "พล.ต.ท.", "พลตำรวจตรี", "พล.ต.ต.", "พันตำรวจเอก", "พ.ต.อ.", "พันตำรวจโท",
        "พ.ต.ท.", "พันตำรวจตรี", "พ.ต.ต.", "ร้อยตำรวจเอก", "ร.ต.อ.", "ร้อยตำรวจโท", "ร.ต.ท.", "ร้อยตำรวจตรี", "ร.ต.ต.",
        "ดาบตำรวจ", "ด.ต.", "จ่าสิบตำรวจ", "สิบตำรวจเอก", "ส.ต.อ.", "สิบตำรวจโท", "ส.ต.ท.", "สิบตำรวจตรี", "ส.ต.ต.",
        "หม่อมเจ้า", "ม.จ.", "หม่อมราชวงศ์", "ม.ร.ว.", "หม่อมหลวง", "ม.ล.", "คุณหญิง", "ท่านผู้หญิง", "หม่อม",
        "หญิง", "Professor", "Assoc. Prof.", "Associate Professor", "Assoc.Prof.", "Asst. Prof.", "Asst.Prof.", "Assistant Professor", "Prof.",
        "Dr.", "Dr", "Prof", "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss", "Mister", "Col.", "Gen.", "Maj.", "Capt.", "Lt.", "Pol.",
    }.SelectMany(Spellings).Select(title => title.ToUpperInvariant()).Distinct(StringComparer.Ordinal).OrderByDescending(title => title.Length)];

    // What can follow another title alone: พล.ต.หญิง, but not a name of her own.
    private const string Woman = "หญิง";

    /// <summary>A name without titles; the name itself where nothing else is left.</summary>
    /// <param name="name">In upper case, with single spaces.</param>
    public static string Without(string name)
    {
        var whole = Kind().Replace(Number().Replace(name, ""), " ");
        var bare = Part().Replace(whole, "").Trim();
        // Where no person is named, what stands behind tells them apart: ผู้ทรงคุณวุฒิ (ม.เชียงใหม่).
        bare = bare.Length == 0 ? name : NoPerson().IsMatch(bare) ? whole.Trim() : bare;
        // Before a title, or a name and a surname, it is a part in the committee, but "กรรมการ ก" is a name.
        var rest = Before().Match(bare) is { Success: true } part
            && (Array.Exists(Titles, title => Begins(bare[part.Length..], title)) || IsWhole(bare[part.Length..]))
            ? bare[part.Length..]
            : bare;
        while (Array.Find(Titles, title => Begins(rest, title) && (title != Woman || rest.Length < bare.Length)) is { } found)
        {
            rest = rest[found.Length..].TrimStart();
        }
        return rest;
    }

    // ดร สมชาย, น.ส สมหญิง: without the last point there is a space. Of one letter it would be a name's first.
    private static IEnumerable<string> Spellings(string title) => title[^1] != '.' || title.Length == 2 ? [title]
        : title[0] >= '\u0e00' ? [title, title[..^1] + " "]
        : [title, title.Replace(".", "", StringComparison.Ordinal) + " "];

    private static bool Begins(string name, string title)
    {
        if (!name.StartsWith(title, StringComparison.Ordinal))
        {
            return false;
        }
        var rest = name.AsSpan(title.Length).TrimStart();
        // A Latin word is a title only where it ends, and a Thai name never begins with a vowel or mark that follows a letter.
        return rest.Length > 0 && (title[^1] is '.' or ' ' || char.IsWhiteSpace(name[title.Length]) || title[^1] >= '\u0e00')
            && rest[0] is not ((>= '\u0e2f' and <= '\u0e3a') or (>= '\u0e45' and <= '\u0e4e')) && char.IsLetterOrDigit(rest[0]);
    }

    private static bool IsWhole(string name) => name.Split(' ') is [{ Length: > 1 }, { Length: > 1 }, ..] && !name.Any(char.IsDigit);

    // 1. นายสมชาย, as in a list.
    [GeneratedRegex(@"^[0-9๐-๙]{1,3}[.)]\s*(?=\D)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Number();

    // (ประธานกรรมการ), (ม.เชียงใหม่), , PH.D., ร.น. behind a rank of the navy.
    [GeneratedRegex(
        @"\s*[(（][^)）]*(กรรมการ|ประธาน|เลขานุการ|ผู้ทรงคุณวุฒิ|ผู้แทน|CHAIR|MEMBER|JUDGE)[^)）]*[)）]\s*$|\s*[(（]\s*(ม\.|มรภ\.|มทร\.|มหาวิทยาลัย|วิทยาลัย|สถาบัน|สำนัก|กรม|กระทรวง|กอง|ศูนย์|เทศบาล|อบต|อบจ|องค์การ|บริษัท|บจก|บมจ|หจก|สมาคม|มูลนิธิ|ธนาคาร|โรงพยาบาล|รพ\.|โรงเรียน|รร\.|จังหวัด|UNIVERSITY|DEPARTMENT|MINISTRY|COMPANY|CO\.)[^)）]*[)）]\s*$|\s+ร\.\s?น\.?\s*$|(?<=\S\s+\S+)(\s*[,–-]\s*|\s+)(รอง|ที่ปรึกษา)?(ประธานกรรมการ|ประธาน|กรรมการและเลขานุการ|กรรมการ|เลขานุการ)\s*$|,?\s*(PH\.?\s?D\.?|M\.?D\.?|ปร\.ด\.)\s*$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"^(รอง)?(ประธานกรรมการ|ประธาน|กรรมการผู้ทรงคุณวุฒิ|กรรมการ|ผู้ทรงคุณวุฒิ|ผู้เชี่ยวชาญ|ผู้แทน(หน่วยงาน)?|ที่ปรึกษา|เลขานุการ|ผู้ประเมิน|ผู้ให้คะแนน|CHAIR(MAN|PERSON)?|MEMBER|JUDGE|EXPERT|REVIEWER|REPRESENTATIVE)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex NoPerson();

    // น.อ.(พิเศษ), ศ.(เกียรติคุณ)
    [GeneratedRegex(@"\s*\((พิเศษ|เกียรติคุณ|กิตติคุณ|คลินิก|หญิง)\)\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Kind();

    [GeneratedRegex(
        @"^(รอง)?(ประธานกรรมการ|ประธาน|กรรมการและเลขานุการ|กรรมการ|เลขานุการ)\s*[:：]?\s*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Before();
}
