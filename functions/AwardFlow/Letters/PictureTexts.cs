using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Pictures;

namespace AwardFlow.Letters;

/// <summary>Why a picture is not taken.</summary>
internal static class PictureTexts
{
    public static BilingualText Closed(CycleId cycle) => new(
        $"The cycle '{cycle}' is closed and its letters keep the pictures that they have.", $"รอบ “{cycle}” ปิดรับแล้ว หนังสือใช้ภาพเดิม จึงเปลี่ยนภาพไม่ได้");

    public static BilingualText NotDrawn(PictureException e) => new(e.Message, InThai(e));

    private static string InThai(PictureException e) => e.Fault switch
    {
        PictureFault.TooLarge => string.Create(CultureInfo.InvariantCulture, $"ไฟล์ภาพใหญ่เกิน {Picture.LargestFile / 1_000_000} MB โปรดย่อภาพแล้วส่งใหม่"),
        PictureFault.NotPng => "ไฟล์นี้ไม่ใช่ภาพ PNG โปรดบันทึกเป็น PNG หรือ SVG แล้วส่งใหม่",
        PictureFault.TooManyPixels => $"ภาพมี {e.Value} พิกเซล ซึ่งใหญ่เกินไป โปรดย่อภาพแล้วส่งใหม่",
        PictureFault.Broken => "ภาพ PNG นี้เสียหาย อ่านไม่ได้ โปรดบันทึกใหม่แล้วส่งอีกครั้ง",
        PictureFault.NotSvg => "ไฟล์นี้ไม่ใช่ภาพ SVG โปรดบันทึกเป็น SVG หรือ PNG แล้วส่งใหม่",
        PictureFault.NoSize => "ภาพ SVG นี้ไม่ได้ระบุขนาด (viewBox หรือ width และ height) เป็นตัวเลขที่มากกว่า 0 โปรดระบุขนาด หรือส่งภาพ PNG แทน",
        PictureFault.TooDeep => "ภาพ SVG นี้ซ้อนกลุ่มลึกเกินไป โปรดยกเลิกการจัดกลุ่ม หรือส่งภาพ PNG แทน",
        PictureFault.TooComplex => "ภาพ SVG นี้มีกฎรูปแบบ (style) มากเกินไป โปรดลดความซับซ้อนของภาพ หรือส่งภาพ PNG แทน",
        PictureFault.Unreadable => $"อ่านส่วน “{e.Value}” ของภาพ SVG นี้ไม่ได้ โปรดบันทึกใหม่ หรือส่งภาพ PNG แทน",
        PictureFault.NotDrawn => $"ภาพ SVG นี้ใช้ “{e.Value}” ซึ่งระบบวาดไม่ได้ โปรดแปลงเป็นเส้นและสีธรรมดา หรือส่งภาพ PNG แทน",
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.Fault, "A fault without words."),
    };
}
