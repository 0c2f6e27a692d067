using AwardFlow.Cycles;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Letters;

/// <summary>What the pictures of documents show, in words for people who hear them.</summary>
internal static class PictureTags
{
    public static PdfTag Emblem(CycleDefinition definition) =>
        new(PdfRole.Figure, alternative: ThaiNumerals.InText($"ตราสัญลักษณ์ของ{definition.Organiser.Name}"));

    public static PdfTag Signature(CycleDefinition definition) =>
        new(PdfRole.Figure, alternative: ThaiNumerals.InText($"ลายมือชื่อของ{definition.Letter.Signatory.Name}"));

    public static PdfTag Chart() => new(
        PdfRole.Figure,
        alternative: "แผนภูมิแท่งเปรียบเทียบคะแนนเฉลี่ยของผลงานนี้กับคะแนนเฉลี่ยของผลงานทั้งหมดในแต่ละหมวดและแต่ละข้อ ตัวเลขทั้งหมดอยู่ในตารางเกณฑ์การพิจารณา");
}
