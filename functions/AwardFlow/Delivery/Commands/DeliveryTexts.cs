using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>Why something is not done to a delivery.</summary>
internal static class DeliveryTexts
{
    public static BilingualText BadAddress(string address, BilingualText problem) => new(
        $"'{address}' {problem.English}", $"“{address}” {problem.Thai}");

    public static BilingualText HaveItPosted => new(
        "must not be blank once the letters are released. Have the letter go by post instead, with a reason.",
        "ต้องไม่เว้นว่างเมื่ออนุมัติส่งหนังสือแล้ว หากจะส่งทางไปรษณีย์ โปรดสั่งให้ส่งทางไปรษณีย์พร้อมระบุเหตุผล");

    public static BilingualText BeingHandedOver(EntryCode entry) => new(
        $"The mail of entry '{entry}' is being handed over. Try again in a few minutes.",
        $"กำลังส่งจดหมายของผลงาน “{entry}” อยู่ โปรดลองใหม่ในอีกไม่กี่นาที");

    public static BilingualText NotSending(CycleId cycle) => new(
        $"The letters of the cycle '{cycle}' are not being sent, or it is completed, so nothing can be sent again.",
        $"รอบ “{cycle}” ยังไม่ได้ส่งหนังสือ หรือเสร็จสิ้นแล้ว จึงส่งซ้ำไม่ได้");

    public static BilingualText NoLetter(EntryCode entry) => new(
        $"Entry '{entry}' has no letter: too few judges scored all its criteria, so it has no average.",
        $"ผลงาน “{entry}” ไม่มีหนังสือ เพราะมีกรรมการที่ให้คะแนนครบทุกเกณฑ์น้อยกว่าที่กำหนด จึงไม่มีคะแนนเฉลี่ย");

    public static BilingualText NothingToDecide(EntryCode entry) => new(
        $"The delivery of entry '{entry}' neither waits nor is held, so there is nothing to decide.",
        $"จดหมายของผลงาน “{entry}” ไม่ได้รอส่งและไม่ได้ระงับการส่ง จึงไม่มีสิ่งที่ต้องตัดสินใจ");

    public static BilingualText NothingToDecide(EntryCode entry, int reminder) => new(
        $"Reminder {reminder} of entry '{entry}' neither waits nor is held, so there is nothing to decide.",
        $"หนังสือเตือนครั้งที่ {reminder} ของผลงาน “{entry}” ไม่ได้รอส่งและไม่ได้ระงับการส่ง จึงไม่มีสิ่งที่ต้องตัดสินใจ");

    public static BilingualText NothingToPrint(EntryCode entry) => new(
        $"The letter of entry '{entry}' has no approved document to print, so it cannot go by post. Mend what its row says first.",
        $"หนังสือของผลงาน “{entry}” ยังไม่มีฉบับที่อนุมัติให้พิมพ์ จึงส่งทางไปรษณีย์ไม่ได้ โปรดแก้ไขสาเหตุที่ระบุไว้ก่อน");

    public static BilingualText IsByPost(EntryCode entry) => new(
        $"The letter of entry '{entry}' goes by post and not by mail. Record its posting, or have it posted again.",
        $"หนังสือของผลงาน “{entry}” ส่งทางไปรษณีย์ ไม่ได้ส่งทางไปรษณีย์อิเล็กทรอนิกส์ โปรดบันทึกวันที่ส่งทางไปรษณีย์ หรือสั่งส่งใหม่");

    public static BilingualText NeverMailed(EntryCode entry) => new(
        $"The mail of entry '{entry}' never went out, so it cannot have come back.",
        $"ยังไม่เคยส่งจดหมายของผลงาน “{entry}” จึงบันทึกว่าถูกตีกลับไม่ได้");

    public static BilingualText ReceivedAlready(EntryCode entry) => new(
        $"The letter of entry '{entry}' is received: whoever registered it has it.",
        $"หนังสือของผลงาน “{entry}” ลงรับแล้ว ผู้ลงรับจึงมีหนังสืออยู่แล้ว");

    public static BilingualText ReleaseCount(int most) => new(
        $"names 1 to {most} entries with their addresses.", $"ระบุผลงานพร้อมที่อยู่ 1 ถึง {most} รายการ");

    public static BilingualText NothingAwaits(CycleId cycle) => new(
        $"Nothing awaits approval in the cycle '{cycle}'.", $"รอบ “{cycle}” ไม่มีหนังสือที่รออนุมัติ");

    public static BilingualText NothingToRelease(CycleId cycle) => new(
        $"The letters of the cycle '{cycle}' were not approved, or are not being sent, so there is no corrected address to let go.",
        $"รอบ “{cycle}” ยังไม่ได้อนุมัติ หรือไม่ได้อยู่ระหว่างส่ง จึงไม่มีที่อยู่ที่แก้ไขแล้วให้อนุมัติ");

    public static BilingualText OtherAddress(EntryCode entry, string address, string seen) => new(
        $"The address of entry '{entry}' is '{address}' by now, not '{seen}'. Look at it, then let it go.",
        $"ที่อยู่ของผลงาน “{entry}” ขณะนี้คือ “{address}” ไม่ใช่ “{seen}” โปรดตรวจก่อนอนุมัติ");

    public static BilingualText OwnCorrection(EntryCode entry, string by) => new(
        $"'{by}' corrected the address of entry '{entry}' and cannot also let it be used. Ask a second person with the approver's role.",
        $"“{by}” เป็นผู้แก้ไขที่อยู่ของผลงาน “{entry}” จึงอนุมัติให้ใช้เองไม่ได้ โปรดให้ผู้มีสิทธิ์อนุมัติอีกคนหนึ่งเป็นผู้อนุมัติ");

    public static BilingualText NoReason(int longest) => new(
        $"is needed, in one line of at most {longest} characters: it stands in the entry's journal.",
        $"ต้องระบุเหตุผลในบรรทัดเดียว ไม่เกิน {longest} ตัวอักษร เพื่อบันทึกไว้ในประวัติของผลงาน");
}
