using System.Runtime.CompilerServices;
using AwardFlow.Letters;

namespace AwardFlow.Tests.Letters;

public class PageBreaksTests
{
    // Room that a first page may leave above its catchword, in lines.
    private const double LargestHole = 4;

    [Fact]
    public void Two_hundred_titles_as_offices_write_them_make_two_pages_without_holes()
    {
        var titles = File.ReadAllLines(Path.Combine(Folder(), "Titles", "titles.txt"));
        Assert.Equal(200, titles.Length);
        var renderer = new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall);
        Assert.All(titles.Index(), title =>
        {
            var result = LetterSamples.Result(title.Item, "เทศบาลตำบลทดสอบ", "นายกเทศมนตรีตำบลทดสอบ", 67.92m, passed: title.Index % 2 == 0);
            var letter = renderer.Draw(LetterDocument.Letter, result, draft: false);
            Assert.Equal(2, letter.Pages.Count);
            var lowest = letter.Pages[0].Lines.Where(line => line.Line.Text[0] != '/').Max(line => line.Baseline);
            Assert.True(LetterFormat.Bottom - lowest < (LargestHole + 2) * LetterFormat.LineHeight, title.Item);
            Assert.Null(LineRules.Broken(LetterDocument.Letter, letter));
        });
    }

    [Fact]
    public void No_line_of_a_body_ends_with_a_word_that_leans_on_the_next()
    {
        var letter = new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall)
            .Draw(LetterDocument.Letter, LetterSamples.Passed, draft: false);
        Assert.DoesNotContain(
            letter.Pages.SelectMany(page => page.Lines),
            line => line.Line.Text.TrimEnd() is var text
                && (text.EndsWith(" และ", StringComparison.Ordinal) || text.EndsWith("ภายใต้การ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Empty_room_gives_before_a_page_is_added()
    {
        LetterPiece[] pieces = [.. Enumerable.Range(0, 10).SelectMany(_ => new[] { new LetterPiece(20, (_, _) => { }), LetterPiece.Space(6) })];
        Assert.Single(new PageBreaks(pieces, 240, 240, 40, 0).Pages());
        Assert.True(new PageBreaks(pieces, 240, 240, 40, 0).Pages()[0].Given > 0);
        Assert.Equal(2, new PageBreaks(pieces, 220, 220, 40, 0).Pages().Count);
    }

    [Fact]
    public void What_belongs_together_is_parted_only_where_it_fits_no_page()
    {
        LetterPiece[] pieces = [.. Enumerable.Range(0, 10).Select(i => new LetterPiece(20, (_, _) => { }) { KeepWithNext = i is 4 or 5 })];
        Assert.InRange(new PageBreaks(pieces, 140, 140, 20, 0).Pages()[0].Pieces.Count, 1, 4);
        LetterPiece[] all = [.. pieces.Select(piece => piece with { KeepWithNext = true })];
        Assert.Equal(10, new PageBreaks(all, 140, 140, 20, 0).Pages().Sum(page => page.Pieces.Count));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
