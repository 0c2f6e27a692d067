using System.Globalization;
using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>What is wrong with a member of a cycle definition, and what would be right. The member's path stands before it.</summary>
internal static class DefinitionTexts
{
    public static BilingualText Id => new("must be 3 to 40 of a-z, 0-9 and '-'.", "ต้องเป็นอักษร a-z ตัวเลข 0-9 หรือ “-” รวม 3 ถึง 40 ตัว");

    public static BilingualText JudgeMissing => new(
        "needs at least one judge; leave it out where anybody may score.", "ต้องมีกรรมการอย่างน้อยหนึ่งคน หากไม่จำกัดผู้ให้คะแนน โปรดตัดรายการนี้ออก");

    public static BilingualText TooManyJudges => new("has more than 1000 judges.", "มีกรรมการเกิน 1000 คน");

    public static BilingualText JudgeTwice => new("has two judges with one name.", "มีกรรมการชื่อซ้ำกัน โปรดใช้ชื่อที่ต่างกัน");

    public static BilingualText EntryCode => new("must be the code of an entry.", "ต้องเป็นรหัสผลงาน");

    public static BilingualText CategoryMissing => new("needs at least one category.", "ต้องมีหมวดอย่างน้อยหนึ่งหมวด");

    public static BilingualText CategoryTwice => new("has two categories with one code.", "มีหมวดรหัสซ้ำกัน โปรดใช้รหัสที่ต่างกัน");

    public static BilingualText CriterionMissing => new("needs at least one criterion.", "ต้องมีเกณฑ์อย่างน้อยหนึ่งเกณฑ์");

    public static BilingualText CriterionTwice => new("has two criteria with one code.", "มีเกณฑ์รหัสซ้ำกัน โปรดใช้รหัสที่ต่างกัน");

    public static BilingualText ReservedCode => new(
        "is the name of another column of a score sheet.", "ตรงกับชื่อคอลัมน์อื่นของตารางคะแนน โปรดใช้รหัสอื่น");

    public static BilingualText Address => new("must be a single e-mail address.", "ต้องเป็นที่อยู่ไปรษณีย์อิเล็กทรอนิกส์แห่งเดียว");

    public static BilingualText LineMissing => new("needs at least one line.", "ต้องมีอย่างน้อยหนึ่งบรรทัด");

    public static BilingualText ParagraphMissing => new("needs at least one paragraph.", "ต้องมีอย่างน้อยหนึ่งย่อหน้า");

    public static BilingualText Blank => new("must not be blank.", "ต้องไม่เว้นว่าง");

    public static BilingualText ControlCharacters => new("must not hold control characters.", "ต้องไม่มีอักขระควบคุม");

    public static BilingualText NoRunningNumber => new(
        "must hold the placeholder {number}, whose first value firstNumber is.", "ต้องมีตัวแทนข้อความ {number} สำหรับเลขที่เรียงลำดับ ซึ่งเริ่มจาก firstNumber");

    public static BilingualText FirstNumberMissing => new(
        "must be given where the number holds {number}: what the first letter has.", "ต้องระบุเลขของหนังสือฉบับแรก เพราะเลขที่หนังสือมีตัวแทนข้อความ {number}");

    public static BilingualText TooManyWords(int most) => new($"has more than {most} words.", $"มีคำเกิน {most} คำ");

    public static BilingualText Word(int longest) => new($"must hold words of 2 to {longest} characters.", $"แต่ละคำต้องมี 2 ถึง {longest} ตัวอักษร");

    public static BilingualText Null => new("must not be null; leave it out, or give it a value.", "ต้องไม่เป็น null โปรดตัดออก หรือระบุค่า");

    public static BilingualText NoDefinition => new("is null; a cycle definition is needed.", "เป็น null โปรดส่งข้อกำหนดของรอบ");

    public static BilingualText Missing => new("is missing; a cycle definition needs it.", "ยังไม่ได้ระบุ ข้อกำหนดของรอบต้องมีรายการนี้");

