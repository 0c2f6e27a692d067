using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Texts;

/// <summary>What is taken as it stands, but worth a look.</summary>
internal static class WarningTexts
{
    public static BilingualText NotSaraban => new(
        "does not begin with 'saraban', as an agency's central e-mail must since B.E. 2564; the letter will be sent there all the same",
        "ไม่ได้ขึ้นต้นด้วย “saraban” ตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ (ฉบับที่ 4) พ.ศ. 2564 แต่ระบบจะส่งหนังสือไปยังที่อยู่นี้");

    public static BilingualText WrittenInAscii(string address) => new(
        $"has a domain outside ASCII; mail goes to {address}, which is the same one",
        $"มีชื่อโดเมนที่ไม่ใช่อักษรอังกฤษ ระบบจะส่งไปยัง {address} ซึ่งเป็นที่อยู่เดียวกัน");

    public static BilingualText TitleNamesOrganisation => new(
        "names the organisation in what the work is called, and judges of this cycle are not to see organisations",
        "ชื่อผลงานระบุชื่อหน่วยงาน แต่รอบนี้กำหนดไม่ให้กรรมการเห็นหน่วยงาน");

    public static BilingualText LinkNamesOrganisation => new(
        "has a link that leads to the organisation's own site or names it, and judges of this cycle are not to see organisations",
        "ลิงก์ผลงานเป็นเว็บไซต์ของหน่วยงานหรือมีชื่อหน่วยงาน แต่รอบนี้กำหนดไม่ให้กรรมการเห็นหน่วยงาน");

    public static BilingualText MayNotScore(JudgeName judge, EntryCode entry) => new(
        $"judge '{judge}' may not score entry {entry} (conflict of interest): the score is kept and left out of its average",
        $"กรรมการ “{judge}” มีส่วนได้เสียกับผลงาน {entry} จึงให้คะแนนไม่ได้ ระบบเก็บคะแนนนี้ไว้แต่ไม่นำไปคิดคะแนนเฉลี่ย");

    public static BilingualText EntryWithdrawn(EntryCode entry) => new(
        $"entry {entry} is withdrawn: its scores are kept and do not count until it is put back",
        $"ผลงาน {entry} ถอนออกแล้ว ระบบเก็บคะแนนไว้แต่ไม่นับจนกว่าจะนำผลงานกลับเข้ามา");

    public static BilingualText JudgeWithdrawn(JudgeName judge, EntryCode entry) => new(
        $"the scores of judge '{judge}' for entry {entry} are withdrawn: they are kept and do not count until they are put back",
        $"คะแนนของกรรมการ “{judge}” สำหรับผลงาน {entry} ถอนออกแล้ว ระบบเก็บไว้แต่ไม่นับจนกว่าจะนำกลับเข้ามา");

    public static BilingualText JudgeColumnCounts => new(
        "is another judge than you said; what stands in the sheet's column of judges was taken", "ไม่ตรงกับกรรมการที่ท่านระบุ ระบบรับตามคอลัมน์กรรมการในตาราง");

    public static BilingualText SimilarJudge(string known) => new(
        $"is a judge who was not seen before, spelled much like '{known}'; if that is the same person, undo this upload and spell the name alike",
        $"เป็นชื่อกรรมการที่ไม่เคยมี แต่คล้ายกับ “{known}” หากเป็นคนเดียวกัน โปรดยกเลิกการส่งครั้งนี้แล้วสะกดชื่อให้ตรงกัน");

    public static BilingualText CommasRead(int count, string example, string read) => new(
        $"has a decimal comma, as {count} scores of this file do; '{example}' was read as {read}",
        $"ใช้จุลภาคเป็นจุดทศนิยม เช่นเดียวกับคะแนน {count} ค่าในไฟล์นี้ ระบบอ่าน “{example}” เป็น {read}");

    public static BilingualText ShownRounded(string shown) => new(
        $"is shown as {shown} because the cell is formatted so; the whole number was taken",
        $"แสดงในเซลล์เป็น {shown} เพราะการจัดรูปแบบ ระบบรับค่าเต็ม");

    public static BilingualText ZeroShownAsDash(string dash) => new(
        $"is shown as a dash ({dash}) but holds 0; it was taken as not scored; where zero points are meant, format the cell as a number and type 0",
        $"แสดงเป็นขีด ({dash}) แต่เก็บค่า 0 ไว้ ระบบถือว่ายังไม่ให้คะแนน หากหมายถึงศูนย์คะแนน โปรดจัดรูปแบบเซลล์เป็นตัวเลขแล้วพิมพ์ 0");

    public static BilingualText DashMayBeZero => new(
        "is a dash in a file whose numbers are written as a spreadsheet shows them; it was taken as not scored; where it stands for zero points, write 0",
        "เป็นขีดในไฟล์ที่บันทึกตัวเลขตามที่โปรแกรมตารางแสดง ระบบถือว่ายังไม่ให้คะแนน หากหมายถึงศูนย์คะแนน โปรดพิมพ์ 0");

    public static BilingualText NotShown => new(
        "is not shown in the sheet because the cell is formatted so; it was taken", "ไม่แสดงในตารางเพราะการจัดรูปแบบเซลล์ แต่ระบบรับค่านี้");

    public static BilingualText HiddenRow => new(
        "the row is hidden or filtered out in the sheet; it was taken", "แถวนี้ถูกซ่อนหรือถูกกรองออกในตาราง แต่ระบบรับข้อมูลในแถวนี้");

    public static BilingualText HiddenColumn => new(
        "the column is hidden in the sheet; what stands in it was taken", "คอลัมน์นี้ถูกซ่อนในตาราง แต่ระบบรับข้อมูลในคอลัมน์นี้");

