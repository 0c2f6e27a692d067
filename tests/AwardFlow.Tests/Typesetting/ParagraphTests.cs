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
}
