using System.Text.RegularExpressions;

namespace AwardFlow.Typesetting.Layout;

/// <summary>Words for what is counted (ลักษณนาม). A number before one is no part of the name or code before it: LINE ๕๐๐ คน, but ISO 9001.</summary>
public static partial class CountedThings
{
    /// <summary>The words as a regular expression, with or without a space before them.</summary>
    public const string Pattern =
        " ?(?:คน|ราย(?!งาน)|แห่ง|ครั้ง|ครัวเรือน|บาท|ล้าน|แสน|หมื่น|พัน(?!ธ)|ชุด|ฉบับ|เครื่อง|คัน|ไร่|ชิ้น|บัญชี|เพจ|รายการ|นาที|ชั่วโมง|กิโลเมตร|เมตร|กม\\.|ตร\\."
        + "|(?:ระบบ|โครงการ|ผลงาน|เรื่อง|หน่วยงาน|องค์กร|จังหวัด|อำเภอ|ตำบล|ชุมชน|หมู่บ้าน|ข้อ|ปี|วัน|เดือน|จุด|ตัว|กลุ่ม|สาย|ช่อง|ช่องทาง|หลัง|ต้น|คะแนน|ด้าน|ทีม|โรงเรียน|หลักสูตร|รุ่น|ระดับ)(?![ก-๎]))";

    /// <summary>Whether a text begins with one of them.</summary>
    internal static bool Begin(ReadOnlySpan<char> text) => Beginning().IsMatch(text);

    [GeneratedRegex(@"\A(?:" + Pattern + ")", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Beginning();
}
