using System.Globalization;
using AwardFlow.Receipts;
using AwardFlow.Thai;

namespace AwardFlow.Web.Receipts;

/// <summary>The words of the receipt page, in one language.</summary>
internal sealed record ReceiptTexts
{
    public static ReceiptTexts Thai { get; } = new()
    {
        Language = "th",
        OtherLanguage = "en",
        OtherLanguageName = "English",
        Title = "ยืนยันการได้รับหนังสือ",
        Number = "ที่",
        Subject = "เรื่อง",
        Date = "ลงวันที่",
        Addressee = "เรียน",
        From = "จาก",
        Documents = "เอกสาร",
        Download = document => $"ดาวน์โหลด{document} (PDF)",
        FormTitle = "ลงรับหนังสือ",
        FormHint = "โปรดกรอกตามที่ประทับตรารับหนังสือ วันที่และเวลาใส่ไว้ให้แล้วตามเวลาปัจจุบัน แก้ไขได้",
        RegisterNumber = "เลขรับ",
        ReceivedOn = "วันที่ลงรับ",
        Day = "วัน",
        Month = "เดือน",
        Year = "ปี พ.ศ.",
        Time = "เวลา",
        TimeHint = "เช่น 11.00",
        Division = "ส่วนงานที่รับเรื่อง (กอง/ฝ่าย)",
        Name = "ชื่อผู้ลงรับ (ไม่บังคับ)",
        Submit = "ยืนยันการได้รับ",
        SubmitCorrection = "บันทึกการแก้ไข",
        Stamped = "ได้รับการยืนยันแล้ว",
        StampedHint = "ขอบคุณที่ยืนยันการได้รับหนังสือ",
        ByTelephone = "บันทึกจากการแจ้งทางโทรศัพท์",
        SentOnTo = "ส่งต่อ",
        RegisteredBy = "ผู้ลงรับ",
        Correct = "แก้ไขข้อมูลการลงรับ",
        Closed = "หมดเวลายืนยันการได้รับแล้ว ยังดาวน์โหลดเอกสารได้ หากต้องการแก้ไข โปรดติดต่อผู้ส่ง",
        Stale = "แบบฟอร์มนี้หมดอายุ ยังไม่ได้บันทึก โปรดตรวจสอบและกดยืนยันอีกครั้ง",
        Outdated = "ข้อมูลการลงรับถูกแก้ไขหลังจากที่ท่านเปิดหน้านี้ ยังไม่ได้บันทึกของท่าน โปรดตรวจสอบข้อมูลล่าสุดด้านล่าง",
        ErrorsTitle = "ยังไม่ได้บันทึก โปรดแก้ไขดังนี้",
        Contact = "สอบถาม",
        DocumentNames = new(StringComparer.Ordinal)
        {
            ["letter.pdf"] = "หนังสือ",
            ["certificate.pdf"] = "ใบประกาศเกียรติคุณ",
            ["results.pdf"] = "สรุปผลการพิจารณา",
        },
        Months = ThaiDate.Months,
        Fault = fault => fault switch
        {
            ReceiptFault.NumberMissing => "โปรดกรอกเลขรับ",
            ReceiptFault.NumberTooLong => $"เลขรับยาวเกิน {ReceiptForm.LongestNumber} ตัวอักษร",
            ReceiptFault.DateWrong => "ไม่มีวันที่นี้ โปรดกรอกวัน เดือน และปี พ.ศ.",
            ReceiptFault.DateTooEarly => "วันที่ลงรับอยู่ก่อนวันที่ส่งหนังสือ",
            ReceiptFault.DateAhead => "ระบุวันที่หรือเวลาเกินกว่าปัจจุบัน",
            ReceiptFault.TimeWrong => "โปรดกรอกเวลา เช่น 11.00",
            ReceiptFault.DivisionMissing => "โปรดกรอกส่วนงานที่รับเรื่อง",
            ReceiptFault.DivisionTooLong => $"ชื่อส่วนงานยาวเกิน {ReceiptForm.LongestText} ตัวอักษร",
            _ => $"ชื่อยาวเกิน {ReceiptForm.LongestText} ตัวอักษร",
        },
        InFull = ThaiDate.InFull,
        Numbers = ThaiNumerals.InText,
    };

