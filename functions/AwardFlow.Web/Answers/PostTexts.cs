using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>What requests about letters on paper lack.</summary>
internal static class PostTexts
{
    public static BilingualText NoDay => new(
        "is needed: a day such as 2021-10-20, or a moment such as 2021-10-20T09:30:00+07:00.", "ต้องระบุวันที่ส่งทางไปรษณีย์ เช่น 2021-10-20 หรือ 2021-10-20T09:30:00+07:00");

    public static BilingualText NothingToPrintTitle => new("There is nothing to print.", "ไม่มีหนังสือให้พิมพ์");

    public static BilingualText NothingToPrint => new(
        "No letter of the cycle is rendered that the filter takes.", "ยังไม่มีหนังสือของรอบนี้ที่จัดทำแล้วและตรงกับเงื่อนไขที่เลือก");

    public static BilingualText Refused(int problems) => new($"{problems} rows are wrong. Nothing was recorded.", $"มีข้อผิดพลาด {problems} รายการ ระบบยังไม่ได้บันทึกรายการใด");
}