    public static BilingualText OtherMaximum(decimal stated, decimal maximum) => new(
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"states a maximum of {stated}, but the criterion's is {maximum}; look whether the scores are on the right scale"),
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"ระบุคะแนนเต็ม {stated} แต่คะแนนเต็มของเกณฑ์คือ {maximum} โปรดตรวจว่าให้คะแนนตามเกณฑ์ที่ถูกต้อง"));

    public static BilingualText OtherTotal(decimal sum) => new(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"disagrees with the scores of its row, which add up to {sum}; the scores were taken"),
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ไม่ตรงกับคะแนนในแถว ซึ่งรวมได้ {sum} ระบบรับคะแนนรายเกณฑ์"));

    public static BilingualText MayBeDate => new(
        "looks like a date; look whether the spreadsheet took the code for one", "มีรูปแบบเป็นวันที่ โปรดตรวจว่าโปรแกรมตารางไม่ได้แปลงรหัสเป็นวันที่");

    public static BilingualText NamelessColumn => new(
        "stands in a column without a name; nothing of that column was taken", "อยู่ในคอลัมน์ที่ไม่มีชื่อหัวตาราง ระบบไม่รับข้อมูลในคอลัมน์นี้");

    public static BilingualText LoneNumber => new(
        "is a number alone, taken as a suggestion; look whether it is the decimals of a score with a decimal comma",
        "เป็นตัวเลขล้วน ระบบรับเป็นข้อเสนอแนะ โปรดตรวจว่าไม่ใช่ทศนิยมของคะแนนที่ใช้จุลภาคเป็นจุดทศนิยม");

    public static BilingualText ZeroForBlank => new(
        "is 0, as a formula gives for a blank cell; it was taken as blank", "เป็น 0 ซึ่งมักเกิดจากสูตรที่อ้างถึงเซลล์ว่าง ระบบถือว่าเว้นว่าง");

    public static BilingualText NoZeroBefore => new(
        "does not begin with 0, which spreadsheets drop before a number; look whether the telephone number is whole",
        "ไม่ได้ขึ้นต้นด้วย 0 ซึ่งโปรแกรมตารางมักตัดออกหน้าตัวเลข โปรดตรวจว่าหมายเลขโทรศัพท์ครบ");

    public static BilingualText NoPhone => new(
        "has no digit, so it is no telephone number; look whether the row's texts stand in their own columns",
        "ไม่มีตัวเลข จึงไม่ใช่หมายเลขโทรศัพท์ โปรดตรวจว่าข้อความในแถวอยู่ตรงคอลัมน์");

    public static BilingualText NoWhereToGo => new(
        "is blank, and so is the other of e-mail and postal address; the letter goes by post, and its label would name the province alone",
        "เว้นว่าง และไม่มีทั้งไปรษณีย์อิเล็กทรอนิกส์และที่อยู่ทางไปรษณีย์ หนังสือจะส่งทางไปรษณีย์ โดยใบจ่าหน้ามีเพียงชื่อจังหวัด โปรดระบุที่อยู่ในคอลัมน์ postal_address");

    public static BilingualText MergedComment => new(
        "is merged over this row; it was taken for the first row alone", "ผสานเซลล์ครอบแถวนี้ด้วย แต่ระบบรับไว้เฉพาะแถวแรก");

    public static BilingualText StruckComment => new("is struck out; it was left out", "ถูกขีดฆ่าทั้งหมด ระบบไม่รับข้อความนี้");

    public static BilingualText MayBeCut(int length) => new(
        $"has just {length} characters, at which other programs cut texts; look whether its end is there",
        $"ยาว {length} ตัวอักษรพอดี ซึ่งบางโปรแกรมตัดข้อความที่ความยาวนี้ โปรดตรวจว่าข้อความครบ");

    public static BilingualText BlankField => new(
        "the rows have more fields than the header, all blank; look whether a decimal comma moved the scores",
        "แถวมีช่องว่างเกินหัวตาราง โปรดตรวจว่าไม่มีจุลภาคที่ทำให้คะแนนเลื่อนคอลัมน์");

    public static BilingualText JudgeAsked => new(
        "has no column in the sheet; all of it was taken as this judge's, as you said", "ตารางไม่มีคอลัมน์กรรมการ ระบบรับทั้งตารางเป็นของกรรมการที่ท่านระบุ");

    public static BilingualText JudgeInTitle => new(
        "has no column in the sheet; all of it was taken as this judge's, who stands above the table",
        "ตารางไม่มีคอลัมน์กรรมการ ระบบรับทั้งตารางเป็นของกรรมการที่ระบุไว้เหนือตาราง");

    public static BilingualText JudgeInSheetName => new(
        "has no column in the sheet; all of it was taken as this judge's, by the sheet's name",
        "ตารางไม่มีคอลัมน์กรรมการ ระบบรับทั้งตารางเป็นของกรรมการตามชื่อแผ่นงาน");

    public static BilingualText OtherOrganisation(EntryCode entry, string organisation) => new(
        $"is not the organisation of entry {entry}, which is '{organisation}'; look whether codes and rows still belong together",
        $"ไม่ตรงกับหน่วยงานของผลงาน {entry} ซึ่งคือ “{organisation}” โปรดตรวจว่ารหัสกับข้อมูลในแถวยังตรงกัน");

    public static BilingualText UnknownConflict(JudgeName judge) => new(
        $"stands in the cycle's definition as an entry that judge '{judge}' may not score, but the cycle has no such entry",
        $"ระบุไว้ในข้อกำหนดของรอบว่ากรรมการ “{judge}” ให้คะแนนไม่ได้ แต่ไม่มีผลงานรหัสนี้ในรอบ");
}
