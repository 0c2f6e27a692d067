using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>What is wrong with a request for a report or a register.</summary>
internal static class ReportRefusals
{
    public static BilingualText NoYearTitle => new("There is no such register.", "ไม่พบทะเบียนนี้");

    public static BilingualText NoYear => new("The year is one of the Buddhist Era, such as 2564.", "ปีต้องเป็นปีพุทธศักราช เช่น 2564");

    public static BilingualText BadText(string name, int longest) => new(
        $"The parameter '{name}' must be one line of at most {longest} characters that the letters' font has.",
        $"พารามิเตอร์ “{name}” ต้องเป็นข้อความบรรทัดเดียว ไม่เกิน {longest} ตัวอักษร และใช้อักขระที่แบบอักษรของหนังสือมี");
}
