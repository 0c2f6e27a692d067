using System.Globalization;
using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>What people are told of the clock.</summary>
internal static class ClockTexts
{
    public static BilingualText NotTheSame => new("The clock says another time.", "เวลาของระบบไม่ตรงกับที่ท่านยืนยัน");

    public static BilingualText SetIt(DateTimeOffset clock) => new(
        $"The clock of AwardFlow's machine says {Written(clock)} (Thai time). If that is wrong, have it set right first; nothing needs to be confirmed then.",
        $"นาฬิกาของเครื่องที่ติดตั้งระบบแสดงเวลา {Written(clock)} (เวลาประเทศไทย) หากไม่ถูกต้อง โปรดแจ้งผู้ดูแลเครื่องให้ตั้งเวลาให้ถูกต้องก่อน เมื่อเวลาถูกต้องแล้วไม่จำเป็นต้องยืนยัน");

    private static string Written(DateTimeOffset at) => ThaiTime.Of(at).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
