using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Approvals;

/// <summary>Why letters are not released, sent back, paused or cancelled.</summary>
internal static class ApprovalTexts
{
    public static BilingualText NotClosed(CycleId cycle) => new(
        $"The cycle '{cycle}' is not closed yet: what is approved could still change. Close it first, or wait for its closing time.",
        $"รอบ “{cycle}” ยังไม่ปิด ผลที่จะอนุมัติจึงยังเปลี่ยนได้ โปรดปิดรับก่อน หรือรอให้ถึงเวลาปิดรับ");

    public static BilingualText NotRendered(CycleId cycle) => new(
        $"The letters of the cycle '{cycle}' are being rendered. What is approved can be seen in a moment.",
        $"ระบบกำลังจัดทำหนังสือของรอบ “{cycle}” โปรดรอสักครู่ แล้วตรวจหนังสือก่อนอนุมัติ");

    public static BilingualText NotNeeded(CycleId cycle) => new(
        $"The cycle '{cycle}' needs no approval.", $"รอบ “{cycle}” ไม่ต้องอนุมัติ");

    public static BilingualText SamePerson(CycleId cycle, string by) => new(
        $"'{by}' changed something in the cycle '{cycle}' that its letters come of, and cannot also decide about their release. Ask a second person with the approver's role.",
        $"“{by}” เป็นผู้จัดทำหรือแก้ไขข้อมูลของรอบ “{cycle}” จึงอนุมัติให้ส่งหนังสือเองไม่ได้ โปรดให้ผู้มีสิทธิ์อนุมัติอีกคนหนึ่งเป็นผู้อนุมัติ");

    public static BilingualText NobodySignedIn(CycleId cycle) => new(
        $"The cycle '{cycle}' was closed where people sign in, so somebody who signs in decides about the release of its letters. Add people with 'people add', or put the list of people back.",
        $"รอบ “{cycle}” ปิดขณะที่ระบบกำหนดให้ลงชื่อเข้าใช้ การอนุมัติจึงต้องทำโดยผู้ที่ลงชื่อเข้าใช้ โปรดเพิ่มผู้ใช้ด้วยคำสั่ง people add หรือนำรายชื่อผู้ใช้เดิมกลับคืน");

    public static BilingualText NoManifest(string? given) => given is null
        ? new(
            "is needed: it names what was seen. GET /api/cycles/{id} gives it once all letters are rendered.",
            "ต้องระบุค่าแฮชของสิ่งที่ตรวจแล้ว ซึ่งดูได้จาก GET /api/cycles/{id} เมื่อจัดทำหนังสือครบแล้ว")
        : new($"is '{given}'; it must be 64 of 0-9 and a-f.", $"เป็น “{given}” แต่ต้องเป็นอักษร 0-9 และ a-f รวม 64 ตัว");

    public static BilingualText Changed(CycleId cycle, ManifestChange? change)
    {
        if (change is null)
        {
            return new(
                $"What was seen was never to be approved in the cycle '{cycle}'. Look at its letters as they are now.",
                $"สิ่งที่ระบุไม่ใช่สิ่งที่รออนุมัติของรอบ “{cycle}” โปรดตรวจหนังสือตามที่เป็นอยู่ในขณะนี้");
        }
        List<string> english = [], thai = [];
        Add(change.Definition, "the definition", "ข้อกำหนดของรอบ");
        Add(change.Pictures, "the emblem or the signature", "ตราหรือลายมือชื่อ");
        Add(change.Results, "the results", "ผลคะแนน");
        Add(
            change.Count > 0,
            string.Create(
                CultureInfo.InvariantCulture,
                $"address or documents of {change.Count} entries ({string.Join(", ", change.Entries.Take(5).Select(entry => entry.EntryCode))}{(change.Count > 5 ? ", …" : "")})"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"ที่อยู่หรือเอกสารของผลงาน {change.Count} รายการ ({string.Join(", ", change.Entries.Take(5).Select(entry => entry.EntryCode))}{(change.Count > 5 ? " …" : "")})"));
        return new(
            $"Something changed since it was looked at: {string.Join(", ", english)}. Look at it as it is now.",
            $"มีการเปลี่ยนแปลงหลังจากที่ตรวจแล้ว: {string.Join(", ", thai)} โปรดตรวจใหม่อีกครั้ง");

        void Add(bool changed, string inEnglish, string inThai)
        {
            if (changed)
            {
                english.Add(inEnglish);
                thai.Add(inThai);
            }
        }
    }

    public static BilingualText ApprovedAlready(Cycle cycle) => new(
        $"'{cycle.ApprovedBy}' approved the letters of the cycle '{cycle.Id}' already.", $"“{cycle.ApprovedBy}” อนุมัติให้ส่งหนังสือของรอบ “{cycle.Id}” แล้ว");

