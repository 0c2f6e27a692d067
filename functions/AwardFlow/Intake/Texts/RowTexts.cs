using System.Globalization;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Texts;

/// <summary>What is wrong with a cell, and what would be right.</summary>
internal static class RowTexts
{
    public static BilingualText Blank => new("must not be blank", "ต้องไม่เว้นว่าง");

    public static BilingualText ControlCharacter => new(
        "holds a line break or another control character", "มีการขึ้นบรรทัดใหม่หรืออักขระควบคุมอยู่ในเซลล์ โปรดพิมพ์ให้เป็นบรรทัดเดียว");

    public static BilingualText LostCharacter => new(
        "holds the character \ufffd, which stands for one that was lost in conversion; type it again",
        "มีอักขระ \ufffd ซึ่งแทนตัวอักษรที่สูญหายจากการแปลงไฟล์ โปรดพิมพ์ใหม่");

    public static BilingualText NotInFont(string characters) => new(
        $"holds characters that the letters' font lacks: {characters}", $"มีอักขระที่แบบอักษรของหนังสือไม่มี: {characters}");

    public static BilingualText Unworked => new(
        "holds a formula that no program has worked out yet; open the file in Excel or LibreOffice, save it and upload it again",
        "เป็นสูตรที่ยังไม่มีผลลัพธ์ โปรดเปิดไฟล์ใน Excel หรือ LibreOffice แล้วบันทึก จากนั้นส่งใหม่");

    public static BilingualText IsDate => new(
        "is a date: the spreadsheet took what was typed for one; format the cell as text or number and type it again",
        "เป็นวันที่ เพราะโปรแกรมตารางแปลงสิ่งที่พิมพ์เป็นวันที่เอง โปรดจัดรูปแบบเซลล์เป็นข้อความหรือตัวเลข แล้วพิมพ์ใหม่");

    public static BilingualText IsPercentage => new(
        "is shown as a percentage, so it is not clear how many points are meant; format the cell as a number and type the points",
        "แสดงเป็นร้อยละ จึงไม่ชัดเจนว่าหมายถึงกี่คะแนน โปรดจัดรูปแบบเซลล์เป็นตัวเลข แล้วพิมพ์คะแนน");

    public static BilingualText NotANumber => new("is not a number", "ไม่ใช่ตัวเลข โปรดพิมพ์คะแนนเป็นตัวเลข เช่น 12.5");

    public static BilingualText BadCode => new(
        "must be 1 to 60 letters, digits, '-', '_' or '.', beginning with a letter or digit",
        "ต้องเป็นตัวอักษร ตัวเลข “-” “_” หรือ “.” รวม 1 ถึง 60 ตัว และขึ้นต้นด้วยตัวอักษรหรือตัวเลข");

    public static BilingualText ColumnMissing(string english, string thai, string? near) => new(
        $"the column is missing; name it '{english}' or '{thai}'{EnglishNear(near)}",
        $"ไม่มีคอลัมน์นี้ โปรดตั้งชื่อหัวคอลัมน์ว่า “{thai}” หรือ “{english}”{ThaiNear(near)}");

    public static BilingualText CriterionColumnMissing(string? near) => new(
        $"the column is missing; a sheet has a column for each criterion, or the columns 'criterion' and 'score'{EnglishNear(near)}",
        $"ไม่มีคอลัมน์ของเกณฑ์นี้ ตารางต้องมีคอลัมน์ครบทุกเกณฑ์ หรือมีคอลัมน์ “เกณฑ์” และ “คะแนน”{ThaiNear(near)}");

    public static BilingualText ColumnTwice(string name) => new(
        $"stands in two columns; keep one '{name}'", $"มีสองคอลัมน์ โปรดเหลือคอลัมน์ “{name}” ไว้เพียงคอลัมน์เดียว");

    public static BilingualText TooLong(int length, int most) => new(
        $"has {length} characters; at most {most} fit", $"ยาว {length} ตัวอักษร รับได้ไม่เกิน {most} ตัวอักษร");

    public static BilingualText CellError(string error) => new(
        $"holds the error {error}; correct the formula, or type the value",
        $"เป็นข้อผิดพลาดของสูตร ({error}) โปรดแก้สูตร หรือพิมพ์ค่าแทน");

    public static BilingualText CodeTwice(int row) => new($"stands in row {row} too", $"ซ้ำกับแถวที่ {row}");

    public static BilingualText UnknownEntry(string? near) => new(
        $"is not an entry of this cycle{EnglishNear(near)}", $"ไม่มีผลงานรหัสนี้ในรอบนี้{ThaiNear(near)}");

    public static BilingualText NoEntryCode => new(
        "has no entry code; delete the row if it is a total, and fill cells in that were merged",
        "ไม่มีรหัสผลงาน หากเป็นแถวผลรวมโปรดลบออก หากเป็นเซลล์ที่ผสานไว้โปรดยกเลิกการผสานแล้วกรอกให้ครบทุกแถว");

    public static BilingualText UnknownCriterion(string codes, string? near) => new(
        $"is not a criterion of this cycle; they are {codes}{EnglishNear(near)}", $"ไม่มีเกณฑ์นี้ในรอบนี้ เกณฑ์ที่มีคือ {codes}{ThaiNear(near)}");

    public static BilingualText UnknownJudge(string names, string? near) => new(
        $"is not a judge of this cycle; they are {names}{EnglishNear(near)}", $"ไม่มีกรรมการชื่อนี้ในรอบนี้ กรรมการที่มีคือ {names}{ThaiNear(near)}");

    public static BilingualText JudgeName(int most) => new(
        $"must be a judge's name of at most {most} characters", $"ต้องเป็นชื่อกรรมการ ยาวไม่เกิน {most} ตัวอักษร");

    public static BilingualText OutOfRange(decimal max, string criterion) => new(
        string.Create(CultureInfo.InvariantCulture, $"is not from 0 to {max}, the maximum of criterion {criterion}"),
        string.Create(CultureInfo.InvariantCulture, $"ต้องเป็นคะแนนตั้งแต่ 0 ถึง {max} ซึ่งเป็นคะแนนเต็มของเกณฑ์ {criterion}"));

    public static BilingualText ScoredTwice(string judge, string entry, string criterion, int row) => new(
        $"judge '{judge}' scored entry {entry} for criterion {criterion} in row {row} too",
        $"กรรมการ “{judge}” ให้คะแนนผลงาน {entry} ในเกณฑ์ {criterion} ไว้แล้วในแถวที่ {row}");

    public static BilingualText Comma(string withPoint) => new(
        $"is not a number; if the comma stands before the decimals, write {withPoint}",
        $"ไม่ใช่ตัวเลข หากเครื่องหมายจุลภาคหมายถึงจุดทศนิยม โปรดพิมพ์ {withPoint}");

    public static BilingualText NotAnAddress(string why, string whyThai) => new(
        $"is not an e-mail address such as saraban@example.go.th{why}", $"ไม่ใช่ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ เช่น saraban@example.go.th{whyThai}");

    private static string EnglishNear(string? near) => near is null ? "" : $"; did you mean '{near}'?";

    private static string ThaiNear(string? near) => near is null ? "" : $" หมายถึง “{near}” หรือไม่";
}
