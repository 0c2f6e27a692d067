using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Why letters are not released.</summary>
internal static class ApprovalTexts
{
    public static BilingualText NotClosed(CycleId cycle) => new(
        $"The cycle '{cycle}' is not closed yet: what is approved could still change. Close it first, or wait for its closing time.",
        $"รอบ “{cycle}” ยังไม่ปิด ผลที่จะอนุมัติจึงยังเปลี่ยนได้ โปรดปิดรอบก่อน หรือรอให้ถึงเวลาปิดรับ");

    public static BilingualText NotNeeded(CycleId cycle) => new(
        $"The cycle '{cycle}' needs no approval.", $"รอบ “{cycle}” ไม่ต้องอนุมัติ");

    public static BilingualText SamePerson(CycleId cycle, string by) => new(
        $"'{by}' uploaded last in the cycle '{cycle}' and cannot also release its letters. Ask a second person with the approver's role to do it.",
        $"“{by}” เป็นผู้ส่งไฟล์ล่าสุดของรอบ “{cycle}” จึงอนุมัติให้ส่งหนังสือเองไม่ได้ โปรดให้ผู้มีสิทธิ์อนุมัติอีกคนหนึ่งเป็นผู้อนุมัติ");
}
