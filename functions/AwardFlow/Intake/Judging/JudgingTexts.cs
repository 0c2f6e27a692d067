using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Judging;

/// <summary>Answers to judges on their pages, and to who looks after them.</summary>
public static class JudgingTexts
{
    /// <summary>Title: the token opens nothing.</summary>
    public static BilingualText NoLinkTitle => new("This link does not work.", "ลิงก์นี้ใช้ไม่ได้");

    /// <summary>The one answer to every token that opens nothing.</summary>
    public static BilingualText NoLink => new(
        "It is incomplete, was replaced by a newer one, was withdrawn, or the cycle is over. Open the link in the newest mail, or ask the secretary for a new one.",
        "ลิงก์อาจไม่ครบถ้วน มีลิงก์ใหม่แทนแล้ว ถูกยกเลิก หรือรอบสิ้นสุดแล้ว โปรดเปิดลิงก์จากไปรษณีย์อิเล็กทรอนิกส์ฉบับล่าสุด หรือขอลิงก์ใหม่จากฝ่ายเลขานุการ");

    /// <summary>Title: too many wrong tokens.</summary>
    public static BilingualText WaitTitle => new("Too many links that do not work.", "มีการเปิดลิงก์ที่ใช้ไม่ได้หลายครั้งเกินไป");

    /// <summary>Too many wrong tokens came from an address.</summary>
    public static BilingualText Wait => new(
        "Too many links that do not work came from your address. Wait a few seconds, then open the right one.",
        "มีการเปิดลิงก์ที่ใช้ไม่ได้จากที่อยู่เครือข่ายของท่านหลายครั้งเกินไป โปรดรอสักครู่แล้วเปิดลิงก์ที่ถูกต้อง");

    /// <summary>Title: something newer is stored.</summary>
    public static BilingualText ChangedTitle => new("Something newer is stored.", "มีข้อมูลที่ใหม่กว่าบันทึกอยู่แล้ว");

    /// <summary>Something newer than the page showed is stored.</summary>
    public static BilingualText Changed => new(
        "This was saved from another page or device meanwhile, or the cycle was sent back since. Nothing was replaced. Look at what is stored, and decide which holds.",
        "ข้อมูลนี้ถูกบันทึกจากหน้าหรืออุปกรณ์อื่นแล้ว หรือรอบถูกส่งกลับหลังจากเปิดหน้านี้ ระบบไม่ได้แทนที่ข้อมูลใด โปรดดูข้อมูลที่บันทึกไว้แล้วเลือกว่าจะใช้ชุดใด");

    /// <summary>What is scored, or what is asked of it, is another than the page showed.</summary>
    public static BilingualText OtherWords => new(
        "What is asked, or what is scored, was changed after this page was opened: the criteria, their maximum or step, or the entries. Nothing was saved. Look at what is asked now and at what is stored, and decide which holds.",
        "หลังจากเปิดหน้านี้ มีการแก้ไขเกณฑ์ คะแนนเต็ม ช่วงคะแนน หรือข้อมูลของผลงาน ระบบจึงยังไม่ได้บันทึก โปรดดูเกณฑ์ปัจจุบันและข้อมูลที่บันทึกไว้ แล้วเลือกว่าจะใช้ชุดใด");

    /// <summary>Title: no version was named.</summary>
    public static BilingualText NoVersionTitle => new("The version is missing.", "ไม่ได้ระบุรุ่นของข้อมูล");

    /// <summary>No version was named.</summary>
    public static BilingualText NoVersion => new(
        "Send the header If-Match with the version that was shown, so that nothing newer is replaced.",
        "โปรดส่งส่วนหัว If-Match พร้อมรุ่นของข้อมูลที่แสดงอยู่ เพื่อไม่ให้แทนที่ข้อมูลที่ใหม่กว่า");

    /// <summary>Title: scores cannot be taken.</summary>
    public static BilingualText FaultsTitle => new("Some of this cannot be taken.", "มีค่าที่รับไม่ได้");

    /// <summary>How much of it cannot be taken.</summary>
    public static BilingualText Faults(int count) => new(
        string.Create(CultureInfo.InvariantCulture, $"{count} of what was typed cannot be taken; nothing was saved."),
        string.Create(CultureInfo.InvariantCulture, $"มีค่าที่รับไม่ได้ {count} แห่ง ระบบยังไม่ได้บันทึก"));

    /// <summary>What is to be confirmed before a sheet is submitted.</summary>
    public static BilingualText Doubts(SheetDoubts doubts)
    {
        ArgumentNullException.ThrowIfNull(doubts);
        BilingualText[] said =
        [
            .. Said(doubts.Incomplete, Incomplete),
            .. Said(doubts.Unanswered, Unanswered),
            .. Said(doubts.OtherWords, ScoredUnderOtherWords),
            .. Said(doubts.Unscanned, Unscanned),
        ];
        return new(string.Join(' ', said.Select(each => each.English)), string.Join(' ', said.Select(each => each.Thai)));
    }

