using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Records;

/// <summary>What people are told about archives, retention and forgetting.</summary>
internal static class RecordsTexts
{
    /// <summary>Why a restored cycle is paused: the reason that its page shows.</summary>
    public static BilingualText PausedByRestore { get; } = new(
        "Restored from an archive or a backup. Before you resume it, see to it that the installation it came from does not send its letters as well.",
        "กู้คืนจากแฟ้มจดหมายเหตุหรือข้อมูลสำรอง ก่อนให้ดำเนินการต่อ โปรดตรวจสอบว่าระบบเดิมจะไม่ส่งหนังสือของรอบนี้ซ้ำ");

    /// <summary>So much is written to a cycle that no moment of it can be caught.</summary>
    public static BilingualText Busy(CycleId cycle) => new(
        $"The cycle '{cycle}' is being worked on this very moment, so no archive of it would be whole. Pause it, or wait until its letters are rendered or sent, then try again.",
        $"รอบ “{cycle}” กำลังมีการดำเนินการอยู่ หากจัดเก็บในขณะนี้ข้อมูลจะไม่ครบถ้วน โปรดพักรอบไว้ก่อน หรือรอจนจัดทำหรือส่งหนังสือเสร็จ แล้วลองใหม่อีกครั้ง");
}
