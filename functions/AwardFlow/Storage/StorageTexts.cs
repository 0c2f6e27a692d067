using AwardFlow.Thai;

namespace AwardFlow.Storage;

/// <summary>What people are told when storage fails.</summary>
public static class StorageTexts
{
    /// <summary>The title.</summary>
    public static BilingualText NotStored { get; } = new("AwardFlow's storage could not do this.", "ระบบจัดเก็บข้อมูลไม่สามารถดำเนินการได้");

    /// <summary>There is no room.</summary>
    public static BilingualText Full { get; } = new(
        "The disk is full. Nothing was half stored and nothing is sent until there is room. Ask who runs the machine to make room, then try again.",
        "พื้นที่จัดเก็บข้อมูลเต็ม ไม่มีข้อมูลใดถูกบันทึกเพียงบางส่วน และระบบจะไม่ส่งหนังสือจนกว่าจะมีพื้นที่ว่าง โปรดแจ้งผู้ดูแลเครื่องให้เพิ่มพื้นที่ว่าง แล้วลองใหม่อีกครั้ง");

    private static readonly BilingualText ReadOnly = new(
        "The data folder cannot be written to. Ask who runs the machine to restore the right to write there, then try again.",
        "ไม่สามารถเขียนข้อมูลลงในโฟลเดอร์ข้อมูลได้ โปรดแจ้งผู้ดูแลเครื่องให้แก้ไขสิทธิ์การเขียน แล้วลองใหม่อีกครั้ง");

    private static readonly BilingualText Damaged = new(
        "Something that was stored is damaged or missing. Ask who runs the machine to put back the last backup.",
        "ข้อมูลที่จัดเก็บไว้บางส่วนเสียหายหรือสูญหาย โปรดแจ้งผู้ดูแลเครื่องให้กู้คืนจากข้อมูลสำรองล่าสุด");

    private static readonly BilingualText Unavailable = new(
        "The storage does not answer at present. Try again in a few minutes.",
        "ขณะนี้ระบบจัดเก็บข้อมูลไม่ตอบสนอง โปรดลองใหม่อีกครั้งในอีกสักครู่");

    /// <summary>What happened and what a person can do.</summary>
    public static BilingualText Of(StorageFault fault) => fault switch
    {
        StorageFault.Full => Full,
        StorageFault.ReadOnly => ReadOnly,
        StorageFault.Damaged or StorageFault.TooNew => Damaged,
        _ => Unavailable,
    };
}
