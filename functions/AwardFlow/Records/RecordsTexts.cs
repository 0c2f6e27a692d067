using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Records;

/// <summary>What people are told about archives, retention and forgetting.</summary>
public static class RecordsTexts
{
    /// <summary>Why a restored cycle is paused: the reason that its page shows.</summary>
    public static BilingualText PausedByRestore { get; } = new(
        "Restored from an archive or a backup. Before you resume it, see to it that the installation it came from does not send its letters as well.",
        "กู้คืนจากแฟ้มจดหมายเหตุหรือข้อมูลสำรอง ก่อนให้ดำเนินการต่อ โปรดตรวจสอบว่าระบบเดิมจะไม่ส่งหนังสือของรอบนี้ซ้ำ");

    /// <summary>Why a cycle is paused whose data folder was started from another place.</summary>
    public static BilingualText PausedAsCopy { get; } = new(
        "The data folder lies elsewhere than when it was started last, so it may be a copy. Before you resume the cycle, see to it that no server runs on the other folder.",
        "โฟลเดอร์ข้อมูลไม่ได้อยู่ที่เดิมเมื่อเริ่มระบบครั้งก่อน จึงอาจเป็นสำเนา ก่อนให้ดำเนินการต่อ โปรดตรวจสอบว่าไม่มีระบบอื่นทำงานอยู่บนโฟลเดอร์เดิม");

    /// <summary>The reason that the page of a cycle shows which is a copy, with that of an earlier pause.</summary>
    /// <param name="why">Why it is paused now.</param>
    /// <param name="before">The pause that it came with; null where it was not paused.</param>
    internal static string PausedAnew(string why, PersonsWord? before) => before switch
    {
        null => why,
        { Reason: { } reason } when reason.StartsWith(why, StringComparison.Ordinal) => reason,
        _ => $"{why} (ก่อนหน้านี้ {before.By} พักการดำเนินการไว้{(before.Reason is { Length: > 0 } reason ? $": {reason}" : "")})",
    };

    /// <summary>By what a person's data is kept although the person asks to have it erased.</summary>
    public static BilingualText KeptByLaw { get; } = new(
        "What is kept is part of official correspondence and of what proves it. A public body keeps letters for at least ten years (Regulation of the Office of the Prime Minister on Correspondence, B.E. 2526, clause 57). It keeps them in the exercise of official authority and as the law bids (Personal Data Protection Act, B.E. 2562, section 24 (4) and (6)); the right to erasure in section 33 does not reach that far.",
        "ข้อมูลที่เก็บไว้เป็นส่วนหนึ่งของหนังสือราชการและหลักฐานการส่ง ซึ่งหน่วยงานต้องเก็บรักษาไว้ไม่น้อยกว่า 10 ปี ตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 ข้อ 57 เป็นการเก็บรักษาเพื่อใช้อำนาจรัฐและเพื่อปฏิบัติตามกฎหมาย ตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 มาตรา 24 (4) และ (6) จึงไม่อยู่ในบังคับของสิทธิขอให้ลบตามมาตรา 33");

    /// <summary>Why what will be erased is kept for now.</summary>
    public static BilingualText KeptWhileRunning { get; } = new(
        "What a running cycle still works with, such as a judge's address, is kept until the cycle is over. Ask again then. The list of people and the settings are changed by whoever looks after the installation.",
        "ข้อมูลที่รอบซึ่งยังดำเนินการอยู่ต้องใช้ เช่น ที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ของกรรมการ จะเก็บไว้จนกว่ารอบจะเสร็จสิ้น โปรดค้นหาอีกครั้งเมื่อถึงเวลานั้น ส่วนรายชื่อผู้ใช้งานและการตั้งค่าระบบ ผู้ดูแลระบบเป็นผู้แก้ไข");

    /// <summary>How long what is erased by itself is kept.</summary>
    public static BilingualText KeptUntilDue { get; } = new(
        "Telephone numbers and scores by judge are no part of the letters and are kept for no longer than the installation has set: what has a day is erased by itself on that day. What has none is kept until the cycle is over, or until whoever looks after the installation sets a time (Retention__TelephonesDays, Retention__ScoresByJudgeDays).",
        "หมายเลขโทรศัพท์และคะแนนรายกรรมการไม่เป็นส่วนหนึ่งของหนังสือราชการ และเก็บไว้ไม่เกินระยะเวลาที่หน่วยงานกำหนด รายการที่ระบุวันจะถูกลบโดยอัตโนมัติในวันนั้น รายการที่ไม่ระบุวันจะเก็บไว้จนกว่ารอบจะเสร็จสิ้น หรือจนกว่าผู้ดูแลระบบจะกำหนดระยะเวลา (Retention__TelephonesDays และ Retention__ScoresByJudgeDays)");

    /// <summary>Why what may be somebody else's is kept.</summary>
    public static BilingualText KeptAsUnclear { get; } = new(
        "What was looked for is there a part of a name or a text, which may be somebody else's. Such places are not erased. Look again with the whole name, as it stands there, or with the e-mail address.",
        "คำที่ค้นหาเป็นเพียงส่วนหนึ่งของชื่อหรือข้อความที่พบ ซึ่งอาจเป็นของบุคคลอื่น ระบบจึงไม่ลบรายการเหล่านี้ โปรดค้นหาอีกครั้งด้วยชื่อและนามสกุลเต็มตามที่ปรากฏ หรือด้วยที่อยู่ไปรษณีย์อิเล็กทรอนิกส์");

    /// <summary>Too many requests to erase somebody's data wait.</summary>
    public static BilingualText TooManyRequests { get; } = new(
        "Too many requests wait for a second person. See to those first.", "มีคำขอลบข้อมูลที่รอผู้อนุมัติอยู่มากเกินไป โปรดดำเนินการกับคำขอเหล่านั้นก่อน");

    /// <summary>Whoever asked to erase somebody's data cannot be the second person.</summary>
    public static BilingualText AskedByYou { get; } = new(
        "You asked for this yourself. Another approver decides on it.", "ท่านเป็นผู้ขอลบข้อมูลนี้เอง ต้องให้ผู้อนุมัติคนอื่นเป็นผู้พิจารณา");

    /// <summary>What is found is no longer what the approver saw.</summary>
    public static BilingualText FoundElse { get; } = new(
        "Something else is found by now than you saw. Look at it again; nothing was erased.",
        "ข้อมูลที่พบในขณะนี้ไม่ตรงกับที่ท่านเห็น โปรดตรวจดูอีกครั้ง ระบบยังไม่ได้ลบข้อมูลใด");

    /// <summary>So much is written to a cycle that no moment of it can be caught.</summary>
    public static BilingualText Busy(CycleId cycle) => new(
        $"The cycle '{cycle}' is being worked on this very moment, so no archive of it would be whole. Pause it, or wait until its letters are rendered or sent, then try again.",
        $"รอบ “{cycle}” กำลังมีการดำเนินการอยู่ หากจัดเก็บในขณะนี้ข้อมูลจะไม่ครบถ้วน โปรดพักการดำเนินการก่อน หรือรอจนจัดทำหรือส่งหนังสือเสร็จ แล้วลองใหม่อีกครั้ง");
}
