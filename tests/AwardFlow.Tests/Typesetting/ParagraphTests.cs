using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Tests.Typesetting;

public class ParagraphTests
{
    private const string Text =
        "ด้วยโครงการขับเคลื่อนการพัฒนาท้องถิ่นดิจิทัล ประจำปี พ.ศ. ๒๕๖๔ ภายใต้การดำเนินการของศูนย์เทคโนโลยีและนวัตกรรมดิจิทัลภาครัฐ (DG Award) เป็นเสมือนเครื่องมือที่จะช่วยส่งเสริมและสนับสนุนผลงานอื่น ๆ";

    [Theory]
    [InlineData(60)]
    [InlineData(150)]
    [InlineData(453)]
    public void No_line_is_wider_than_the_column_and_no_character_is_lost(double width)
    {
        var lines = Paragraph.Break(Text, Sarabun.Regular, 11.5, width);
        Assert.All(lines, line => Assert.InRange(line.Width, 0, width + 0.01));
        Assert.Equal(Text, string.Concat(lines.Select(line => line.Text)));
    }

    [Fact]
    public void No_line_begins_with_a_mark_that_belongs_to_the_one_before()
    {
        for (var width = 20.0; width < 200; width += 7)
        {
            Assert.DoesNotContain(Paragraph.Break(Text, Sarabun.Regular, 11.5, width), line => "ะัาำิีึืฺุู็่้๊๋์ํๆฯ)".Contains(line.Text[0]));
        }
    }

    [Fact]
    public void A_word_wider_than_the_column_is_broken_between_clusters()
    {
        var word = string.Concat(Enumerable.Repeat("น้ำ", 40));
        var lines = Paragraph.Break(word, Sarabun.Regular, 11.5, 50);
        Assert.True(lines.Count > 1);
        Assert.All(lines, line => Assert.Equal(0, line.Text.Length % "น้ำ".Length));
    }

    [Fact]
    public void The_first_line_leaves_room_for_its_indent()
    {
        var lines = Paragraph.Break(Text, Sarabun.Regular, 11.5, 200, indent: 70);
        Assert.InRange(lines[0].Width, 0, 130);
    }

    public static TheoryData<string> Paragraphs { get; } =
    [
        .. LetterSamples.Definition.Letter.Opening, .. LetterSamples.Definition.Criteria().Select(criterion => criterion.Title), Text,
    ];

    [Theory]
    [MemberData(nameof(Paragraphs))]
    public void No_line_is_loose_where_other_breaks_avoid_it(string text)
    {
        foreach (var width in new[] { 454.0, 400, 330, 310, 250 })
        {
            var loose = Paragraph.Break(text, Sarabun.Regular, 11, width, alignment: Alignment.Justified).Any(line => line.Looseness > 0.3);
            Assert.True(!loose || FewestLoose(text, 11, width) > 0, $"{width}");
        }
    }

    // Tries every break that reads well.
    private static int FewestLoose(string text, double size, double width)
    {
        var shaped = Sarabun.Regular.Shape(ThaiLineBreaks.Drawn(text));
        List<int> places =
        [
            0,
            .. ThaiLineBreaks.WeighDrawn(text)
                .Where(place => place.Penalty < LineBreak.AfterPrefix)
                .Select(place => shaped.Starts.IndexOf(place.At))
                .Where(place => place > 0),
            shaped.Count,
        ];
        var fewest = new int[places.Count];
        for (var end = 1; end < places.Count; end++)
        {
            fewest[end] = int.MaxValue / 2;
            for (var start = end - 1; start >= 0; start--)
            {
                var line = new TextLine(shaped, places[start], places[end], size);
                var isLast = end == places.Count - 1;
                var visible = places[end] - (shaped.Clusters[places[end] - 1].IsSpace ? 1 : 0);
                var stretch = Enumerable.Range(places[start], visible - places[start] - 1).Aggregate(default(LineStretch), (sum, i) => sum.With(shaped, i));
                if (line.Width - stretch.Shrinkable(size) > width)
                {
                    break;
                }
                if (!isLast || line.Width > width)
                {
                    line.Justify(width);
                }
                fewest[end] = Math.Min(fewest[end], fewest[start] + (line.Looseness > 0.3 || (!isLast && line.StretchedWidth < width - 0.1) ? 1 : 0));
            }
        }
        return fewest[^1];
    }

    [Theory]
    [InlineData(Alignment.Ragged)]
    [InlineData(Alignment.Balanced)]
    [InlineData(Alignment.Justified)]
    public void No_line_ends_in_a_word_that_leans_on_the_next_where_other_breaks_avoid_it(Alignment alignment)
    {
        string[] leaning = ["การ", "ความ", "และ", "หรือ", "ผู้"];
        const string Leaning = "การประเมินความพึงพอใจและความเชื่อมั่นของผู้รับผลประโยชน์หรือผู้มีส่วนได้เสียและการรับฟังความคิดเห็น";
        for (var width = 90.0; width < 300; width += 3)
        {
            var lines = Paragraph.Break(Leaning, Sarabun.Regular, 10, width, alignment: alignment);
            Assert.DoesNotContain(lines.SkipLast(1), line => leaning.Any(word => line.Text.TrimEnd().EndsWith(word, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_piece_wider_than_its_line_is_not_divided_inside_a_syllable()
    {
        var word = string.Concat(Enumerable.Repeat("กัญญ์เห็นสิทธิ์", 20)) + "\u2060" + "ก";
        var joined = string.Join('\u2060', word.Replace("\u2060", "", StringComparison.Ordinal).ToCharArray());
        foreach (var line in Paragraph.Break(joined, Sarabun.Regular, 10, 40).SkipLast(1))
        {
            Assert.False(line.Text.EndsWith('ั') || line.Text.EndsWith('็') || line.Text.EndsWith('เ'), line.Text);
        }
    }
}
