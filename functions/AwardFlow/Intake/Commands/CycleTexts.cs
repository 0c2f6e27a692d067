using System.Globalization;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Why a cycle is not changed, closed or extended.</summary>
internal static class CycleTexts
{
    public static BilingualText DefinitionStands(string cycle) => new(
        $"The cycle '{cycle}' is no longer open and its definition stands.", $"รอบ “{cycle}” ไม่ได้เปิดอยู่แล้ว จึงแก้ไขข้อกำหนดไม่ได้");

    public static BilingualText CriteriaStand(string cycle) => new(
        $"The cycle '{cycle}' has scores already, so the codes and maxima of its criteria cannot change. Create a new cycle for a new rubric.",
        $"รอบ “{cycle}” มีคะแนนแล้ว จึงเปลี่ยนรหัสและคะแนนเต็มของเกณฑ์ไม่ได้ หากใช้เกณฑ์ใหม่ โปรดสร้างรอบใหม่");

    public static BilingualText UnnamedJudges(string cycle, string judges) => new(
        $"The cycle '{cycle}' has scores of judges whom the definition does not name: {judges}. Name them, or undo their uploads.",
        $"รอบ “{cycle}” มีคะแนนของกรรมการที่ไม่มีชื่อในข้อกำหนด: {judges} โปรดเพิ่มชื่อกรรมการ หรือยกเลิกการส่งไฟล์ของกรรมการเหล่านั้น");

    public static BilingualText ClosedAlready(string cycle) => new($"The cycle '{cycle}' is closed already.", $"รอบ “{cycle}” ปิดแล้ว");

    public static BilingualText NoEntries(string cycle) => new(
        $"The cycle '{cycle}' has no entries. Upload them first, or extend the cycle.",
        $"รอบ “{cycle}” ยังไม่มีผลงาน โปรดส่งรายชื่อผลงานก่อน หรือขยายเวลา");

    public static BilingualText NoScores(string cycle) => new(
        $"The cycle '{cycle}' has no scores. Upload them first, or extend the cycle.",
        $"รอบ “{cycle}” ยังไม่มีคะแนน โปรดส่งคะแนนก่อน หรือขยายเวลา");

    public static BilingualText ClosingTimeStands(string cycle) => new(
        $"The cycle '{cycle}' is closed: its scores are frozen and its closing time stands.", $"รอบ “{cycle}” ปิดแล้ว คะแนนเป็นที่สุด จึงเปลี่ยนเวลาปิดรับไม่ได้");

    public static BilingualText TimePassed(DateTimeOffset closesAt)
    {
        var time = closesAt.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        return new($"{time} has passed; the closing time must be ahead.", $"{time} ผ่านไปแล้ว เวลาปิดรับต้องเป็นเวลาในอนาคต");
    }
}
