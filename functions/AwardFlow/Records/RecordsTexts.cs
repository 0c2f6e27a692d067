using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Records;

/// <summary>What people are told about archives, retention and forgetting.</summary>
internal static class RecordsTexts
{
    /// <summary>So much is written to a cycle that no moment of it can be caught.</summary>
    public static BilingualText Busy(CycleId cycle) => new(
        $"The cycle '{cycle}' is being worked on this very moment, so no archive of it would be whole. Pause it, or wait until its letters are rendered or sent, then try again.",
        $"รอบ “{cycle}” กำลังมีการดำเนินการอยู่ หากจัดเก็บในขณะนี้ข้อมูลจะไม่ครบถ้วน โปรดพักรอบไว้ก่อน หรือรอจนจัดทำหรือส่งหนังสือเสร็จ แล้วลองใหม่อีกครั้ง");
}
