using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Scoring;

/// <summary>Why there are no frozen scores.</summary>
internal static class SnapshotTexts
{
    public static BilingualText NotClosed(CycleId cycle) => new(
        $"The cycle '{cycle}' is not closed yet: its scores are not frozen.",
        $"รอบ “{cycle}” ยังไม่ปิด คะแนนจึงยังไม่เป็นที่สุด โปรดปิดรับก่อน หรือรอให้ถึงเวลาปิดรับ");

    public static BilingualText Erased(CycleId cycle) => new(
        $"The scores by judge of the cycle '{cycle}' were erased when their time was over. Averages and ranks are kept.",
        $"คะแนนรายกรรมการของรอบ “{cycle}” ถูกลบแล้วเมื่อครบกำหนดเก็บรักษา คงเหลือคะแนนเฉลี่ยและลำดับ");

    public static BilingualText NotKept(CycleId cycle) => new(
        $"The cycle '{cycle}' was closed by an earlier version, which kept its results but not the scores with them.",
        $"รอบ “{cycle}” ปิดด้วยระบบรุ่นก่อน ซึ่งเก็บผลไว้แต่ไม่ได้เก็บคะแนนประกอบ");
}
