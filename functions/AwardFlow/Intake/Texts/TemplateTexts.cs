using System.Globalization;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Texts;

/// <summary>What stands in the workbooks that AwardFlow makes.</summary>
internal static class TemplateTexts
{
    public static BilingualText EntriesSheet => new("Entries", "ผลงาน");

    public static BilingualText ScoresSheet => new("Scores", "คะแนน");

    public static BilingualText ProblemsSheet => new("Problems", "ข้อผิดพลาด");

    public static BilingualText ProblemColumn => new("problem", "ข้อผิดพลาด");

    public static BilingualText Warning => new("worth a look: ", "ข้อสังเกต: ");

    public static BilingualText HowToFillEntries => new(
        "A row an entry. Do not change the names of the columns. Each code stands once; the e-mail is the organisation's central correspondence address. An organisation without one gets its letter by post.",
        "กรอกผลงานละหนึ่งแถว โปรดอย่าเปลี่ยนชื่อหัวคอลัมน์ รหัสผลงานต้องไม่ซ้ำกัน และไปรษณีย์อิเล็กทรอนิกส์กลางต้องเป็นที่อยู่สารบรรณกลางของหน่วยงาน หากหน่วยงานไม่มี ให้เว้นว่างไว้ ระบบจะจัดหนังสือให้ส่งทางไปรษณีย์");

    public static BilingualText HowToFillScores => new(
        "Type the points of each criterion. Leave blank what is not scored yet: blank is missing, 0 is nought. Do not change codes or the names of the columns.",
        "กรอกคะแนนของแต่ละเกณฑ์ หากยังไม่ให้คะแนนโปรดเว้นว่าง (เว้นว่างหมายถึงยังไม่ให้คะแนน 0 หมายถึงได้ศูนย์คะแนน) โปรดอย่าเปลี่ยนรหัสผลงานและชื่อหัวคอลัมน์");

    public static BilingualText Code => new(
        "1 to 60 letters, digits, '-', '_' or '.'; each code once", "ตัวอักษร ตัวเลข “-” “_” หรือ “.” ไม่เกิน 60 ตัว และไม่ซ้ำกับแถวอื่น");

    public static BilingualText Address => new(
        "One e-mail address, such as saraban@example.go.th; blank where the letter goes by post",
        "ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์หนึ่งแห่ง เช่น saraban@example.go.th หรือเว้นว่างหากส่งทางไปรษณีย์");

    public static BilingualText Phone(int characters) => new(
        $"May be left blank: whom to telephone when nobody confirms the letter. At most {characters} characters, such as 0 7321 0004",
        $"ไม่บังคับ ใช้โทรศัพท์ติดตามเมื่อหน่วยงานไม่ยืนยันการได้รับหนังสือ ไม่เกิน {characters} ตัวอักษร เช่น 0 7321 0004");

    public static BilingualText PostalAddress(int characters) => new(
        $"May be left blank: where the post brings the letter, with the postal code. At most {characters} characters",
        $"ไม่บังคับ ใช้จ่าหน้าซองเมื่อส่งหนังสือทางไปรษณีย์ พร้อมรหัสไปรษณีย์ ไม่เกิน {characters} ตัวอักษร");

    public static BilingualText JudgeFromList => new("One of the cycle's judges", "เลือกชื่อกรรมการของรอบนี้");

    public static BilingualText AtMost(int characters) => new($"At most {characters} characters", $"ไม่เกิน {characters} ตัวอักษร");

    public static BilingualText CriterionTitle(string title, decimal max) => new(
        string.Create(CultureInfo.InvariantCulture, $"{title} (0 to {max})"), string.Create(CultureInfo.InvariantCulture, $"{title} (เต็ม {max} คะแนน)"));

    public static BilingualText Points(string criterion, decimal max) => new(
        string.Create(CultureInfo.InvariantCulture, $"Criterion {criterion}: from 0 to {max} points"),
        string.Create(CultureInfo.InvariantCulture, $"เกณฑ์ {criterion} ให้คะแนนได้ตั้งแต่ 0 ถึง {max}"));
}
