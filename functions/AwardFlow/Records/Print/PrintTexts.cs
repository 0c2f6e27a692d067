using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Records.Print;

/// <summary>Why something is not printed.</summary>
internal static class PrintTexts
{
    public static BilingualText NotReleased(CycleId cycle) => new(
        $"The letters of the cycle '{cycle}' are not released, or it is paused, so none goes to the post office yet.",
        $"รอบ “{cycle}” ยังไม่ได้อนุมัติส่งหนังสือ หรือพักไว้ จึงยังจัดทำใบนำส่งไม่ได้");
}
