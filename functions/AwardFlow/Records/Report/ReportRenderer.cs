using AwardFlow.Letters;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Records.Report;

/// <summary>Renders a cycle's report (รายงานสรุปผล) for the director.</summary>
internal static class ReportRenderer
{
    /// <summary>What it is called.</summary>
    public const string Title = "รายงานสรุปผลการพิจารณาและการแจ้งผล";

    private const double TitleSize = 20.0 / 16 * FontSize;
    private const string NoProvince = "ไม่ระบุจังหวัด";

    /// <summary>The report as a PDF.</summary>
    public static byte[] Render(CycleFigures figures)
    {
        var definition = figures.Definition;
        var words = new ReportWords(figures);
        var office = OfficeWords.Of(definition);
        var document = new PdfDocument($"{Title} {ThaiNumerals.InText(definition.Title)}", definition.Organiser.Name, figures.At);
        List<LetterPiece> pieces =
        [
            .. ReportPieces.Centred(Title, Sarabun.Bold, TitleSize, PdfRole.Heading),
            .. ReportPieces.Centred(office.Set(definition.Title), Sarabun.Bold, FontSize),
            .. ReportPieces.Centred(office.Set(definition.Organiser.Name), Sarabun.Regular, FontSize),
            .. ReportPieces.Centred($"ข้อมูล ณ วันที่ {ReportWords.Day(figures.At)} เวลา {ThaiTime.InShort(figures.At)}", Sarabun.Regular, FontSize),
            LetterPiece.Space(PartGap),
            .. ReportPieces.Heading("๑. ผลการพิจารณา"),
            .. ReportPieces.Body($"{words.Outcome} {words.Averages}".TrimEnd()),
            .. ReportPieces.Heading("๒. คะแนนเฉลี่ยตามหมวด"),
            .. new ReportTable([("หมวด", 0.52, false), ("คะแนนเต็ม", 0.16, true), ("คะแนนเฉลี่ย", 0.16, true), ("ร้อยละ", 0.16, true)]).Pieces(
                [.. figures.Categories.Select((category, i) => (IReadOnlyList<string>)
                    [
                        office.Set($"หมวดที่ {i + 1} {category.Title}"),
                        ReportWords.Whole(category.Maximum),
                        ReportWords.Points(category.Average),
                        ReportWords.Points(category.OfHundred),
                    ])]),
            .. ReportPieces.Heading("๓. การกระจายของคะแนนเฉลี่ย"),
            new Histogram(figures).Piece(),
            .. ReportPieces.Heading("๔. ความสอดคล้องของคณะกรรมการ"),
            .. ReportPieces.Body(words.Agreement),
            .. ReportPieces.Heading("๕. การส่งหนังสือแจ้งผลและการลงรับ"),
            .. ReportPieces.Body($"{words.Sent} {words.Received} {words.Left}"),
            .. Deliveries(figures.Delivery),
            .. ReportPieces.Body(words.Corrections),
            .. ReportPieces.Heading("๖. ผลตามจังหวัด"),
            .. new ReportTable([("จังหวัด", 0.4, false), ("ผลงาน", 0.15, true), ("ผ่านเกณฑ์", 0.15, true), ("ร้อยละ", 0.15, true), ("คะแนนเฉลี่ย", 0.15, true)])
                .Pieces(
                    [.. figures.Provinces.Select(province => (IReadOnlyList<string>)
                    [
                        province.Province.Length == 0 ? NoProvince : province.Province, ReportWords.Count(province.Entries), ReportWords.Count(province.Passed),
                        ReportWords.Points(Math.Round(100m * province.Passed / province.Entries, 2, MidpointRounding.AwayFromZero)),
                        ReportWords.Points(province.Average),
                    ])]),
            .. ReportPieces.Heading("๗. บันทึกการดำเนินการ"),
            .. ReportPieces.Body(words.Trail),
        ];
        ReportPages.Lay(document, pieces);
        return document.ToFile();
    }

    private static IEnumerable<LetterPiece> Deliveries(DeliveryFigures figures) =>
        new ReportTable([("สถานะของหนังสือ", 0.8, false), ("ฉบับ", 0.2, true)]).Pieces(
        [
            .. new (string, int)[]
            {
                ("ส่งทางไปรษณีย์อิเล็กทรอนิกส์", figures.Mailed),
                ("ทราบแน่ว่าถึงเครื่องของปลายทางหรือลงรับแล้ว", figures.Reached),
                ("ส่งทางไปรษณีย์", figures.Posted),
                ("ลงรับแล้ว", figures.Received),
                ("ส่งแล้วแต่ยังไม่ลงรับ", figures.Unconfirmed),
                ("ส่งไม่ถึงหรือถูกตีกลับ", figures.Returned),
                ("ระงับการส่งเพื่อรอการตัดสินใจ", figures.Held),
                ("รอส่งทางไปรษณีย์", figures.ToPost),
                ("รอส่งทางไปรษณีย์อิเล็กทรอนิกส์", figures.Waiting),
                ("หนังสือทั้งหมด", figures.Letters),
            }.Select(row => (IReadOnlyList<string>)[row.Item1, ReportWords.Count(row.Item2)]),
        ]);
}
