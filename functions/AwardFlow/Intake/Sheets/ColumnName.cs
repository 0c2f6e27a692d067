namespace AwardFlow.Intake.Sheets;

/// <summary>A column's names, in both languages. Case, spaces, underscores and the order of Thai marks do not matter.</summary>
/// <param name="English">In English.</param>
/// <param name="Thai">In Thai.</param>
internal readonly record struct ColumnName(string English, string Thai)
{
    public static readonly ColumnName EntryCode = new("entry_code", "รหัสผลงาน");
    public static readonly ColumnName Project = new("project", "ผลงาน");
    public static readonly ColumnName Organisation = new("organisation", "หน่วยงาน");
    public static readonly ColumnName Addressee = new("addressee", "เรียน");
    public static readonly ColumnName SarabanEmail = new("saraban_email", "ไปรษณีย์อิเล็กทรอนิกส์กลาง");
    public static readonly ColumnName Province = new("province", "จังหวัด");
    public static readonly ColumnName Phone = new("phone", "โทรศัพท์");
    public static readonly ColumnName Judge = new("judge", "กรรมการ");
    public static readonly ColumnName Criterion = new("criterion", "เกณฑ์");
    public static readonly ColumnName Score = new("score", "คะแนน");
    public static readonly ColumnName Comment = new("comment", "ข้อเสนอแนะ");

    /// <summary>The form in which a column's names are compared.</summary>
    public static string Key(string name) => CellText.Code(name.Replace('_', ' ')).ToUpperInvariant();

    /// <summary>Whether a cell of a header is one of these names.</summary>
    /// <param name="key">The cell's <see cref="Key"/>.</param>
    public bool Is(string key) => key == Key(English) || key == Key(Thai);
}
