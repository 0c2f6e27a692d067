using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Texts;

/// <summary>Answers to whoever uploads.</summary>
public static class UploadTexts
{
    /// <summary>Title: the sheet is bad.</summary>
    public static BilingualText Refused => new("The sheet was refused.", "ไม่รับตารางนี้");

    /// <summary>Title: the file is of another kind.</summary>
    public static BilingualText OtherKind => new("This kind of body is not taken.", "ไม่รับไฟล์ชนิดนี้");

    /// <summary>Title: the cycle is not in a state for this.</summary>
    public static BilingualText Conflict => new("The cycle is not in a state for this.", "สถานะของรอบไม่อนุญาตให้ทำรายการนี้");

    /// <summary>Title: no such cycle.</summary>
    public static BilingualText NoCycle => new("There is no such cycle.", "ไม่พบรอบนี้");

    /// <summary>Title: no such upload.</summary>
    public static BilingualText NoUploadTitle => new("There is no such upload.", "ไม่พบการส่งไฟล์นี้");

    /// <summary>Title: too large.</summary>
    public static BilingualText TooLarge => new("The body is too large.", "ไฟล์ใหญ่เกินไป");

    /// <summary>How large a body may be.</summary>
    public static BilingualText Largest(int sheet, int picture) => new(
        $"A sheet may have at most {sheet} MB, a cycle definition 1 MB, a picture {picture} MB.",
        $"ตารางต้องไม่เกิน {sheet} MB ข้อกำหนดของรอบต้องไม่เกิน 1 MB และรูปภาพต้องไม่เกิน {picture} MB");

    /// <summary>A media type that is plainly no sheet.</summary>
    public static BilingualText MediaType(string? mediaType) => new(
        $"Sheets are taken as xlsx, csv or tsv; this one came as '{mediaType}'.", $"รับตารางเป็น xlsx, csv หรือ tsv แต่ไฟล์นี้ส่งมาเป็น “{mediaType}”");

    /// <summary>Title: the request makes no sense.</summary>
    public static BilingualText Unreadable => new("The request cannot be read.", "อ่านคำขอนี้ไม่ได้");

    /// <summary>A template of scores before there are entries.</summary>
    public static BilingualText NoEntriesYet(CycleId cycle) => new(
        $"The cycle '{cycle}' has no entries yet, so a score sheet would be empty. Upload the entries first.",
        $"รอบ “{cycle}” ยังไม่มีผลงาน แบบกรอกคะแนนจึงว่าง โปรดส่งรายชื่อผลงานก่อน");

    /// <summary>A judge who is not the cycle's.</summary>
    public static BilingualText NoJudge(string judge, string names) => new(
        $"'{judge}' is not a judge of this cycle; they are {names}.", $"ไม่มีกรรมการชื่อ “{judge}” ในรอบนี้ กรรมการที่มีคือ {names}");

    /// <summary>There is no file in the form.</summary>
    public static BilingualText NoFile => new("The multipart body has no file in its field 'file'.", "แบบฟอร์มที่ส่งมาไม่มีไฟล์ในช่อง “file”");

    /// <summary>A query parameter is not understood.</summary>
    public static BilingualText BadParameter(string name, string allowed) =>
        new($"The parameter '{name}' must be {allowed}.", $"พารามิเตอร์ “{name}” ต้องเป็น {allowed}");

    /// <summary>Title: a person must confirm.</summary>
    public static BilingualText MustConfirmTitle => new("The changes must be confirmed.", "ต้องยืนยันการเปลี่ยนแปลงก่อน");

    /// <summary>Scores would move to other organisations.</summary>
    public static BilingualText MustConfirm => new(
        "The list gives entries that have scores to other organisations; their scores would go with them. Look at each change, and confirm it or send another list. Nothing was taken.",
        "รายชื่อนี้เปลี่ยนหน่วยงานของผลงานที่มีคะแนนแล้ว คะแนนจะย้ายไปเป็นของหน่วยงานใหม่ โปรดตรวจการเปลี่ยนแปลงทุกรายการแล้วยืนยัน หรือส่งรายชื่อใหม่ ระบบยังไม่ได้รับข้อมูลใด");

    /// <summary>What columns mean cannot be kept so.</summary>
    public static BilingualText BadMapping(int most) => new(
        $"Each column's name must be given with the name of a known column or the code of a criterion, at most {most} of them.",
        $"ต้องระบุชื่อคอลัมน์คู่กับชื่อคอลัมน์ที่รู้จักหรือรหัสเกณฑ์ ไม่เกิน {most} คอลัมน์");

    internal static BilingualText HasProblems(int count, int listed) => count == 1
        ? new("The sheet has a problem; nothing of it was taken.", "ตารางมีข้อผิดพลาด 1 แห่ง ระบบไม่ได้รับข้อมูลใดเลย")
        : new(
            string.Create(CultureInfo.InvariantCulture, $"The sheet has {count} problems; nothing of it was taken.")
                + (count > listed ? string.Create(CultureInfo.InvariantCulture, $" The first {listed} are listed; {count - listed} more are not.") : ""),
            string.Create(CultureInfo.InvariantCulture, $"ตารางมีข้อผิดพลาด {count} แห่ง ระบบไม่ได้รับข้อมูลใดเลย")
                + (count > listed ? string.Create(CultureInfo.InvariantCulture, $" แสดง {listed} แห่งแรก ยังมีอีก {count - listed} แห่ง") : ""));