    public static BilingualText Unknown => new(
        "is not known here; mind its spelling, and capital and small letters.", "ไม่ใช่รายการที่รู้จัก โปรดตรวจการสะกด และตัวพิมพ์ใหญ่หรือเล็ก");

    public static BilingualText Short(int longest) => new(
        $"must be 1 to {longest} characters without spaces around them.", $"ต้องมี 1 ถึง {longest} ตัวอักษร และไม่มีช่องว่างหัวท้าย");

    public static BilingualText Longer(int longest) => new($"must have at most {longest} characters.", $"ต้องไม่เกิน {longest} ตัวอักษร");

    public static BilingualText NotInFont(string missing) => new(
        $"holds characters that the letters' font lacks: {missing}.", $"มีอักขระที่แบบอักษรของหนังสือไม่มี: {missing} โปรดแก้ไขหรือลบออก");

    public static BilingualText Year(int year) => new(
        $"must be a year of the Buddhist Era, 2500 to 2700; it is {year}.", $"ต้องเป็นปี พ.ศ. 2500 ถึง 2700 แต่ระบุไว้ {year}");

    public static BilingualText PassMark(decimal mark) => new(
        string.Create(CultureInfo.InvariantCulture, $"must be from 0 to the sum of the criteria's maxima; it is {mark}."),
        string.Create(CultureInfo.InvariantCulture, $"ต้องอยู่ระหว่าง 0 ถึงผลรวมคะแนนเต็มของทุกเกณฑ์ แต่ระบุไว้ {mark}"));

    public static BilingualText MoreThanJudges(int? least) => new(
        $"must be at most the number of judges; it is {least}.", $"ต้องไม่เกินจำนวนกรรมการ แต่ระบุไว้ {least}");

    /// <summary>A number outside its limits.</summary>
    public static BilingualText Between(decimal least, decimal most, decimal? number) => new(
        string.Create(CultureInfo.InvariantCulture, $"must be from {least} to {most}; it is {number}."),
        string.Create(CultureInfo.InvariantCulture, $"ต้องอยู่ระหว่าง {least} ถึง {most} แต่ระบุไว้ {number}"));

    /// <summary>A number of days outside its limits.</summary>
    public static BilingualText Days(int least, int most, int days) => new(
        $"must be from {least} to {most} days; it is {days}.", $"ต้องอยู่ระหว่าง {least} ถึง {most} วัน แต่ระบุไว้ {days}");

    public static BilingualText TooEarlyPlaceholder(string name) => new(
        $"has the placeholder {{{name}}}, which cannot stand here: it is known only once the entry is scored.",
        $"มีตัวแทนข้อความ {{{name}}} ซึ่งใช้ตรงนี้ไม่ได้ เพราะทราบค่าเมื่อให้คะแนนผลงานแล้วเท่านั้น");

    public static BilingualText UnknownPlaceholder(string name, string known) => new(
        $"has the unknown placeholder {{{name}}}; known are {known}. Write {{{{ for a brace.",
        $"มีตัวแทนข้อความที่ไม่รู้จัก {{{name}}} ที่ใช้ได้คือ {known} หากต้องการวงเล็บปีกกาให้เขียน {{{{");

    public static BilingualText UnclosedPlaceholder(string near) => new(
        $"has a placeholder that is not closed: '{near}'. Write {{{{ for a brace.",
        $"มีตัวแทนข้อความที่ไม่มีวงเล็บปิด: “{near}” หากต้องการวงเล็บปีกกาให้เขียน {{{{");

    public static BilingualText BraceClosesNothing(string near) => new(
        $"has a '}}' that closes nothing: '{near}'. Write }}}} for a brace.",
        $"มี “}}” ที่ไม่มีวงเล็บเปิด: “{near}” หากต้องการวงเล็บปีกกาให้เขียน }}}}");

    public static BilingualText JustCreated(CycleId cycle) => new(
        $"The cycle '{cycle}' was just created by somebody else. Look at it before changing it.",
        $"มีผู้อื่นเพิ่งสร้างรอบ “{cycle}” โปรดตรวจดูก่อนแก้ไข");
}
