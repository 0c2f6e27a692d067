using System.Globalization;
using System.Runtime.CompilerServices;
using AwardFlow.Letters;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace AwardFlow.Tests.Letters;

/// <summary>
/// Where each word of the sample's documents stands, kept in the folder Golden. After a change that is meant, run these
/// tests once with AWARDFLOW_GOLDEN=write, look at the pages, and commit the new positions.
/// </summary>
public class GoldenLayoutTests
{
    public static TheoryData<string, string> Documents { get; } = [.. LetterSamples.Cases()
        .SelectMany(each => LetterStore.Documents.Select(document => (each.Name, document.ToString())))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_word_stands_where_it_stood(string name, string document)
    {
        var (_, definition, result, draft) = LetterSamples.Cases().Single(each => each.Name == name);
        var pdf = new DocumentRenderer(definition, LetterSamples.Pictures, LetterSamples.Overall).Render(Enum.Parse<LetterDocument>(document), result, draft);
        var golden = Path.Combine(Folder(), $"{name}-{document}.txt");
        var words = Words(pdf).ToArray();
        if (Environment.GetEnvironmentVariable("AWARDFLOW_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Folder());
            File.WriteAllLines(golden, words);
        }
        Assert.Equal(File.ReadAllLines(golden), words);
    }

    [Fact]
    public void A_glyph_that_moves_is_seen()
    {
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall);
        var page = renderer.Draw(LetterDocument.Letter, LetterSamples.Passed, draft: false);
        var before = Words(page.ToFile());
        var moved = renderer.Draw(LetterDocument.Letter, LetterSamples.Passed, draft: false);
        var content = moved.ToFile(compress: false);
        // The first glyph of the first pair that is kerned or stretched: a tenth of a point further.
        var at = content.AsSpan().IndexOf(">] TJ"u8);
        Assert.True(at > 0);
        var glyphs = content.AsSpan(0, at).LastIndexOf("[<"u8) + 2;
        var shifted = (byte[])[.. content.AsSpan(0, glyphs + 4), .. ">9<"u8, .. content.AsSpan(glyphs + 4)];
        Assert.NotEqual(before, Words(shifted));
    }

    // A word to a line: page, baseline from the page's foot, where it begins and ends, the middle of its glyphs, how high
    // and how low its ink reaches (a mark that moves shows there), in tenths of a point; then its text.
    private static IEnumerable<string> Words(byte[] file)
    {
        using var pdf = PdfDocument.Open(file);
        foreach (var page in pdf.GetPages())
        {
            var word = new List<Letter>();
            foreach (var letter in page.Letters)
            {
                var space = string.IsNullOrWhiteSpace(letter.Value);
                if (word.Count > 0 && letter.Width > 0
                    && (space || Math.Abs(word.Last(each => each.Width > 0).StartBaseLine.Y - letter.StartBaseLine.Y) > 0.01))
                {
                    yield return Line(page.Number, word);
                    word.Clear();
                }
                if (!space)
                {
                    word.Add(letter);
                }
            }
            if (word.Count > 0)
            {
                yield return Line(page.Number, word);
            }
        }
    }

    private static string Line(int page, List<Letter> word)
    {
        // Marks are drawn with the letter before them; what stands for their text has no width.
        var drawn = word.Where(letter => letter.Width > 0).ToList();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{page} y={drawn[0].StartBaseLine.Y:0.0} x={drawn[0].StartBaseLine.X:0.0}..{drawn[^1].EndBaseLine.X:0.0} mean={drawn.Average(letter => letter.StartBaseLine.X):0.00} ink={drawn.Min(letter => letter.BoundingBox.Bottom):0.0}..{drawn.Max(letter => letter.BoundingBox.Top):0.0} {string.Concat(word.Select(letter => letter.Value))}");
    }

    private static string Folder([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "Golden");
}
