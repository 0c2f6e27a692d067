using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Scoring;

namespace AwardFlow.Tests.Letters;

public class CertificateTests
{
    private const string LongName =
        "สำนักงานคณะกรรมการส่งเสริมวิทยาศาสตร์ วิจัยและนวัตกรรม และสำนักงานพัฒนาวิทยาศาสตร์และเทคโนโลยีแห่งชาติ กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม";

    [Theory]
    [InlineData(CertificateDesign.Classic)]
    [InlineData(CertificateDesign.Modern)]
    [InlineData(CertificateDesign.Plain)]
    public void No_text_leaves_the_frame_however_long_it_is(CertificateDesign design)
    {
        var definition = LetterSamples.Definition;
        var hard = definition with
        {
            Organiser = definition.Organiser with { Name = LongName },
            Certificate = new CertificateWording
            {
                Design = design,
                Title = "ประกาศนียบัตรยกย่องเชิดชูเกียรติองค์กรปกครองส่วนท้องถิ่นที่มีผลการดำเนินงานดีเด่นด้านดิจิทัลเพื่อประชาชนประจำปี",
                Number = "{number}/{year}",
            },
            Letter = definition.Letter with
            {
                Signatory = new Signatory("ศาสตราจารย์เกียรติคุณ ดร. นายแพทย์สมมุติชัย ยาวนามสกุลวงศ์วัฒนาพานิช", [LongName, LongName, LongName]),
            },
        };
        foreach (var result in new[] { LetterSamples.Passed, LetterSamples.LongNames() })
        {
            var page = Assert.Single(
                new DocumentRenderer(hard, LetterSamples.Pictures, LetterSamples.Overall).Draw(LetterDocument.Certificate, result, draft: false).Pages);
            Assert.All(page.Lines, line =>
            {
                Assert.InRange(line.Baseline - line.Line.Size, CertificateFrame.Inside, page.Height);
                Assert.InRange(line.Baseline + 0.3 * line.Line.Size, 0, page.Height - CertificateFrame.Inside);
                Assert.InRange(line.X, CertificateFrame.Inside, page.Width);
                Assert.InRange(line.Right, 0, page.Width - CertificateFrame.Inside);
            });
        }
    }

    [Theory]
    [InlineData(CertificateDesign.Classic)]
    [InlineData(CertificateDesign.Modern)]
    [InlineData(CertificateDesign.Plain)]
    public void A_seal_of_three_centimetres_has_room_left_of_the_signature(CertificateDesign design)
    {
        const double Seal = 3 * LetterFormat.Centimetre;
        var definition = LetterSamples.Definition with
        {
            Certificate = new CertificateWording { Design = design },
            Letter = LetterSamples.Definition.Letter with
            {
                Signatory = new Signatory("ศาสตราจารย์เกียรติคุณ ดร. นายแพทย์สมมุติชัย ยาวนามสกุลวงศ์วัฒนาพานิช", [LongName]),
            },
        };
        var page = new DocumentRenderer(definition, LetterSamples.Pictures, LetterSamples.Overall)
            .Draw(LetterDocument.Certificate, LetterSamples.LongNames(), draft: false).Pages[0];
        var signatory = page.Lines.Last(line => line.Line.Text.StartsWith('('));
        Assert.All(page.Lines.Where(line => line.Baseline >= signatory.Baseline), line => Assert.InRange(line.X, CertificateFrame.Inside + Seal, page.Width));
    }

    [Fact]
    public void Everything_is_set_smaller_in_one_measure()
    {
        var wide = Lines(LetterSamples.Definition, LetterSamples.Passed).Select(line => line.Size).ToList();
        var definition = LetterSamples.Definition;
        var narrow = Lines(
            definition with
            {
                Letter = definition.Letter with { Signatory = new Signatory("นายผู้ลงนาม ตัวอย่าง", [.. Enumerable.Repeat("ผู้อำนวยการ", 12)]) },
            },
            LetterSamples.Passed)
            .Select(line => line.Size).Take(wide.Count - 1).ToList();
        var scale = narrow[0] / wide[0];
        Assert.True(scale < 1);
        Assert.All(narrow.Zip(wide), pair => Assert.Equal(scale, pair.First / pair.Second, 0.001));
    }

    [Fact]
    public void Sense_is_not_broken_over_lines()
    {
        var lines = Lines(LetterSamples.Definition, LetterSamples.Passed).Select(line => line.Text).ToList();
        Assert.Contains(lines, line => line.StartsWith("เข้าร่วมและผ่านเกณฑ์การพิจารณา", StringComparison.Ordinal));
        Assert.Contains("ประจำปี พ.ศ. ๒๕๖๔", lines);
    }

