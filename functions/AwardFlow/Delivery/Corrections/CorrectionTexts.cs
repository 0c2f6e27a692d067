using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>Why a correction of letters is not made, approved or sent.</summary>
public static class CorrectionTexts
{
    /// <summary>Title: no such correction.</summary>
    public static BilingualText NotFoundTitle => new("There is no such correction.", "ไม่พบหนังสือแก้ไขฉบับนี้");

    internal static BilingualText NotFound(CycleId cycle, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"The cycle '{cycle}' has no correction {number}."),
        string.Create(CultureInfo.InvariantCulture, $"รอบ “{cycle}” ไม่มีหนังสือแก้ไขครั้งที่ {number}"));

    internal static BilingualText NotSent(CycleId cycle) => new(
        $"The letters of the cycle '{cycle}' are not all sent yet, so there is nothing to correct by another letter. Before they go out, send the cycle back.",
        $"รอบ “{cycle}” ยังส่งหนังสือไม่ครบ จึงยังออกหนังสือแก้ไขไม่ได้ หากยังไม่ได้ส่ง โปรดใช้การส่งกลับแก้ไข");

    internal static BilingualText TooMany(CycleId cycle, int most) => new(
        $"The cycle '{cycle}' has {most} corrections already, and takes no more.", $"รอบ “{cycle}” มีหนังสือแก้ไขครบ {most} ครั้งแล้ว จึงออกเพิ่มไม่ได้");

    internal static BilingualText Missing => new("is missing; a correction needs it.", "ยังไม่ได้ระบุ หนังสือแก้ไขต้องมีรายการนี้");

    internal static BilingualText NoEntries(int most) => new(
        string.Create(CultureInfo.InvariantCulture, $"names 1 to {most} entries whose letters are to be corrected."),
        string.Create(CultureInfo.InvariantCulture, $"ต้องระบุผลงานที่จะแก้ไขหนังสือ 1 ถึง {most} รายการ"));

    internal static BilingualText UnknownEntry(EntryCode entry) => new(
        $"'{entry}' is no entry of this cycle that has a letter.", $"“{entry}” ไม่ใช่ผลงานในรอบนี้ที่มีหนังสือ");

    internal static BilingualText NeverSent(EntryCode entry) => new(
        $"No letter was ever sent for entry '{entry}', so there is none to correct. Correct its address and send the letter itself.",
        $"ยังไม่เคยส่งหนังสือของผลงาน “{entry}” จึงไม่มีหนังสือที่ต้องแก้ไข โปรดแก้ไขที่อยู่แล้วส่งหนังสือฉบับเดิม");

    internal static BilingualText NeverReached(EntryCode entry) => new(
        $"The letter of entry '{entry}' came back, so its recipient never had what is to be corrected. Correct its address and send that letter again, or have it posted.",
        $"หนังสือของผลงาน “{entry}” ถูกตีกลับ ผู้รับจึงยังไม่เคยได้รับหนังสือที่จะแก้ไข โปรดแก้ไขที่อยู่แล้วส่งหนังสือฉบับเดิมใหม่ หรือส่งทางไปรษณีย์");

    internal static BilingualText UnderWay(EntryCode entry, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"Entry '{entry}' is in correction {number}, which is not sent yet. Wait until it is, or cancel it."),
        string.Create(
            CultureInfo.InvariantCulture,
            $"ผลงาน “{entry}” อยู่ในหนังสือแก้ไขครั้งที่ {number} ซึ่งยังไม่ได้ส่ง โปรดรอจนส่งแล้ว หรือยกเลิกหนังสือแก้ไขนั้นก่อน"));

    internal static BilingualText EntryTwice(EntryCode entry) => new($"names '{entry}' twice.", $"ระบุ “{entry}” ซ้ำกัน");

    internal static BilingualText NotChosen(EntryCode entry) => new(
        $"'{entry}' is not among the entries of this correction.", $"“{entry}” ไม่ได้อยู่ในรายการผลงานของหนังสือแก้ไขนี้");

    internal static BilingualText UnknownDocument(string document, string known) => new(
        $"'{document}' is no document that can go with it; known are {known}.", $"“{document}” ไม่ใช่เอกสารที่แนบได้ เอกสารที่แนบได้คือ {known}");

    internal static BilingualText SameNumber(string number) => new(
        $"is '{number}', the number of another letter of this cycle; a correction has a number of its own.",
        $"เป็น “{number}” ซึ่งเป็นเลขที่ของหนังสืออีกฉบับในรอบนี้ หนังสือแก้ไขต้องมีเลขที่ของตนเอง");

    internal static BilingualText TooEarly(DateOnly first) => new(
        $"must not be before the date of the first letter, {first:yyyy-MM-dd}.", $"ต้องไม่ก่อนวันที่ของหนังสือฉบับแรก คือวันที่ {ThaiDate.InFull(first)}");

    internal static BilingualText NotRendered(CycleId cycle, int number) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The letters of correction {number} of the cycle '{cycle}' are being rendered. What is approved can be seen in a moment."),
        string.Create(CultureInfo.InvariantCulture, $"ระบบกำลังจัดทำหนังสือแก้ไขครั้งที่ {number} ของรอบ “{cycle}” โปรดรอสักครู่ แล้วตรวจก่อนอนุมัติ"));

    internal static BilingualText NotAwaiting(CycleId cycle, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"Correction {number} of the cycle '{cycle}' does not await approval."),
        string.Create(CultureInfo.InvariantCulture, $"หนังสือแก้ไขครั้งที่ {number} ของรอบ “{cycle}” ไม่ได้อยู่ระหว่างรออนุมัติ"));

    internal static BilingualText ApprovedAlready(CycleId cycle, int number, string by) => new(
        string.Create(CultureInfo.InvariantCulture, $"'{by}' approved correction {number} of the cycle '{cycle}' already."),
        string.Create(CultureInfo.InvariantCulture, $"“{by}” อนุมัติหนังสือแก้ไขครั้งที่ {number} ของรอบ “{cycle}” แล้ว"));

    internal static BilingualText SamePerson(CycleId cycle, int number, string by) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"'{by}' made correction {number} of the cycle '{cycle}', or changed something that its letters come of, and cannot also approve it. Ask a second person with the approver's role."),
        string.Create(
            CultureInfo.InvariantCulture,
            $"“{by}” เป็นผู้จัดทำหนังสือแก้ไขครั้งที่ {number} หรือแก้ไขข้อมูลของรอบ “{cycle}” จึงอนุมัติเองไม่ได้ โปรดให้ผู้มีสิทธิ์อนุมัติอีกคนหนึ่งเป็นผู้อนุมัติ"));

    internal static BilingualText TooLateToUndo(CycleId cycle, int number) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"Nothing is approved in correction {number} of the cycle '{cycle}' that can still be taken back. Cancel it to stop what has not gone."),
        string.Create(
            CultureInfo.InvariantCulture,
            $"หนังสือแก้ไขครั้งที่ {number} ของรอบ “{cycle}” ไม่มีการอนุมัติที่ยังยกเลิกได้ หากต้องการหยุดส่งส่วนที่เหลือ โปรดยกเลิกหนังสือแก้ไขนี้"));

    internal static BilingualText Over(CycleId cycle, int number) => new(
        string.Create(CultureInfo.InvariantCulture, $"Correction {number} of the cycle '{cycle}' is over: it is sent, was sent back or is cancelled."),
        string.Create(CultureInfo.InvariantCulture, $"หนังสือแก้ไขครั้งที่ {number} ของรอบ “{cycle}” สิ้นสุดแล้ว เพราะส่งครบ ส่งกลับแก้ไข หรือยกเลิกแล้ว"));

    internal static BilingualText NotGoing(CycleId cycle, int number) => new(
        string.Create(
            CultureInfo.InvariantCulture,
            $"The letters of correction {number} of the cycle '{cycle}' were not released, or it is cancelled, so none of them can be sent again."),
        string.Create(
            CultureInfo.InvariantCulture, $"หนังสือแก้ไขครั้งที่ {number} ของรอบ “{cycle}” ยังไม่ได้อนุมัติให้ส่ง หรือถูกยกเลิกแล้ว จึงส่งใหม่ไม่ได้"));
}
