using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Thai;

namespace AwardFlow.Records.Register;

/// <summary>What the register of outgoing letters says, and why there is none.</summary>
internal static class RegisterTexts
{
    public static BilingualText NotClosed => new(
        "The register is known once the cycle is closed: letters have no numbers before.",
        "รอบยังไม่ปิดรับคะแนน จึงยังไม่มีเลขทะเบียนหนังสือส่ง โปรดเปิดดูอีกครั้งเมื่อปิดรอบแล้ว");

    /// <summary>That letters of a cycle are not on the list.</summary>
    public static string Unreadable(CycleId cycle) => $"ไม่สามารถอ่านข้อมูลของรอบ “{cycle}” ได้ ทะเบียนนี้จึงไม่มีหนังสือของรอบดังกล่าว โปรดแจ้งผู้ดูแลระบบ";

    /// <summary>How a letter goes, or went.</summary>
    /// <param name="entry">Its entry.</param>
    /// <param name="row">Its row in the ledger; null before it is rendered.</param>
    /// <param name="isCalledOff">Whether what has not gone goes no more.</param>
    public static string Way(Entry entry, LetterDelivery? row, bool isCalledOff = false)
    {
        var address = row?.MailedTo ?? row?.Address ?? entry.SarabanEmail;
        return row switch
        {
            { Posting: { TrackingNumber: { } number } posting } => $"ส่งทางไปรษณีย์ลงทะเบียน {number} วันที่ {Day(posting.At)}",
            { Posting: { } posting } => $"ส่งทางไปรษณีย์ วันที่ {Day(posting.At)}",
            { State: DeliveryState.Bounced or DeliveryState.Dropped } => $"ส่งไม่ถึง ทางไปรษณีย์อิเล็กทรอนิกส์ {address}",
            { State: DeliveryState.Received, IsOnPaper: true } => "ส่งทางไปรษณีย์ (ยังไม่ได้บันทึกวันที่ส่ง)",
            { WasTaken: true } or { State: DeliveryState.Received } => address.Length == 0 ? "ส่งทางไปรษณีย์" : $"ส่งทางไปรษณีย์อิเล็กทรอนิกส์ {address}",
            { State: DeliveryState.Held, Why.Code: "cancelled" } => "ยกเลิกก่อนส่ง",
            { State: DeliveryState.Held } => "ระงับการส่ง",
            _ when isCalledOff => "ยกเลิกก่อนส่ง",
            { State: DeliveryState.ToPost } => "รอส่งทางไปรษณีย์",
            _ => address.Length == 0 ? "รอส่งทางไปรษณีย์" : $"รอส่งทางไปรษณีย์อิเล็กทรอนิกส์ {address}",
        };
    }

    private static string Day(DateTimeOffset at) => ThaiDate.InFull(DateOnly.FromDateTime(ThaiTime.Of(at).DateTime));
}