    [Fact]
    public void A_certificate_has_a_number_of_its_own()
    {
        var definition = LetterSamples.Definition with { Certificate = new CertificateWording { Number = "ดท {number}/{year}", FirstNumber = 40 } };
        var numbered = LetterSamples.Passed with { Entry = LetterSamples.Passed.Entry with { Serial = 3 } };
        Assert.Contains("เลขที่ ดท ๔๒/๒๕๖๔", Lines(definition, numbered).Select(line => line.Text));
        Assert.DoesNotContain(Lines(LetterSamples.Definition, numbered), line => line.Text.StartsWith("เลขที่", StringComparison.Ordinal));
    }

    private static IEnumerable<AwardFlow.Typesetting.Layout.TextLine> Lines(CycleDefinition definition, EntryResult result) =>
        new DocumentRenderer(definition, LetterSamples.Pictures, LetterSamples.Overall)
            .Draw(LetterDocument.Certificate, result, draft: false).Pages[0].Lines
            .Select(line => line.Line);

    [Theory]
    [InlineData(CertificateDesign.Classic)]
    [InlineData(CertificateDesign.Modern)]
    [InlineData(CertificateDesign.Plain)]
    public void Whatever_a_definition_may_say_is_large_enough_to_read(CertificateDesign design)
    {
        string Long(int characters) => string.Concat(Enumerable.Repeat("หน่วยงานที่มีผลการดำเนินงานดีเด่น", characters))[..characters];
        var definition = LetterSamples.Definition;
        var longest = definition with
        {
            Organiser = definition.Organiser with { Name = Long(300) },
            Certificate = new CertificateWording
            {
                Design = design,
                Title = Long(200),
                Presentation = Long(300),
                Passed = string.Join('\n', Enumerable.Repeat(Long(165), 6)),
                Number = "{number}",
            },
            Letter = definition.Letter with { Signatory = new Signatory(Long(100), [.. Enumerable.Repeat(Long(60), 10)]) },
        };
        Assert.Empty(CycleDefinitionReader.Check(longest));
        var result = LetterSamples.LongNames() with { Entry = LetterSamples.LongNames().Entry with { Organisation = Long(300) } };
        var sizes = Lines(longest, result).Select(line => line.Size).ToList();
        Assert.InRange(sizes.Min(), 5.5, 11);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_long_number_stands_over_nothing(bool hasEmblem)
    {
        var definition = LetterSamples.Definition with
        {
            Organiser = LetterSamples.Definition.Organiser with { Name = LongName },
            Certificate = new CertificateWording { Number = "สำนักงานพัฒนารัฐบาลดิจิทัล ที่ ดท ๑๒๓๔๕/{number}-{year}" },
        };
        var pictures = hasEmblem ? LetterSamples.Pictures : LetterPictures.None;
        var page = new DocumentRenderer(definition, pictures, LetterSamples.Overall).Draw(
            LetterDocument.Certificate, LetterSamples.Passed with { Entry = LetterSamples.Passed.Entry with { Serial = 1_234_567 } }, draft: false).Pages[0];
        var number = page.Lines.TakeWhile(line => line.Line.Size == 11).ToList();
        Assert.True(number.Count > 1);
        Assert.All(number, line => Assert.InRange(line.X, page.Width / 2 + LetterFormat.Centimetre, page.Width));
        Assert.All(
            page.Lines.Skip(number.Count),
            line => Assert.True(line.Baseline - line.Line.Size > number[^1].Baseline || line.Right < number.Min(each => each.X), line.Line.Text));
    }

    [Fact]
    public void A_certificate_that_a_correction_words_anew_keeps_its_number_and_its_design()
    {
        var definition = LetterSamples.Definition with
        {
            Certificate = new CertificateWording { Design = CertificateDesign.Modern, Title = "ใบประกาศ", Number = "{number}/{year}", FirstNumber = 40 },
        };
        var request = new CorrectionRequest
        {
            Entries = [EntryCode.Parse("LG-001")],
            Number = "สพร 1",
            Date = definition.Letter.Date,
            Opening = ["ก"],
            Closing = ["ข"],
        };
        var worded = new CertificateWording { Passed = "ผ่าน" };
        Assert.Equal(
            worded with { Design = CertificateDesign.Modern, Number = "{number}/{year}", FirstNumber = 40 },
            (request with { Certificate = worded with { Number = "x {number}" } }).On(definition).Certificate);
        Assert.Equal(
            CertificateDesign.Plain, (request with { Certificate = worded with { Design = CertificateDesign.Plain } }).On(definition).Certificate!.Design);
        Assert.Same(definition.Certificate, request.On(definition).Certificate);
    }
}
