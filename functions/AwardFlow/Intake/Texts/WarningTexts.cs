using AwardFlow.Thai;

namespace AwardFlow.Intake.Texts;

/// <summary>What is taken as it stands, but worth a look.</summary>
internal static class WarningTexts
{
    public static BilingualText NotSaraban => new(
        "does not begin with 'saraban', as an agency's central e-mail must since B.E. 2564; the letter will be sent there all the same",
        "ไม่ได้ขึ้นต้นด้วย “saraban” ตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ (ฉบับที่ 4) พ.ศ. 2564 แต่ระบบจะส่งหนังสือไปยังที่อยู่นี้");

    public static BilingualText WrittenInAscii(string address) => new(
        $"has a domain outside ASCII; mail goes to {address}, which is the same one", $"มีชื่อโดเมนที่ไม่ใช่อักษรอังกฤษ ระบบจะส่งไปยัง {address} ซึ่งเป็นที่อยู่เดียวกัน");

    public static BilingualText MayNotScore(string judge, string entry) => new(
        $"judge '{judge}' may not score entry {entry} (conflict of interest): the score is kept and left out of its average",
        $"กรรมการ “{judge}” มีส่วนได้เสียกับผลงาน {entry} จึงให้คะแนนไม่ได้ ระบบเก็บคะแนนนี้ไว้แต่ไม่นำไปคิดคะแนนเฉลี่ย");

    public static BilingualText SimilarJudge(string known) => new(
        $"is a judge who was not seen before, spelled much like '{known}'; if that is the same person, undo this upload and spell the name alike",
        $"เป็นชื่อกรรมการที่ไม่เคยมี แต่คล้ายกับ “{known}” หากเป็นคนเดียวกัน โปรดยกเลิกการส่งครั้งนี้แล้วสะกดชื่อให้ตรงกัน");

    public static BilingualText CommasRead(int count, string example, string read) => new(
        $"has a decimal comma, as {count} scores of this file do; '{example}' was read as {read}",
        $"ใช้จุลภาคเป็นจุดทศนิยม เช่นเดียวกับคะแนน {count} ค่าในไฟล์นี้ ระบบอ่าน “{example}” เป็น {read}");

    public static BilingualText ShownRounded(string shown) => new(
        $"is shown as {shown} because the cell is formatted so; the whole number was taken",
        $"แสดงในเซลล์เป็น {shown} เพราะการจัดรูปแบบ ระบบรับค่าเต็ม");

    public static BilingualText OtherOrganisation(string entry, string organisation) => new(
        $"is not the organisation of entry {entry}, which is '{organisation}'; look whether codes and rows still belong together",
        $"ไม่ตรงกับหน่วยงานของผลงาน {entry} ซึ่งคือ “{organisation}” โปรดตรวจว่ารหัสกับข้อมูลในแถวยังตรงกัน");

    public static BilingualText UnknownConflict(string judge) => new(
        $"stands in the cycle's definition as an entry that judge '{judge}' may not score, but the cycle has no such entry",
        $"ระบุไว้ในข้อกำหนดของรอบว่ากรรมการ “{judge}” ให้คะแนนไม่ได้ แต่ไม่มีผลงานรหัสนี้ในรอบ");
}