    private static IEnumerable<BilingualText> Said(IReadOnlyList<EntryCode> entries, Func<int, BilingualText> text) =>
        entries.Count == 0 ? [] : [text(entries.Count)];

    private static BilingualText Unanswered(int count) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count} entries were sent back with a question, and nothing of them was changed since: they would be answered as they are."),
        string.Create(CultureInfo.InvariantCulture, $"มี {count} ผลงานที่ขอให้พิจารณาอีกครั้งและยังไม่มีการแก้ไข หากส่งจะถือว่ายืนยันคะแนนเดิม"));

    private static BilingualText ScoredUnderOtherWords(int count) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count} entries were scored before what is asked, or the entry, was changed. Look at them again, or submit them as they are."),
        string.Create(CultureInfo.InvariantCulture, $"มี {count} ผลงานที่ให้คะแนนไว้ก่อนการแก้ไขเกณฑ์หรือข้อมูลของผลงาน โปรดทบทวน หรือยืนยันส่งคะแนนเดิม"));

    private static BilingualText Unscanned(int count) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count} entries were typed from paper after the last submission, and no scan came since. Send the scan, or confirm that the earlier one shows them."),
        string.Create(
            CultureInfo.InvariantCulture,
            $"มี {count} ผลงานที่พิมพ์จากเอกสารหลังการส่งครั้งก่อน แต่ยังไม่มีภาพสแกนใหม่ โปรดส่งภาพสแกน หรือยืนยันว่าภาพสแกนเดิมแสดงคะแนนเหล่านี้แล้ว"));

    private static BilingualText Incomplete(int count) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{count} entries are not scored completely. An entry counts for your average only with all its criteria. Score them, decline those that you may not judge, or submit without them."),
        string.Create(
            CultureInfo.InvariantCulture,
            $"ยังให้คะแนนไม่ครบ {count} ผลงาน ผลงานที่คะแนนไม่ครบทุกเกณฑ์จะไม่นำคะแนนของท่านไปคิดค่าเฉลี่ย โปรดให้คะแนนให้ครบ แจ้งผลงานที่ท่านไม่อาจตัดสินได้ หรือยืนยันส่งเท่าที่มี"));

    /// <summary>How much a page's device says is too much to be taken.</summary>
    public static BilingualText BadQuestion(int longest) =>
        new($"must say what is asked, in 1 to {longest} characters.", $"ต้องระบุคำถาม ยาว 1 ถึง {longest} ตัวอักษร");

    /// <summary>Title: judges have not submitted.</summary>
    public static BilingualText UnsubmittedTitle => new("Judges have not submitted.", "กรรมการยังส่งคะแนนไม่ครบ");

    /// <summary>Judges have not submitted what they score on their pages.</summary>
    public static BilingualText Unsubmitted(int judges) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"{judges} judges have not submitted. Scores count only when they are submitted. Remind them, or confirm: without these scores, or with what they typed (unsubmitted=count). Nothing was closed."),
        string.Create(
            CultureInfo.InvariantCulture,
            $"กรรมการ {judges} ท่านยังไม่ได้ส่งคะแนน คะแนนจะนำไปคิดเมื่อส่งแล้วเท่านั้น โปรดเตือนกรรมการ หรือยืนยันการปิดรับโดยไม่ใช้คะแนนที่ยังไม่ส่ง หรือโดยใช้คะแนนเท่าที่พิมพ์ไว้ (unsubmitted=count) ระบบยังไม่ได้ปิดรับ"));

    /// <summary>A scan of another kind.</summary>
    public static BilingualText NoScan => new(
        "A scan is taken as application/pdf, image/jpeg or image/png, and must be such a file.",
        "รับภาพสแกนเป็น application/pdf, image/jpeg หรือ image/png และไฟล์ต้องเป็นชนิดนั้นจริง");

    /// <summary>A list of judges names one who cannot be one.</summary>
    public static BilingualText BadJudges => new("must name judges of this cycle, at most 1000.", "ต้องเป็นชื่อกรรมการของรอบนี้ ไม่เกิน 1000 คน");

    /// <summary>No judge has a link to make.</summary>
    public static BilingualText NobodyNamed =>
        new("The cycle's definition names no judges: say whose links to make.", "ข้อกำหนดของรอบไม่ได้ระบุรายชื่อกรรมการ โปรดระบุกรรมการที่จะสร้างลิงก์ให้");

    /// <summary>An address that is none.</summary>
    public static BilingualText BadEmail => new("must be a single e-mail address, or null.", "ต้องเป็นที่อยู่อีเมลแห่งเดียว หรือ null");

    internal static BilingualText NoCriterion => new("is no criterion of this cycle", "ไม่ใช่เกณฑ์ของรอบนี้");

    internal static BilingualText Comma => new("has a comma; type a decimal point, such as 8.5", "มีจุลภาค โปรดใช้จุดทศนิยม เช่น 8.5");

    internal static BilingualText NotAStep(decimal step) => new(
        string.Create(CultureInfo.InvariantCulture, $"is not a multiple of {step}"), string.Create(CultureInfo.InvariantCulture, $"ต้องให้คะแนนทีละ {step}"));

    internal static BilingualText TooFine(int decimals) => new(
        string.Create(CultureInfo.InvariantCulture, $"has more than {decimals} decimals"),
        string.Create(CultureInfo.InvariantCulture, $"มีทศนิยมเกิน {decimals} ตำแหน่ง"));

    internal static BilingualText Closed(CycleId cycle) => new($"The cycle '{cycle}' takes no scores now.", $"ขณะนี้รอบ “{cycle}” ไม่รับคะแนน");

    internal static BilingualText IsSubmitted =>
        new("The scores are submitted. Take them back first, to change them.", "ส่งคะแนนแล้ว หากต้องการแก้ไข โปรดขอคืนคะแนนก่อน");

    internal static BilingualText NothingNew => new(
        "What you scored is submitted already. Score what is still asked of you, then submit it.",
        "คะแนนที่ให้ไว้ส่งแล้ว โปรดให้คะแนนผลงานที่ยังขาด แล้วส่งอีกครั้ง");

    internal static BilingualText SheetsCount => new(
        "A sheet with your scores came after what is typed here, so its scores count. To have those of this page count instead, say so (sheets=replace).",
        "ไฟล์คะแนนของท่านมาหลังจากคะแนนที่พิมพ์ในหน้านี้ จึงใช้คะแนนในไฟล์ หากต้องการใช้คะแนนจากหน้านี้แทน โปรดระบุ (sheets=replace)");

    /// <summary>What becomes of sheets that came later is said in a word that means nothing.</summary>
    public static BilingualText BadSheets => new("must be replace, or left out.", "ต้องเป็น replace หรือไม่ต้องระบุ");

    internal static BilingualText NotSubmitted => new("Nothing is submitted.", "ยังไม่ได้ส่งคะแนน");

    internal static BilingualText NothingScored => new("Nothing is scored yet, so there is nothing to submit.", "ยังไม่มีคะแนน จึงส่งไม่ได้");

    internal static BilingualText IsDeclined(EntryCode entry) => new(
        $"Entry {entry} was declined. Take that back first, to score it.", $"ผลงาน {entry} แจ้งไว้ว่าไม่อาจตัดสินได้ หากต้องการให้คะแนน โปรดยกเลิกการแจ้งก่อน");

    internal static BilingualText DeclinedByJudge(JudgeName judge, EntryCode entry) => new(
        $"Judge '{judge}' declined entry {entry}. If the judge scored it on paper after all, put the judge's scores back first (withdrawals), then type them.",
        $"กรรมการ “{judge}” แจ้งว่าไม่ตัดสินผลงาน {entry} หากกรรมการให้คะแนนในเอกสารแล้ว โปรดนำคะแนนของกรรมการกลับคืนก่อน (รายการถอน) แล้วจึงพิมพ์");

    internal static BilingualText NotDeclined(EntryCode entry) =>
        new($"Entry {entry} was not declined by the judge.", $"กรรมการไม่ได้แจ้งว่าไม่อาจตัดสินผลงาน {entry}");

    internal static BilingualText TypedByJudge(JudgeName judge, EntryCode entry) => new(
        $"Judge '{judge}' has typed scores of entry {entry}; they are not replaced from paper.",
        $"กรรมการ “{judge}” พิมพ์คะแนนของผลงาน {entry} แล้ว จึงไม่แทนที่ด้วยคะแนนจากเอกสาร");

    internal static BilingualText PaperMissing(JudgeName judge) => new(
        $"Send the scan of judge '{judge}' first: what came on paper is submitted with its evidence.",
        $"โปรดส่งภาพสแกนของกรรมการ “{judge}” ก่อน คะแนนจากเอกสารต้องมีหลักฐานประกอบ");

    internal static BilingualText NothingFromPaper(JudgeName judge) => new(
        $"Nothing of judge '{judge}' was typed from paper. What the judge typed, the judge submits.",
        $"ไม่มีคะแนนของกรรมการ “{judge}” ที่พิมพ์จากเอกสาร คะแนนที่กรรมการพิมพ์เอง กรรมการต้องเป็นผู้ส่ง");

    internal static BilingualText TypedByJudgeToo(JudgeName judge) => new(
        $"Judge '{judge}' has typed scores on the judge's page; the judge submits the sheet.",
        $"กรรมการ “{judge}” พิมพ์คะแนนไว้ในหน้าของกรรมการด้วย กรรมการต้องเป็นผู้ส่ง");

    internal static BilingualText TooManyScans(int most) => new($"A judge has at most {most} scans.", $"กรรมการหนึ่งท่านมีภาพสแกนได้ไม่เกิน {most} ไฟล์");

    internal static BilingualText NoLinkToWithdraw(JudgeName judge) => new($"Judge '{judge}' has no link.", $"กรรมการ “{judge}” ไม่มีลิงก์");
}
