using System.Text.RegularExpressions;

namespace AwardFlow.Typesetting.Layout;

/// <summary>Words for what is counted (ลักษณนาม). A number before one is no part of the name or code before it: LINE ๕๐๐ คน, but ISO 9001.</summary>
public static partial class CountedThings
{
    private const string Months =
        "มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|(?:ม\\.ค|ก\\.พ|มี\\.ค|เม\\.ย|พ\\.ค|มิ\\.ย|ก\\.ค|ส\\.ค|ก\\.ย|ต\\.ค|พ\\.ย|ธ\\.ค)\\.";

    // 09.00 น., 09.00 - 12.00 น.
    private const string Time = "(?:[-–] ?[0-9]{1,2}[.:][0-9]{2} ?)?น\\.";

    /// <summary>The words as a regular expression, with or without a space before them.</summary>
    public const string Pattern =
        " ?(?:คน|ราย(?!งาน)|แห่ง|ครั้ง|ครัวเรือน|บาท|ล้าน|แสน|หมื่น|พัน(?!ธ)|ชุด|ฉบับ|เครื่อง|คัน|ไร่|ชิ้น|บัญชี|เพจ|รายการ|นาที|ชั่วโมง|กิโลเมตร|เมตร|กม\\.|ตร\\."
        + "|โครงการ|ผลงาน|หน่วยงาน|องค์กร|จังหวัด|อำเภอ|ตำบล|ชุมชน|หมู่บ้าน|เดือน|ช่องทาง|โรงเรียน|หลักสูตร|กล้อง|ตู้|สัปดาห์|วินาที|" + Months + "|" + Time
        + "|(?:ระบบ|เรื่อง|ข้อ|ปี|วัน|จุด|ตัว|กลุ่ม|สาย|ช่อง|หลัง|ต้น|คะแนน|ด้าน|ทีม|รุ่น|ระดับ|ภาษา|ลำ|ชม\\.)(?![ก-๎]))";

    /// <summary>Whether a text begins with one of them.</summary>
    internal static bool Begin(ReadOnlySpan<char> text) => Beginning().IsMatch(text);

    [GeneratedRegex(@"\A(?:" + Pattern + ")", RegexOptions.CultureInvariant, 60_000)]
    private static partial Regex Beginning();
}
