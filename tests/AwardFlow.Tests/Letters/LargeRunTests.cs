using AwardFlow.Letters;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Tests.Letters;

public class LargeRunTests
{
    private const int Organisations = 7283;

    // The other documents say the same names; a part of them is enough here, and the command "check" takes all.
    private const int OtherDocumentsEvery = 10;

    [Fact]
    public void No_line_of_a_run_of_7283_organisations_breaks_inside_a_cluster_or_overflows_its_margin()
    {
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall);
        var names = PlaceNames.All().Take(Organisations).ToList();
        Assert.Equal(Organisations, names.DistinctBy(name => name.Project).Count());
        Parallel.ForEach(names, (name, _, i) =>
        {
            var result = LetterSamples.Result(name.Project, name.Organisation, name.Addressee, 40 + i % 6000 / 100m, i % 2 == 0);
            foreach (var document in i % OtherDocumentsEvery == 0 ? LetterStore.Documents : [LetterDocument.Letter])
            {
                var problem = LineRules.Broken(document, renderer.Draw(document, result, draft: false));
                Assert.True(problem is null, $"{name}, {document}: {problem}");
            }
        });
    }

    [Theory]
    [InlineData("ะ")]
    [InlineData("ๆ")]
    [InlineData("กกก")]
    public void A_line_that_breaks_the_rules_is_seen(string text)
    {
        var document = new PdfDocument("ทดสอบ", "AwardFlow", DateTimeOffset.UnixEpoch);
        document.AddPage(LetterFormat.PageWidth, LetterFormat.PageHeight).Draw(LetterFormat.Line(text), LetterFormat.Right - 5, 100);
        Assert.NotNull(LineRules.Broken(LetterDocument.Letter, document));
    }
}
