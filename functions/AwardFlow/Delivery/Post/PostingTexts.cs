using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>Why a posting is not recorded.</summary>
internal static class PostingTexts
{
    public static BilingualText Ahead => new("lies ahead.", "เกินกว่าเวลาปัจจุบัน โปรดตรวจวันที่ส่งทางไปรษณีย์");

    public static BilingualText NoDate => new(
        "is no date such as 2021-10-20 or 20/10/2564.", "ไม่ใช่วันที่ โปรดระบุเช่น 20/10/2564 หรือ 20 ต.ค. 2564");

    public static BilingualText TooEarly(DateOnly closed) => new(
        $"lies before {closed:yyyy-MM-dd}, when the scores were frozen: there was no letter yet.",
        $"อยู่ก่อนวันที่ {ThaiDate.InFull(closed)} ซึ่งเป็นวันปิดรับคะแนน ขณะนั้นยังไม่มีหนังสือ โปรดตรวจวันที่ส่งทางไปรษณีย์");

    public static BilingualText NotANumber(TrackingFault fault) => fault == TrackingFault.CheckDigit
        ? new(
            "has a wrong check digit: a digit is mistyped. Copy it from the receipt of the post office.",
            "เลขตรวจสอบไม่ถูกต้อง มีตัวเลขพิมพ์ผิด โปรดตรวจกับใบรับฝากของไปรษณีย์")
        : new(
            "is not a number of the post such as RB123456785TH: two letters, nine digits and TH.",
            "ไม่ใช่หมายเลขสิ่งของของไปรษณีย์ เช่น RB123456785TH ซึ่งมีอักษรอังกฤษสองตัว ตัวเลขเก้าหลัก และ TH");

    public static BilingualText Taken(string entry) => new(
        $"is recorded for entry '{entry}' already: each item has its own.", $"บันทึกไว้กับผลงาน “{entry}” แล้ว หมายเลขสิ่งของต้องไม่ซ้ำกัน");

    public static BilingualText NoEntry => new("is no entry of this cycle that has a letter.", "ไม่ใช่ผลงานในรอบนี้ที่มีหนังสือ");

    public static BilingualText Twice(int row) => new($"stands in row {row} too.", $"ซ้ำกับแถวที่ {row}");

    public static BilingualText NotReleased(CycleId cycle) => new(
        $"The letters of the cycle '{cycle}' are not released, so none can have been posted.",
        $"รอบ “{cycle}” ยังไม่ได้อนุมัติส่งหนังสือ จึงบันทึกการส่งทางไปรษณีย์ไม่ได้");

    public static BilingualText NotByPost(EntryCode entry) => new(
        $"The letter of entry '{entry}' goes by mail. Have it go by post first.",
        $"หนังสือของผลงาน “{entry}” ส่งทางไปรษณีย์อิเล็กทรอนิกส์ โปรดสั่งให้ส่งทางไปรษณีย์ก่อน");

    public static BilingualText Count(int most) => new($"names 1 to {most} letters that were posted.", $"ระบุหนังสือที่ส่งทางไปรษณีย์ 1 ถึง {most} ฉบับ");
}