    internal static BilingualText Closed(CycleId cycle) => new(
        $"The cycle '{cycle}' is closed: its scores are frozen and it takes no uploads.", $"รอบ “{cycle}” ปิดรับแล้ว คะแนนเป็นที่สุด จึงไม่รับไฟล์อีก");

    internal static BilingualText BeingClosed(CycleId cycle) => new(
        $"The cycle '{cycle}' is being closed and takes no uploads.", $"กำลังปิดรับรอบ “{cycle}” จึงไม่รับไฟล์");

    internal static BilingualText TimePassed(CycleId cycle) => new(
        $"The closing time of the cycle '{cycle}' has passed and it takes no uploads.", $"พ้นเวลาปิดรับของรอบ “{cycle}” แล้ว จึงไม่รับไฟล์");

    internal static BilingualText NoUpload(CycleId cycle, string upload) => new(
        $"The cycle '{cycle}' has no upload {upload}.", $"รอบ “{cycle}” ไม่มีการส่งไฟล์ {upload}");

    internal static BilingualText UndoOfUndo(int number) => new(
        $"Upload {number} is itself an undo. Upload the file again instead.", $"การส่งครั้งที่ {number} เป็นการยกเลิกอยู่แล้ว โปรดส่งไฟล์ใหม่แทน");

    /// <summary>A reason is needed.</summary>
    public static BilingualText BadReason(int longest) => new(
        $"must say why, in 1 to {longest} characters of one line.", $"ต้องระบุเหตุผล ยาว 1 ถึง {longest} ตัวอักษร ในบรรทัดเดียว");

    /// <summary>Title: no such entry or judge.</summary>
    public static BilingualText NotInCycle => new("The cycle has no such entry or judge.", "ไม่พบผลงานหรือกรรมการนี้ในรอบ");

    /// <summary>A judge who is not the cycle's.</summary>
    public static BilingualText NoSuchJudge(CycleId cycle, string judge) => new(
        $"The cycle '{cycle}' has no judge '{judge}'.", $"รอบ “{cycle}” ไม่มีกรรมการชื่อ “{judge}”");

    /// <summary>An entry that is not the cycle's.</summary>
    public static BilingualText NoEntry(CycleId cycle, EntryCode entry) => new(
        $"The cycle '{cycle}' has no entry '{entry}'.", $"รอบ “{cycle}” ไม่มีผลงาน “{entry}”");

    internal static BilingualText WithdrawnBefore(EntryCode entry, JudgeName? judge) => judge is null
        ? new($"Entry {entry} is withdrawn already.", $"ผลงาน {entry} ถอนออกไปแล้ว")
        : new($"The scores of judge '{judge}' for entry {entry} are withdrawn already.", $"คะแนนของกรรมการ “{judge}” สำหรับผลงาน {entry} ถอนออกไปแล้ว");

    internal static BilingualText NotWithdrawn(EntryCode entry, JudgeName? judge) => judge is null
        ? new($"Entry {entry} is not withdrawn, so it cannot be put back.", $"ผลงาน {entry} ไม่ได้ถอนออก จึงนำกลับคืนไม่ได้")
        : new(
            $"The scores of judge '{judge}' for entry {entry} are not withdrawn, so they cannot be put back.",
            $"คะแนนของกรรมการ “{judge}” สำหรับผลงาน {entry} ไม่ได้ถอนออก จึงนำกลับคืนไม่ได้");

    internal static BilingualText UndoOfWithdrawal(int number) => new(
        $"Entry {number} of the history is no upload. Put back what was withdrawn, or withdraw it again.",
        $"ครั้งที่ {number} ในประวัติไม่ใช่การส่งไฟล์ โปรดใช้คำสั่งนำกลับคืนหรือถอนอีกครั้งแทน");

    internal static BilingualText UndoneBefore(int number, int undo) => new(
        $"Upload {number} was undone before, by entry {undo} of the history.", $"การส่งครั้งที่ {number} ถูกยกเลิกไปแล้ว โดยครั้งที่ {undo}");

    internal static BilingualText ReplacedBefore(int number, int later) => new(
        $"The judge's later submission {later} has taken the place of upload {number}. Undo that one, and this one counts again.",
        $"การส่งครั้งที่ {number} ถูกแทนที่ด้วยการส่งครั้งที่ {later} ของกรรมการท่านเดียวกัน หากยกเลิกครั้งที่ {later} ครั้งที่ {number} จะกลับมานับ");

    internal static BilingualText EntriesNeeded(int number, string codes) => new(
        $"Upload {number} brought entries that have scores ({codes}). Undo the uploads of those scores first.",
        $"การส่งครั้งที่ {number} เป็นที่มาของผลงานที่มีคะแนนแล้ว ({codes}) โปรดยกเลิกการส่งคะแนนเหล่านั้นก่อน");
}
