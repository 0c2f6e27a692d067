using System.Text.RegularExpressions;

namespace AwardFlow.Intake.Sheets;

/// <summary>
/// A column's names, in both languages. Case, spaces, line breaks, underscores, asterisks, "(ถ้ามี)" and the order of Thai marks do not matter.
/// </summary>
/// <param name="English">In English.</param>
/// <param name="Thai">In Thai.</param>
/// <param name="Others">Other names, which count where only one column has one of them; those that say more stand first.</param>
internal sealed partial record ColumnName(string English, string Thai, params string[][] Others)
{
    public static readonly ColumnName EntryCode = new(
        "entry_code", "รหัสผลงาน", ["รหัสโครงการ", "เลขที่ผลงาน", "หมายเลขผลงาน", "รหัสนวัตกรรม", "entry", "entry id"], ["รหัส", "code"]);
    public static readonly ColumnName Project = new("project", "ผลงาน", ["ชื่อผลงาน", "ผลงาน/โครงการ", "project name"], ["โครงการ", "ชื่อโครงการ"]);
    public static readonly ColumnName Organisation = new(
        "organisation",
        "หน่วยงาน",
        ["ชื่อหน่วยงาน", "organization", "หน่วยงานเจ้าของผลงาน", "ชื่อหน่วยงานเจ้าของผลงาน"],
        ["องค์กร", "ชื่อองค์กร", "อปท", "อปท.", "ชื่อ อปท.", "องค์กรปกครองส่วนท้องถิ่น", "ชื่อองค์กรปกครองส่วนท้องถิ่น", "agency"]);
    public static readonly ColumnName Addressee = new("addressee", "เรียน", ["ผู้รับหนังสือ", "ตำแหน่งผู้รับ"], ["ผู้รับ"]);
    public static readonly ColumnName SarabanEmail = new(
        "saraban_email",
        "ไปรษณีย์อิเล็กทรอนิกส์กลาง",
        ["อีเมลสารบรรณ", "อีเมล์สารบรรณ", "อีเมลกลาง", "อีเมล์กลาง", "อีเมลสารบรรณกลาง", "saraban", "saraban e-mail"],
        ["อีเมล", "อีเมล์", "ไปรษณีย์อิเล็กทรอนิกส์", "email", "e-mail"]);
    public static readonly ColumnName Province = new("province", "จังหวัด");
    public static readonly ColumnName Phone = new(
        "phone", "โทรศัพท์", ["เบอร์โทรศัพท์", "หมายเลขโทรศัพท์", "เบอร์โทร", "เบอร์โทร.", "เบอร์โทรติดต่อ", "โทร", "โทร.", "telephone", "tel", "tel."]);
    public static readonly ColumnName PostalAddress = new(
        "postal_address",
        "ที่อยู่",
        ["ที่อยู่ทางไปรษณีย์", "ที่อยู่ไปรษณีย์", "ที่อยู่จัดส่ง", "ที่อยู่หน่วยงาน", "ที่ตั้ง", "postal address", "mailing address"]);
    public static readonly ColumnName Url = new("url", "ลิงก์ผลงาน", ["ลิงค์ผลงาน", "ลิงก์เอกสารผลงาน", "work url"]);
    public static readonly ColumnName Judge = new(
        "judge",
        "กรรมการ",
        ["ชื่อกรรมการ", "ชื่อ-สกุลกรรมการ", "ชื่อ-นามสกุลกรรมการ", "กรรมการผู้ให้คะแนน", "ชื่อกรรมการผู้ให้คะแนน", "judge name"],
        ["ผู้ให้คะแนน", "ผู้ประเมิน", "ผู้ตัดสิน", "evaluator", "reviewer"]);
    public static readonly ColumnName Criterion = new(
        "criterion", "เกณฑ์", ["รหัสเกณฑ์", "เกณฑ์การให้คะแนน", "เกณฑ์การประเมิน"], ["ข้อ", "หัวข้อ", "criteria"]);
    public static readonly ColumnName Score = new("score", "คะแนน", ["คะแนนที่ได้", "คะแนนที่ให้", "points"]);
    public static readonly ColumnName Comment = new(
        "comment", "ข้อเสนอแนะ", ["comments", "ความเห็น", "ความคิดเห็น", "ข้อคิดเห็น"], ["หมายเหตุ", "remark", "remarks"]);
    public static readonly ColumnName Total = new(
        "total",
        "รวม",
        [
            "คะแนนรวม", "รวมคะแนน", "ผลรวม", "ผลรวมคะแนน", "รวมทั้งสิ้น", "รวมทั้งหมด", "คะแนนรวมทั้งหมด", "คะแนนรวมทั้งสิ้น",
            "รวมคะแนนทั้งหมด", "รวมคะแนนทั้งสิ้น", "รวมคะแนนที่ได้", "ยอดรวม", "total score", "grand total", "sum",
        ]);

    private const string IfAny = "(ถ้ามี)";
    private const int LongestDecorated = 300;

    private readonly string _english = Key(English);
    private readonly string _thai = Key(Thai);
    private readonly string[][] _others = [.. Others.Select(names => names.Select(Key).ToArray())];

    /// <summary>How many ranks of other names there are.</summary>
    public int Ranks => _others.Length;

    /// <summary>The form in which a column's names are compared.</summary>
    public static string Key(string name) =>
        string.Concat(CellText.Code(name).Replace(IfAny, "", StringComparison.Ordinal).Where(c => !char.IsWhiteSpace(c) && c is not ('_' or '*')))
            .TrimEnd(':').ToUpperInvariant();

    /// <summary>The form of a name without a number before it and brackets behind; empty where it has neither.</summary>
    public static string BareKey(string name)
    {
        var bare = name.Length > LongestDecorated ? name : Decorations().Replace(name, "");
        return bare.Length == name.Length ? "" : Key(bare);
    }

    /// <summary>Whether a cell of a header is one of the two names.</summary>
    /// <param name="key">The cell's <see cref="Key"/>.</param>
    public bool Is(string key) => key == _english || key == _thai;

    /// <summary>Whether a cell of a header is one of the other names of a rank.</summary>
    /// <param name="key">The cell's <see cref="Key"/>.</param>
    /// <param name="rank">From 0, the likeliest.</param>
    public bool IsOther(string key, int rank) => Array.IndexOf(_others[rank], key) >= 0;

    /// <summary>Whether a cell of a header is any of the names.</summary>
    /// <param name="key">The cell's <see cref="Key"/>.</param>
    public bool IsAny(string key) => Is(key) || Array.Exists(_others, names => Array.IndexOf(names, key) >= 0);

    // 2. ๒) ข้อ 3 at the start, (…) and [...] at the end.
    [GeneratedRegex(
        @"^\s*(ข้อ(ที่)?\s*)?[0-9๐-๙]{1,3}\s*[.):]\s*|\s*[(\[（][^)\]）]*[)\]）]\s*\*?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decorations();
}
