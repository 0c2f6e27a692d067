using System.Globalization;
using AwardFlow.Cycles;
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

    public static BilingualText NotAUrl(int longest) => new(
        $"must be an address such as https://www.example.go.th/work, with at most {longest} characters, or blank",
        $"ต้องเป็นลิงก์ เช่น https://www.example.go.th/work ยาวไม่เกิน {longest} ตัวอักษร หรือเว้นว่าง");

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

    public static BilingualText Unread => new(
        "holds something that this program cannot read; copy the table into a new workbook, look at this cell and upload it again",
        "มีข้อมูลในรูปแบบที่ระบบอ่านไม่ได้ โปรดคัดลอกตารางไปไว้ในสมุดงานใหม่ ตรวจเซลล์นี้ แล้วส่งใหม่");

    public static BilingualText PartlyStruck => new(
        "is partly struck out, so it is not clear what is meant; leave only what holds",
        "มีบางส่วนถูกขีดฆ่า จึงไม่ชัดเจนว่าหมายถึงค่าใด โปรดเหลือไว้เฉพาะข้อความที่ใช้จริง");

    public static BilingualText Struck => new(
        "is struck out; delete it, or take the line away", "ถูกขีดฆ่าทั้งเซลล์ โปรดลบออก หรือยกเลิกเส้นขีดฆ่าหากยังใช้อยู่");

    public static BilingualText IsTruth => new(
        "is TRUE or FALSE, as a formula gives for a comparison; type the text", "เป็น TRUE หรือ FALSE ซึ่งเป็นผลของสูตรเปรียบเทียบ โปรดพิมพ์ข้อความแทน");

    public static BilingualText IsNothing => new("has no letter or digit in it; type the text", "ไม่มีตัวอักษรหรือตัวเลขอยู่เลย โปรดพิมพ์ข้อความ");

    public static BilingualText MergedScores => new(
        "is merged with another cell, so one score stands for several; undo the merge and type each score",
        "ผสานกับเซลล์อื่น คะแนนเดียวจึงแทนหลายค่า โปรดยกเลิกการผสานเซลล์แล้วกรอกคะแนนให้ครบทุกเซลล์");

    public static BilingualText ShownOtherwise(string shown) => new(
        $"is shown as '{shown}', which is another number than the cell holds; format the cell as a plain number and look which one is meant",
        $"แสดงในเซลล์เป็น “{shown}” ซึ่งไม่ตรงกับค่าที่เก็บไว้ โปรดจัดรูปแบบเซลล์เป็นตัวเลขธรรมดา แล้วตรวจว่าหมายถึงค่าใด");

    public static BilingualText LostText => new(
        "is question marks: the Thai was lost when the file was saved; save it again from the original as 'Excel Workbook (.xlsx)' or 'CSV UTF-8'",
        "เป็นเครื่องหมายคำถาม เพราะข้อความภาษาไทยสูญหายเมื่อบันทึกไฟล์ โปรดบันทึกใหม่จากต้นฉบับเป็น “Excel Workbook (.xlsx)” หรือ “CSV UTF-8”");

    public static BilingualText Mojibake => new(
        "is Thai that was read in a wrong encoding; save the file again from the original as 'Excel Workbook (.xlsx)' or 'CSV UTF-8'",
        "เป็นภาษาไทยที่เพี้ยนเพราะเปิดไฟล์ด้วยรหัสอักขระไม่ตรงกัน โปรดบันทึกใหม่จากต้นฉบับเป็น “Excel Workbook (.xlsx)” หรือ “CSV UTF-8”");

    public static BilingualText DateWord => new(
        "is a date: the spreadsheet took the code for one; format the column as text and type the code again",
        "กลายเป็นวันที่ เพราะโปรแกรมตารางแปลงรหัสเอง โปรดจัดรูปแบบคอลัมน์เป็นข้อความ แล้วพิมพ์รหัสใหม่");

    public static BilingualText BareNumber => new(
        "is a number alone, as a formula gives for a blank cell; type the text", "เป็นตัวเลขล้วน ซึ่งมักเกิดจากสูตรที่อ้างถึงเซลล์ว่าง โปรดพิมพ์ข้อความแทน");

    public static BilingualText TooManyFields(int fields, int expected) => new(
        $"has {fields} fields, but the header has {expected}: a comma too many, perhaps a decimal comma or one in a text without quotation marks, moved what follows into other columns; write a decimal point, put the text in quotation marks, or save as .xlsx",
        $"มี {fields} ช่อง แต่หัวตารางมี {expected} ช่อง อาจเพราะใช้จุลภาคเป็นจุดทศนิยม หรือมีจุลภาคในข้อความที่ไม่มีเครื่องหมายคำพูด ข้อมูลจึงเลื่อนคอลัมน์ โปรดใช้จุดทศนิยม ใส่เครื่องหมายคำพูดคร่อมข้อความ หรือบันทึกเป็น .xlsx");

    public static BilingualText TooFewFields(int fields, int expected) => new(
        $"has {fields} fields, but the header has {expected}: what is missing may have moved the rest into other columns; fill the row in",
        $"มีเพียง {fields} ช่อง แต่หัวตารางมี {expected} ช่อง ข้อมูลอาจเลื่อนคอลัมน์ โปรดกรอกให้ครบทุกช่อง");

    public static BilingualText ShiftedDecimal => new(
        "is a number alone, as in every row of this file: it is the decimals of a score with a decimal comma; write a decimal point, or save as .xlsx",
        "เป็นตัวเลขล้วนเช่นเดียวกับทุกแถวในไฟล์ แสดงว่าเป็นทศนิยมของคะแนนที่ใช้จุลภาคเป็นจุดทศนิยม โปรดใช้จุดทศนิยม หรือบันทึกเป็น .xlsx");

    public static BilingualText BeyondTheTable => new(
        "stands right of the table's last column: a decimal comma, or one in a text, may have moved the row into other columns; correct the row, or give the column a name",
        "อยู่ทางขวาของคอลัมน์สุดท้ายของตาราง อาจเพราะจุลภาคในตัวเลขหรือข้อความทำให้ข้อมูลในแถวเลื่อนคอลัมน์ โปรดแก้แถวนี้ หรือตั้งชื่อหัวคอลัมน์");

    public static BilingualText OtherHeader => new(
        "is the header of another table, with other columns; put each table on a sheet of its own",
        "เป็นหัวตารางของอีกตารางหนึ่งซึ่งมีคอลัมน์ไม่เหมือนกัน โปรดแยกแต่ละตารางไว้คนละแผ่นงาน");

    public static BilingualText OtherJudge => new(
        "names another judge in the middle of the table; put each judge on a sheet of one's own, or add a column of judges",
        "ระบุชื่อกรรมการอีกคนไว้กลางตาราง โปรดแยกกรรมการแต่ละคนไว้คนละแผ่นงาน หรือเพิ่มคอลัมน์กรรมการ");

    public static BilingualText Shortened => new(
        "is a number as a spreadsheet shortens it, so its last digits are lost; format the cell as text and type it again",
        "เป็นตัวเลขที่โปรแกรมตารางย่อไว้ เลขท้ายจึงหายไป โปรดจัดรูปแบบเซลล์เป็นข้อความ แล้วพิมพ์ใหม่");

    public static BilingualText NoValue => new(
        "is what programs write where a value is missing; type the text", "เป็นคำที่โปรแกรมใช้แทนค่าว่าง โปรดพิมพ์ข้อความ");

    public static BilingualText NoCode => new("must not be blank: each entry needs a code", "ต้องไม่เว้นว่าง ผลงานแต่ละรายการต้องมีรหัส");

    public static BilingualText JudgeBlank => new("is blank; type the judge's name", "เว้นว่างไว้ โปรดพิมพ์ชื่อกรรมการ");

    public static BilingualText SeveralEntries => new(
        "has several entries, so it is not clear which one is meant; add a column of entry codes",
        "มีผลงานมากกว่าหนึ่งรายการ จึงไม่ชัดเจนว่าหมายถึงรายการใด โปรดเพิ่มคอลัมน์รหัสผลงาน");

    public static BilingualText UnknownOrganisation => new("is not the organisation of an entry of this cycle", "ไม่ตรงกับหน่วยงานของผลงานใดในรอบนี้");

    public static BilingualText HeaderNotFound(string english, string thai, int rows) => new(
        $"no header was found in rows 1 to {rows}; one has the column '{english}' or '{thai}'",
        $"ไม่พบหัวตารางในแถวที่ 1 ถึง {rows} หัวตารางต้องมีคอลัมน์ “{thai}” หรือ “{english}”");

    public static BilingualText ColumnUnclear(string english, string thai, string columns) => new(
        $"several columns may be meant: {columns}; name one of them '{english}' or '{thai}'",
        $"มีหลายคอลัมน์ที่อาจเป็นคอลัมน์นี้ ได้แก่ {columns} โปรดตั้งชื่อคอลัมน์ที่ต้องการว่า “{thai}” หรือ “{english}”");

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

    public static BilingualText ScoredTwice(JudgeName judge, EntryCode entry, string criterion, int row, string? sheet) => new(
        $"judge '{judge}' scored entry {entry} for criterion {criterion} in row {row}{(sheet is null ? "" : $" of sheet '{sheet}'")} too",
        $"กรรมการ “{judge}” ให้คะแนนผลงาน {entry} ในเกณฑ์ {criterion} ไว้แล้วในแถวที่ {row}{(sheet is null ? "" : $" ของแผ่นงาน “{sheet}”")}");

    public static BilingualText Comma(string withPoint) => new(
        $"is not a number; if the comma stands before the decimals, write {withPoint}",
        $"ไม่ใช่ตัวเลข หากเครื่องหมายจุลภาคหมายถึงจุดทศนิยม โปรดพิมพ์ {withPoint}");

    public static BilingualText NotAnAddress(string why, string whyThai) => new(
        $"is not an e-mail address such as saraban@example.go.th{why}", $"ไม่ใช่ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ เช่น saraban@example.go.th{whyThai}");

    private static string EnglishNear(string? near) => near is null ? "" : $"; did you mean '{near}'?";

    private static string ThaiNear(string? near) => near is null ? "" : $" หมายถึง “{near}” หรือไม่";
}
