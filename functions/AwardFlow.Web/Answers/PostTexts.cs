using AwardFlow.Delivery;
using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>What requests about letters on paper lack.</summary>
internal static class PostTexts
{
    private const int Listed = 20;

    public static BilingualText NoDay => new(
        "is needed: a day such as 2021-10-20, or a moment such as 2021-10-20T09:30:00+07:00.",
        "ต้องระบุวันที่ส่งทางไปรษณีย์ เช่น 2021-10-20 หรือ 2021-10-20T09:30:00+07:00");

    public static BilingualText NothingToPrintTitle => new("There is nothing to print.", "ไม่มีหนังสือให้พิมพ์");

    public static BilingualText NothingToPrint => new(
        "No letter of the cycle is rendered that the filter takes.", "ยังไม่มีหนังสือของรอบนี้ที่จัดทำแล้วและตรงกับเงื่อนไขที่เลือก");

    public static BilingualText Refused(int problems) =>
        new($"{problems} rows are wrong. Nothing was recorded.", $"มีข้อผิดพลาด {problems} รายการ ระบบยังไม่ได้บันทึกรายการใด");

    public static BilingualText MustConfirmTitle =>
        new("Numbers that are recorded would change. Nothing was recorded.", "มีหมายเลขสิ่งของที่บันทึกไว้แล้วจะเปลี่ยนไป ระบบยังไม่ได้บันทึก");

    public static BilingualText MustConfirm(PostingChangesException refused) => new(
        $"{List(refused.Changes, "none")}. To record it, send it again with ?confirm={refused.Confirm}.",
        $"{List(refused.Changes, "ไม่มี")} หากต้องการบันทึก โปรดส่งอีกครั้งพร้อม ?confirm={refused.Confirm}");

    private static string List(IReadOnlyList<PostingChange> changes, string none) =>
        string.Join(
            ", ",
            changes.Take(Listed)
                .Select(change => $"{change.EntryCode}{(change.Correction == 0 ? "" : $" ({change.Correction})")} {change.From} → {change.To ?? none}"))
        + (changes.Count > Listed ? $", … ({changes.Count})" : "");
}
