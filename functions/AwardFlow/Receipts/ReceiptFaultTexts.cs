using AwardFlow.Thai;

namespace AwardFlow.Receipts;

/// <summary>What is wrong with a receipt that was told by telephone and sent in JSON.</summary>
public static class ReceiptFaultTexts
{
    /// <summary>The member of the JSON document that is wrong, and why.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fault is one that only the recipient's form can have.</exception>
    public static (string Member, BilingualText Text) Of(ReceiptFault fault) => fault switch
    {
        ReceiptFault.NumberMissing => ("registerNumber", new(
            "is needed: the number under which the recipient registered the letter.", "ต้องระบุเลขรับที่ผู้รับลงทะเบียนหนังสือไว้")),
        ReceiptFault.NumberTooLong => ("registerNumber", TooLong(ReceiptForm.LongestNumber)),
        ReceiptFault.DateTooEarly =>
            ("registeredAt", new("lies before the day on which the letter was mailed.", "อยู่ก่อนวันที่ส่งหนังสือ โปรดตรวจวันที่ลงรับ")),
        ReceiptFault.DateAhead => ("registeredAt", new("lies ahead.", "เกินกว่าเวลาปัจจุบัน โปรดตรวจวันและเวลาที่ลงรับ")),
        ReceiptFault.DivisionTooLong => ("division", TooLong(ReceiptForm.LongestText)),
        ReceiptFault.NameTooLong => ("name", TooLong(ReceiptForm.LongestText)),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "A receipt in JSON has no such fault."),
    };

    private static BilingualText TooLong(int longest) => new($"has more than {longest} characters.", $"ยาวเกิน {longest} ตัวอักษร");
}
