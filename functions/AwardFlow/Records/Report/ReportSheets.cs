using AwardFlow.Thai;

namespace AwardFlow.Records.Report;

/// <summary>A report's figures as the sheets of a workbook.</summary>
internal static class ReportSheets
{
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)> Of(CycleFigures figures)
    {
        var words = new ReportWords(figures);
        var highest = figures.Definition.HighestTotal();
        var delivery = figures.Delivery;
        return
        [
            ("ภาพรวม", ["รายการ", "ค่า"],
            [
                ["รอบ", figures.Definition.Title], ["หน่วยงานผู้จัด", figures.Definition.Organiser.Name],
                ["ข้อมูล ณ", $"{ReportWords.Day(figures.At)} เวลา {ThaiTime.InShort(figures.At)}"],
                ["ผลงาน", figures.Entries], ["ผลงานที่ถอน", figures.Withdrawn], ["มีคะแนนเฉลี่ย", figures.Scored],
                ["ผ่านเกณฑ์", figures.Passed], ["ร้อยละที่ผ่าน", figures.PassedOfHundred],
                ["เกณฑ์ผ่าน", figures.Definition.PassMark], ["คะแนนเต็ม", highest],
                ["คะแนนเฉลี่ย", figures.Mean], ["สูงสุด", figures.Highest], ["ต่ำสุด", figures.Lowest],
                ["Kendall’s W", figures.Agreement?.KendallW], ["ความสอดคล้องของคณะกรรมการ", words.Agreement],
                ["บันทึกการดำเนินการ (บรรทัด)", figures.Trail.Lines], ["ค่าแฮชของบันทึก (SHA-256)", figures.Trail.Sha256],
            ]),
            (
                "หมวด",
                ["หมวด", "คะแนนเต็ม", "คะแนนเฉลี่ย", "ร้อยละ"],
                [.. figures.Categories.Select(category => (object?[])[category.Title, category.Maximum, category.Average, category.OfHundred])]),
            (
                "จังหวัด",
                ["จังหวัด", "ผลงาน", "ผ่านเกณฑ์", "คะแนนเฉลี่ย"],
                [.. figures.Provinces.Select(province => (object?[])[province.Province, province.Entries, province.Passed, province.Average])]),
            ("การกระจาย", ["ตั้งแต่", "ถึง", "ผลงาน"],
                [.. figures.Distribution.Select((count, i) => (object?[])[highest * i / CycleFigures.Bars, highest * (i + 1) / CycleFigures.Bars, count])]),
            ("การส่ง", ["รายการ", "ค่า"],
            [
                ["หนังสือทั้งหมด", delivery.Letters], ["ส่งทางไปรษณีย์อิเล็กทรอนิกส์", delivery.Mailed],
                ["ถึงปลายทางหรือลงรับแล้ว", delivery.Reached], ["ส่งทางไปรษณีย์", delivery.Posted],
                ["ลงรับแล้ว", delivery.Received], ["ส่งแล้วแต่ยังไม่ลงรับ", delivery.Unconfirmed],
                ["ส่งไม่ถึงหรือถูกตีกลับ", delivery.Returned], ["ระงับการส่ง", delivery.Held],
                ["รอส่งทางไปรษณีย์", delivery.ToPost], ["รอส่งทางไปรษณีย์อิเล็กทรอนิกส์", delivery.Waiting],
                ["ส่งฉบับแรก", Day(delivery.FirstAt)], ["ส่งฉบับสุดท้าย", Day(delivery.LastAt)],
                ["ลงรับล่าสุด", Day(delivery.LastReceivedAt)], ["สิ้นสุดการรับยืนยัน", Day(delivery.ClosesAt)],
                ["หนังสือแก้ไข", figures.Corrections.Letters], ["หนังสือแก้ไขที่ส่งแล้ว", figures.Corrections.Mailed + figures.Corrections.Posted],
                ["หนังสือแก้ไขที่ลงรับแล้ว", figures.Corrections.Received],
                ["หนังสือแก้ไขที่ส่งไม่ถึง ถูกตีกลับ หรือระงับ", figures.Corrections.Returned + figures.Corrections.Held],
            ]),
        ];
    }

    private static string? Day(DateTimeOffset? at) => at is { } day ? ReportWords.Day(day) : null;
}