    public static ReceiptTexts English { get; } = new()
    {
        Language = "en",
        OtherLanguage = "th",
        OtherLanguageName = "ไทย",
        Title = "Confirm that you received the letter",
        Number = "No.",
        Subject = "Subject",
        Date = "Dated",
        Addressee = "To",
        From = "From",
        Documents = "Documents",
        Download = document => $"Download the {document} (PDF)",
        FormTitle = "Register the letter",
        FormHint = "Fill in what your desk stamps on the letter. Date and time are set to now; change them if they differ.",
        RegisterNumber = "Register number (เลขรับ)",
        ReceivedOn = "Date of receipt",
        Day = "Day",
        Month = "Month",
        Year = "Year (B.E.)",
        Time = "Time in Thailand",
        TimeHint = "For example 11:00",
        Division = "Division that the letter goes to",
        Name = "Name of who registered it (optional)",
        Submit = "Confirm receipt",
        SubmitCorrection = "Save the correction",
        Stamped = "Receipt confirmed",
        StampedHint = "Thank you for confirming the letter.",
        ByTelephone = "Noted from a telephone call",
        SentOnTo = "Sent on to",
        RegisteredBy = "Registered by",
        Correct = "Correct the receipt",
        Closed = "The time for receipts is over. You can still download the documents. For a correction, please contact the sender.",
        Stale = "This form is too old and was not saved. Please check it and send it again.",
        Outdated = "The receipt was changed after you opened this page, and yours was not saved. Please check the latest one below.",
        ErrorsTitle = "Not saved yet. Please correct:",
        Contact = "Questions",
        DocumentNames = new(StringComparer.Ordinal) { ["letter.pdf"] = "letter", ["certificate.pdf"] = "certificate", ["results.pdf"] = "result sheet" },
        Months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
        Fault = fault => fault switch
        {
            ReceiptFault.NumberMissing => "Enter the register number",
            ReceiptFault.NumberTooLong => $"The register number has more than {ReceiptForm.LongestNumber} characters",
            ReceiptFault.DateWrong => "There is no such date; enter day, month and the year of the Buddhist Era",
            ReceiptFault.DateTooEarly => "The date lies before the day on which the letter was sent",
            ReceiptFault.DateAhead => "Date and time lie ahead",
            ReceiptFault.TimeWrong => "Enter a time such as 11:00",
            ReceiptFault.DivisionMissing => "Enter the division that the letter goes to",
            ReceiptFault.DivisionTooLong => $"The division has more than {ReceiptForm.LongestText} characters",
            _ => $"The name has more than {ReceiptForm.LongestText} characters",
        },
        InFull = date => string.Create(CultureInfo.InvariantCulture, $"{date:d MMMM} {ThaiDate.BuddhistYear(date)} (B.E.)"),
        Numbers = text => text,
    };

    public required string Language { get; init; }

    public required string OtherLanguage { get; init; }

    public required string OtherLanguageName { get; init; }

    public required string Title { get; init; }

    public required string Number { get; init; }

    public required string Subject { get; init; }

    public required string Date { get; init; }

    public required string Addressee { get; init; }

    public required string From { get; init; }

    public required string Documents { get; init; }

    public required Func<string, string> Download { get; init; }

    public required string FormTitle { get; init; }

    public required string FormHint { get; init; }

    public required string RegisterNumber { get; init; }

    public required string ReceivedOn { get; init; }

    public required string Day { get; init; }

    public required string Month { get; init; }

    public required string Year { get; init; }

    public required string Time { get; init; }

    public required string TimeHint { get; init; }

    public required string Division { get; init; }

    public required string Name { get; init; }

    public required string Submit { get; init; }

    public required string SubmitCorrection { get; init; }

    public required string Stamped { get; init; }

    public required string StampedHint { get; init; }

    public required string ByTelephone { get; init; }

    public required string SentOnTo { get; init; }

    public required string RegisteredBy { get; init; }

    public required string Correct { get; init; }

    public required string Closed { get; init; }

    public required string Stale { get; init; }

    public required string Outdated { get; init; }

    public required string ErrorsTitle { get; init; }

    public required string Contact { get; init; }

    public required Dictionary<string, string> DocumentNames { get; init; }

    public required IReadOnlyList<string> Months { get; init; }

    public required Func<ReceiptFault, string> Fault { get; init; }

    /// <summary>A date in full.</summary>
    public required Func<DateOnly, string> InFull { get; init; }

    /// <summary>A text with its numbers in this language's digits.</summary>
    public required Func<string, string> Numbers { get; init; }
}
