using AwardFlow.Thai;

namespace AwardFlow.Records.Report;

/// <summary>Why there is no report.</summary>
internal static class ReportTexts
{
    public static BilingualText NotClosed => new(
        "There is a report once the cycle is closed: its scores are not frozen.", "รอบยังไม่ปิดรับคะแนน จึงยังไม่มีรายงาน โปรดเปิดดูอีกครั้งเมื่อปิดรอบแล้ว");
}
