using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Tests.Letters;

public class ResultSheetTests
{
    private static readonly CycleDefinition Long = LetterSamples.Definition with
    {
        Rubric = [.. Enumerable.Range(1, 12).Select(i => new Category($"{i}", $"ด้านที่ {i} การบริหารจัดการ", [.. Enumerable.Range(1, 5)
            .Select(
                j => new Criterion($"D{i}_{j}", "การมีส่วนร่วม และ/หรือผลตอบแทนจากการใช้งานจริง ต่อภาคประชาชนและบุคลากรขององค์กรอย่างเหมาะสมหรือไม่", 2))])),
        ],
    };

    [Fact]
    public void Nothing_is_set_under_nine_points() => Assert.All(
        [.. Sheet(LetterSamples.Definition).Pages, .. Sheet(LetterSamples.Weighted()).Pages, .. Sheet(Long).Pages],
        page => Assert.All(page.Lines, line => Assert.True(line.Line.Size >= 9 - 1e-9, line.Line.Text)));

    [Fact]
    public void A_later_page_says_whose_it_is_and_which()
    {
        var pages = Sheet(Long).Pages;
        Assert.True(pages.Count > 1);
        Assert.All(pages.Skip(1), page =>
        {
            Assert.Contains(page.Lines, line => line.Line.Text.Contains("เทศบาลตำบลลำใหม่ (ต่อ)", StringComparison.Ordinal));
            Assert.Contains(page.Lines, line => line.Line.Text.Contains("สพร ๒๕๖๔/ว๒๔๒๕", StringComparison.Ordinal));
            Assert.Contains(page.Lines, line => line.Line.Text == "คะแนนเต็ม");
            Assert.Contains(page.Lines, line => line.Line.Text.StartsWith("หน้า ", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_sum_and_the_suggestions_stand_together()
    {
        foreach (var criteria in Enumerable.Range(1, 12))
        {
            var definition = Long with { Rubric = [.. Long.Rubric.Take(criteria)], PassMark = 1 };
            var last = Sheet(definition).Pages[^1];
            Assert.Contains(last.Lines, line => line.Line.Text == "รวม");
            Assert.Contains(last.Lines, line => line.Line.Text == "ข้อเสนอแนะของคณะกรรมการ");
            Assert.Contains(last.Lines, line => line.Line.Text.StartsWith("ข้อ ", StringComparison.Ordinal)
                || line.Line.Text.StartsWith("หมวด", StringComparison.Ordinal) || line.Line.Text == "– ");
        }
    }

    [Fact]
    public void The_legend_names_every_mark()
    {
        var texts = Sheet(LetterSamples.Definition).Pages[0].Lines.Select(line => line.Line.Text).ToList();
        Assert.All(
            ["คะแนนเฉลี่ยของผลงานนี้ รายหมวดและรวม", "รายข้อ", "คะแนนเฉลี่ยของผลงานทั้งหมด ๑๔ ผลงาน", "เกณฑ์ผ่าน ๖๐.๐๐ คะแนน"],
            mark => Assert.Contains(mark, texts));
    }

    [Fact]
    public void It_says_who_wrote_it_when_and_under_which_number() =>
        Assert.Contains(
            Sheet(LetterSamples.Definition).Pages[0].Lines,
            line => line.Line.Text.Contains("ที่ สพร ๒๕๖๔/ว๒๔๒๕ ลงวันที่ ๑๕ ตุลาคม ๒๕๖๔", StringComparison.Ordinal));

    private static PdfDocument Sheet(CycleDefinition definition)
    {
        var averages = definition.Criteria().Select(criterion => new CriterionAverage(criterion.Code, criterion.Max / 2)).ToList();
        var result = LetterSamples.Passed with { Criteria = averages };
        return new DocumentRenderer(definition, LetterSamples.Pictures, new OverallAverages(14, 60, averages))
            .Draw(LetterDocument.ResultSheet, result, draft: false);
    }

    [Fact]
    public void A_criterion_as_long_as_may_be_stays_on_its_page()
    {
        string Long(int characters) => string.Concat(Enumerable.Repeat("การมีส่วนร่วมของประชาชนในการบริหารงาน", characters))[..characters];
        var definition = LetterSamples.Definition with
        {
            Rubric = [new Category("1", Long(300), [.. Enumerable.Range(1, 4).Select(i => new Criterion($"C{i}", Long(1000), 25))])],
        };
        Assert.Empty(CycleDefinitionReader.Check(definition));
        Assert.All(Sheet(definition).Pages, page => Assert.All(page.Lines, line => Assert.InRange(line.Baseline, 0, page.Height - LetterFormat.Centimetre)));
        var longer = definition with { Rubric = [new Category("1", "ก", [new Criterion("C1", Long(1001), 100)])] };
        Assert.Contains(CycleDefinitionReader.Check(longer), fault => fault.Place == "rubric[0].criteria[0].title");
    }
}
