using AwardFlow.Cycles;
using AwardFlow.Records.Report;
using AwardFlow.Scoring;
using AwardFlow.Tests.Letters.Conformance;
using AwardFlow.Trail;
using UglyToad.PdfPig;

namespace AwardFlow.Tests.Records.Report;

public class ReportRendererTests
{
    private static readonly CycleFigures Figures = FiguresOf(provinces: 77);

    private static readonly string[] MemoParts =
    [
        "บันทึกข้อความ", "ส่วนราชการ", "ที่  สพร ๑/๒๕๖๔", "วันที่  ๑๕ พฤศจิกายน ๒๕๖๔",
        "เรื่อง", "เรียน  ผู้อำนวยการ", "ตามที่", "บัดนี้", "จึงเรียนมาเพื่อโปรดทราบ", "(....",
    ];

    [Fact]
    public void Report_and_memo_are_as_fit_for_archives_and_readers_as_letters()
    {
        Assert.Empty(PdfFaults.Of(ReportRenderer.Render(Figures)));
        Assert.Empty(PdfFaults.Of(ReportRenderer.Render(FiguresOf(provinces: 1))));
        Assert.Empty(PdfFaults.Of(new MemoRenderer(Figures, new MemoOptions(), LetterSamples.Pictures.Emblem).Render()));
        Assert.Empty(PdfFaults.Of(
            new MemoRenderer(Figures, new MemoOptions("ผู้อำนวยการ", "สพร 1/2564", new DateOnly(2021, 11, 15), "นายทดสอบ", "หัวหน้าทีม"), emblem: null)
                .Render()));
    }

    [Fact]
    public void The_report_says_what_the_director_asks()
    {
        var text = TextOf(ReportRenderer.Render(Figures));
        Assert.Contains("ผลงานเข้ารับการพิจารณา จำนวน ๗,๘๕๐ ผลงาน ผ่านเกณฑ์ จำนวน ๓,๙๒๕ ผลงาน คิดเป็นร้อยละ ๕๐.๐๐", text, StringComparison.Ordinal);
        Assert.Contains("เท่ากับ ๖๑.๒๕ คะแนน สูงสุด ๙๘.๕๐ คะแนน และต่ำสุด ๑๒.๐๐ คะแนน", text, StringComparison.Ordinal);
        Assert.Contains("เท่ากับ ๐.๗๑ จากกรรมการ ๕ คน", text, StringComparison.Ordinal);
        Assert.Contains("ทางไปรษณีย์อิเล็กทรอนิกส์ ๗,๘๐๐ ฉบับ และทางไปรษณีย์ ๔๐ ฉบับ", text, StringComparison.Ordinal);
        Assert.Contains("ลงรับหนังสือแล้ว ๗,๐๐๐ ฉบับ", text, StringComparison.Ordinal);
        Assert.Contains("รอส่งทางไปรษณีย์ ๑๐ ฉบับ", text, StringComparison.Ordinal);
        Assert.Contains("จังหวัดที่ ๗๗", text, StringComparison.Ordinal);
        Assert.Contains("บันทึกการดำเนินการของรอบมี ๓๔ บรรทัด", text, StringComparison.Ordinal);
        Assert.Contains("0123456789abcdef 0123456789abcdef 0123456789abcdef 0123456789abcdef", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_memo_has_the_parts_of_the_regulations_form_in_their_order()
    {
        var text = TextOf(new MemoRenderer(Figures, new MemoOptions("ผู้อำนวยการ", "สพร 1/2564", new DateOnly(2021, 11, 15)), emblem: null).Render());
        var places = MemoParts.Select(
            part => text.Replace("  ", " ", StringComparison.Ordinal).IndexOf(part.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal))
            .ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("9.99", 0)]
    [InlineData("10", 1)]
    [InlineData("99.99", 9)]
    [InlineData("100", 9)]
    public void An_average_stands_in_its_tenth_and_the_highest_in_the_last(string average, int bar) =>
        Assert.Equal(1, FigureReader.Distribution([decimal.Parse(average, System.Globalization.CultureInfo.InvariantCulture)], 100)[bar]);

    [Fact]
    public void Without_scores_letters_or_judges_there_are_still_sentences()
    {
        var nothing = Figures with
        {
            Entries = 3,
            Scored = 0,
            Passed = 0,
            Mean = null,
            Highest = null,
            Lowest = null,
            Agreement = null,
            Delivery = new DeliveryFigures(),
            Distribution = new int[10],
        };
        var text = TextOf(ReportRenderer.Render(nothing));
        Assert.Contains("ยังไม่มีผลงานใดได้รับคะแนนครบ", text, StringComparison.Ordinal);
        Assert.Contains("ยังไม่ได้ส่ง", text, StringComparison.Ordinal);
        Assert.Contains("ไม่สามารถคำนวณความสอดคล้อง", text, StringComparison.Ordinal);
    }

    internal static CycleFigures FiguresOf(int provinces) => new()
    {
        Definition = LetterSamples.Definition,
        Cycle = new Cycle
        {
            Partition = LetterSamples.Definition.Id.Text,
            Key = "cycle",
            State = CycleState.Sent,
            ClosedAt = new DateTimeOffset(2021, 10, 8, 16, 30, 0, TimeSpan.FromHours(7)),
        },
        At = new DateTimeOffset(2021, 11, 15, 9, 0, 0, TimeSpan.FromHours(7)),
        Trail = new TrailMark(34, string.Concat(Enumerable.Repeat("0123456789abcdef", 4))),
        Entries = 7850,
        Withdrawn = 2,
        Scored = 7850,
        Passed = 3925,
        Mean = 61.25m,
        Highest = 98.5m,
        Lowest = 12m,
        Categories =
        [
            .. LetterSamples.Definition.Rubric.Select(category => new CategoryFigure(category.Title, category.Criteria.Sum(criterion => criterion.Max), 15.5m)),
        ],
        Provinces = [.. Enumerable.Range(1, provinces).Select(i => new ProvinceFigure($"จังหวัดที่ {Thai(i)}", 102, 51, 60.5m))],
        Distribution = [0, 12, 150, 420, 900, 1700, 2200, 1500, 800, 168],
        Agreement = new Agreement(5, 7850, 0.7123, 1, 0.5, 0.8),
        Delivery = new DeliveryFigures
        {
            Letters = 7850,
            Mailed = 7800,
            Reached = 7400,
            Posted = 40,
            ToPost = 10,
            Received = 7000,
            Unconfirmed = 830,
            Returned = 10,
            FirstAt = new DateTimeOffset(2021, 10, 15, 9, 0, 0, TimeSpan.FromHours(7)),
            LastAt = new DateTimeOffset(2021, 10, 16, 9, 0, 0, TimeSpan.FromHours(7)),
            LastReceivedAt = new DateTimeOffset(2021, 11, 1, 9, 0, 0, TimeSpan.FromHours(7)),
            ClosesAt = new DateTimeOffset(2021, 12, 14, 9, 0, 0, TimeSpan.FromHours(7)),
        },
    };

    private static string Thai(int number) => AwardFlow.Thai.ThaiNumerals.ToThai(number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static string TextOf(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        return string.Concat(pdf.GetPages().Select(page => page.Text));
    }
}
