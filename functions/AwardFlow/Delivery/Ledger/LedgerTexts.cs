using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>What the delivery ledger does not have.</summary>
public static class LedgerTexts
{
    /// <summary>Title: no such entry.</summary>
    public static BilingualText NoEntryTitle => new("There is no such entry.", "ไม่พบผลงานนี้");

    internal static BilingualText NoEntry(string cycle, string entry) => new(
        $"The delivery ledger of the cycle '{cycle}' has no entry '{entry}'. It is filled when the letters are rendered.",
        $"ทะเบียนการส่งของรอบ “{cycle}” ไม่มีผลงาน “{entry}” ทะเบียนนี้จัดทำขึ้นเมื่อระบบจัดทำหนังสือ");

    internal static BilingualText NoReminder(string cycle, string entry, int reminder) => new(
        $"The delivery ledger of the cycle '{cycle}' has no reminder {reminder} of an entry '{entry}'.",
        $"ทะเบียนการส่งของรอบ “{cycle}” ไม่มีหนังสือเตือนครั้งที่ {reminder} ของผลงาน “{entry}”");
}
