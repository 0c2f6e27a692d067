using AwardFlow.Letters;
using AwardFlow.Testing;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Tests.Letters;

public class LargeRunTests
{
    private const int Organisations = 7283;
    private const double SheetMargin = 2 * LetterFormat.Centimetre;

    // Vowels and marks that are read with what stands before them, repetition, abbreviation, closing punctuation.
    private const string NeverFirst = "ะัาำิีึืฺุูๅ็่้๊๋์ํ๎ๆฯ)]}”’!?,.:;%";
    private const string NeverLast = "เแโใไ([{“‘";

    [Fact]
    public void No_line_of_a_run_of_7283_organisations_breaks_inside_a_cluster_or_overflows_its_margin()
    {
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall);
        var names = PlaceNames.All().Take(Organisations).ToList();
        Assert.Equal(Organisations, names.DistinctBy(name => name.Project).Count());
        Parallel.ForEach(names, (name, _, i) =>
        {
            var (organisation, addressee, project) = name;
            var result = LetterSamples.Result(project, organisation, addressee, 40 + i % 6000 / 100m, i % 2 == 0);
            foreach (var document in LetterStore.Documents)
            {
                var problem = renderer.Draw(document, result, draft: false).Pages.SelectMany(page => page.Lines.Select(line => Problem(document, page, line))).FirstOrDefault(each => each is not null);
                Assert.True(problem is null, $"{organisation}, {project}, {document}: {problem}");
            }
        });
    }

    private static string? Problem(LetterDocument document, PdfPage page, DrawnLine line)
    {
        var text = line.Line.Text;
        var (left, right) = document == LetterDocument.Letter ? (LetterFormat.Left, LetterFormat.Right) : (SheetMargin, page.Width - SheetMargin);
        return text.Length == 0 ? null
            : NeverFirst.Contains(text[0], StringComparison.Ordinal) ? $"'{text}' begins inside a cluster or with what closes"
            : NeverLast.Contains(text.TrimEnd()[^1], StringComparison.Ordinal) ? $"'{text}' ends with what opens"
            : line.X < left - 0.01 ? $"'{text}' begins {left - line.X:0.00} pt before the margin"
            : line.Right > right + 0.01 ? $"'{text}' ends {line.Right - right:0.00} pt beyond the margin"
            : line.Baseline > page.Height - LetterFormat.Centimetre ? $"'{text}' stands below the page"
            : null;
    }
}