    public static BilingualText OthersTurn(CycleId cycle, string position) => new(
        $"The letters of the cycle '{cycle}' wait for the approval of '{position}' next, a position that you do not hold.",
        $"หนังสือของรอบ “{cycle}” อยู่ระหว่างรอการอนุมัติของ “{position}” ซึ่งไม่ใช่ตำแหน่งของท่าน");

    public static BilingualText NothingApproved(CycleId cycle) => new(
        $"Nothing is approved in the cycle '{cycle}' that could be taken back.", $"รอบ “{cycle}” ยังไม่มีการอนุมัติให้ยกเลิก");

    public static BilingualText TooLateToUndo(CycleId cycle) => new(
        $"The letters of the cycle '{cycle}' are released. The approval can no longer be taken back; pause the cycle to stop what has not gone.",
        $"รอบ “{cycle}” เริ่มส่งหนังสือแล้ว จึงยกเลิกการอนุมัติไม่ได้ หากต้องการหยุดส่งส่วนที่เหลือ โปรดพักรอบ");

    public static BilingualText ReleasedAlready(CycleId cycle) => new(
        $"The letters of the cycle '{cycle}' are released or cancelled; whether they need approval is decided.",
        $"รอบ “{cycle}” อนุมัติหรือยกเลิกแล้ว จึงเปลี่ยนไม่ได้ว่าต้องอนุมัติหรือไม่");

    public static BilingualText ApproveInstead(CycleId cycle) => new(
        $"The scores of the cycle '{cycle}' are frozen and its letters wait for approval. Look at them and approve them, or send them back: whether approval is needed is said before closing.",
        $"รอบ “{cycle}” ปิดรับแล้วและหนังสือต้องได้รับการอนุมัติ จึงสั่งให้ไม่ต้องอนุมัติในขั้นนี้ไม่ได้ โปรดตรวจและอนุมัติ หรือส่งกลับแก้ไข การกำหนดว่าไม่ต้องอนุมัติทำได้ก่อนปิดรับเท่านั้น");

    public static BilingualText LastSaysSo(CycleId cycle, string position) => new(
        $"The letters of the cycle '{cycle}' are approved last by '{position}', a position that you do not hold. Only whoever holds it can say that no approval is needed.",
        $"รอบ “{cycle}” กำหนดให้ “{position}” เป็นผู้อนุมัติลำดับสุดท้าย ผู้ดำรงตำแหน่งดังกล่าวเท่านั้นที่กำหนดให้ไม่ต้องอนุมัติได้");

    public static BilingualText NotAwaiting(CycleId cycle) => new(
        $"The cycle '{cycle}' does not await approval, so it cannot be sent back.", $"รอบ “{cycle}” ไม่ได้อยู่ระหว่างรออนุมัติ จึงส่งกลับแก้ไขไม่ได้");

    public static BilingualText IsFinished(CycleId cycle) => new(
        $"The cycle '{cycle}' is over: it is completed or cancelled.", $"รอบ “{cycle}” สิ้นสุดแล้ว เพราะเสร็จสิ้นหรือถูกยกเลิก");

    public static BilingualText IsCancelled(CycleId cycle) => new($"The cycle '{cycle}' is cancelled.", $"รอบ “{cycle}” ถูกยกเลิกแล้ว");

    public static BilingualText IsDraft(CycleId cycle) => new(
        $"The cycle '{cycle}' is being set up, so there is nothing to pause or to call off.",
        $"รอบ “{cycle}” ยังอยู่ระหว่างจัดเตรียม จึงไม่มีสิ่งที่ต้องพักหรือยกเลิก");

    public static BilingualText NotPaused(CycleId cycle) => new($"The cycle '{cycle}' is not paused.", $"รอบ “{cycle}” ไม่ได้พักอยู่");

    public static BilingualText PausedByApprover(CycleId cycle, string by) => new(
        $"'{by}', an approver, paused the cycle '{cycle}'. An approver lets it go on.",
        $"“{by}” ซึ่งเป็นผู้อนุมัติเป็นผู้พักการดำเนินการของรอบ “{cycle}” จึงต้องให้ผู้อนุมัติเป็นผู้สั่งให้ดำเนินการต่อ");

    public static BilingualText AllSent(CycleId cycle) => new(
        $"Every letter of the cycle '{cycle}' is sent, so there is nothing left to cancel.",
        $"รอบ “{cycle}” ส่งหนังสือครบทุกฉบับแล้ว จึงไม่มีสิ่งที่ยกเลิกได้");

    public static BilingualText NoReason(int longest) => new(
        $"is needed, in one line of at most {longest} characters: it stands in the cycle's trail.",
        $"ต้องระบุเหตุผลในบรรทัดเดียว ไม่เกิน {longest} ตัวอักษร เพื่อบันทึกไว้ในประวัติของรอบ");
}
