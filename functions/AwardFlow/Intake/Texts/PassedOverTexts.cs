using AwardFlow.Thai;

namespace AwardFlow.Intake.Texts;

/// <summary>What the rows are that a table has beside its entries.</summary>
internal static class PassedOverTexts
{
    public static BilingualText Totals => new("a row of totals or averages, passed over", "แถวผลรวมหรือค่าเฉลี่ย ระบบข้ามไป");

    public static BilingualText Maximum => new("the row of maxima, passed over", "แถวคะแนนเต็ม ระบบข้ามไป");

    public static BilingualText Signature => new("a signature, passed over", "ส่วนลงนาม ระบบข้ามไป");

    public static BilingualText Note => new("a note, passed over", "หมายเหตุ ระบบข้ามไป");

    public static BilingualText OtherSheet =>
        new("another sheet of the workbook, without such a header, passed over", "แผ่นงานอื่นในสมุดงานที่ไม่มีหัวตารางนี้ ระบบข้ามไป");

    public static BilingualText Heading => new("a heading within the table, passed over", "หัวข้อภายในตาราง ระบบข้ามไป");

    public static BilingualText Judge => new("the judge's name, passed over", "ชื่อกรรมการ ระบบข้ามไป");

    public static BilingualText Header => new("the header again, passed over", "หัวตารางซ้ำ ระบบข้ามไป");
}
