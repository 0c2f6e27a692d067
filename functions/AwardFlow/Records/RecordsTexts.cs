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

    /// <summary>By what a person's data is kept although the person asks to have it erased.</summary>
    public static BilingualText KeptByLaw { get; } = new(
        "What is kept is part of official correspondence and of what proves it, which a public body keeps for ten years (Regulation of the Office of the Prime Minister on Correspondence, B.E. 2526, clause 57); the Personal Data Protection Act, B.E. 2562, section 33 with section 24 (4) and (6), leaves it so.",
        "ข้อมูลที่เก็บไว้เป็นส่วนหนึ่งของหนังสือราชการและหลักฐานการส่ง ซึ่งหน่วยงานต้องเก็บรักษาไว้ไม่น้อยกว่า 10 ปี ตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526 ข้อ 57 โดยเป็นข้อยกเว้นตามพระราชบัญญัติคุ้มครองข้อมูลส่วนบุคคล พ.ศ. 2562 มาตรา 33 ประกอบมาตรา 24 (4) และ (6)");

    /// <summary>So much is written to a cycle that no moment of it can be caught.</summary>
    public static BilingualText Busy(CycleId cycle) => new(
        $"The cycle '{cycle}' is being worked on this very moment, so no archive of it would be whole. Pause it, or wait until its letters are rendered or sent, then try again.",
        $"รอบ “{cycle}” กำลังมีการดำเนินการอยู่ หากจัดเก็บในขณะนี้ข้อมูลจะไม่ครบถ้วน โปรดพักรอบไว้ก่อน หรือรอจนจัดทำหรือส่งหนังสือเสร็จ แล้วลองใหม่อีกครั้ง");
}
