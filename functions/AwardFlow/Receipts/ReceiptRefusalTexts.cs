using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Receipts;

/// <summary>Why a receipt is not taken.</summary>
internal static class ReceiptRefusalTexts
{
    public static BilingualText NoReceiptsTaken(CycleId cycle) => new(
        $"The cycle '{cycle}' takes no receipts: its letters are not sent yet, or it is completed.",
        $"รอบ “{cycle}” ไม่รับการลงรับ เพราะยังไม่ได้ส่งหนังสือ หรือเสร็จสิ้นแล้ว");

    public static BilingualText NotMailed(EntryCode entry) => new(
        $"The letter of entry '{entry}' was neither mailed nor posted, so it cannot have been received. If it was posted, record that first.",
        $"หนังสือของผลงาน “{entry}” ยังไม่ได้ส่ง จึงบันทึกการลงรับไม่ได้ หากส่งทางไปรษณีย์แล้ว โปรดบันทึกวันที่ส่งก่อน");
}
