using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Scoring;

namespace AwardFlow.Tests.Letters;

/// <summary>In a cycle with weights, documents hold the weighted average against the weighted maximum.</summary>
public class WeightedCycleTests
{
    // 50 × 1.4 + 30 + 20 is 120.
    private static readonly CycleDefinition Weighted = TestCycle.Definition with
    {
        Rubric =
        [
            new Category("1", "ปัญหา", [new Criterion("A", "ตรงประเด็น", 50) { Weight = 1.4m }]),
            new Category("2", "ผลลัพธ์", [new Criterion("B", "วัดผลได้", 30), new Criterion("C", "ใช้งานจริง", 20)]),
        ],
        Letter = TestCycle.Definition.Letter with { Opening = ["ได้คะแนน {average} จากคะแนนเต็ม {maximum}"] },
    };

    [Fact]
    public void A_result_sheet_names_the_weighted_maximum() =>
        Assert.Contains(
            Lines(LetterDocument.ResultSheet, Weighted, 45, 25, 15),
            line => line.Contains("คะแนนเฉลี่ย ๑๐๓.๐๐ จากคะแนนเต็ม ๑๒๐ คะแนน", StringComparison.Ordinal));

    [Fact]
    public void A_letter_names_the_weighted_maximum() =>
        Assert.Contains(
            Lines(LetterDocument.Letter, Weighted, 45, 25, 15), line => line.Contains("ได้คะแนน ๑๐๓.๐๐ จากคะแนนเต็ม ๑๒๐", StringComparison.Ordinal));

    [Fact]
    public void Each_row_of_the_result_sheet_is_weighted_so_that_the_sheet_adds_up()
    {
        var lines = Lines(LetterDocument.ResultSheet, Weighted, 45, 25, 15);
        // Each row: the entry's, that of all entries, the maximum.
        Assert.Equal(
            ["๖๓.๐๐ ๖๓.๐๐ ๗๐", "๖๓.๐๐ ๖๓.๐๐ ๗๐", "๔๐.๐๐ ๔๐.๐๐ ๕๐", "๒๕.๐๐ ๒๕.๐๐ ๓๐", "๑๕.๐๐ ๑๕.๐๐ ๒๐", "๑๐๓.๐๐ ๑๐๓.๐๐ ๑๒๐"],
            lines.Where(line => line.Length > 0 && line.All(c => c is >= '๐' and <= '๙' or '.')).Chunk(3).Select(row => string.Join(' ', row)));
        Assert.Contains(lines, line => line.Contains("ตรงประเด็น (น้ำหนัก ๑.๔)", StringComparison.Ordinal));
        Assert.Contains("ผลงานนี้", lines);
        Assert.Contains(lines, line => line.Contains("คูณน้ำหนัก", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cycle_without_weights_says_nothing_of_them() =>
        Assert.DoesNotContain(Lines(LetterDocument.ResultSheet, TestCycle.Definition, 45, 25, 15), line => line.Contains("น้ำหนัก", StringComparison.Ordinal));

    private static List<string> Lines(LetterDocument document, CycleDefinition definition, params decimal[] points)
    {
        var results = new ScoreBook(definition, [TestCycle.Entry("E1")], TestCycle.Scores("E1", "ก", points)).Results(provisional: false);
        return [.. new DocumentRenderer(definition, LetterPictures.None, OverallAverages.Of(results)).Draw(document, results.Entries[0], draft: false).Pages
            .SelectMany(page => page.Lines).Select(line => line.Line.Text)];
    }
}
