using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>Why a test letter is not sent.</summary>
internal static class TestLetterTexts
{
    public static BilingualText NoSender => new(
        "must be the organiser's own address before a test letter can be sent.", "ต้องเป็นที่อยู่ไปรษณีย์อิเล็กทรอนิกส์ของผู้จัดก่อน จึงจะส่งหนังสือทดสอบได้");

    public static BilingualText TooMany(int most) => new(
        $"{most} test letters of this cycle were sent within the hour. Wait a while, then try again.",
        $"ส่งหนังสือทดสอบของรอบนี้ครบ {most} ฉบับในหนึ่งชั่วโมงแล้ว โปรดรอสักครู่แล้วลองใหม่");

    public static BilingualText NotSent(string why) => new(
        $"The mail service did not take the test letter: {why}", $"ระบบส่งไปรษณีย์อิเล็กทรอนิกส์ไม่รับหนังสือทดสอบ โปรดแจ้งผู้ดูแลระบบ ({why})");
}
