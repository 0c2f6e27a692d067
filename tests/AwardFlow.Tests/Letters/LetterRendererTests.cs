using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Typesetting.Pictures;
using UglyToad.PdfPig;

namespace AwardFlow.Tests.Letters;

public class LetterRendererTests
{
    [Fact]
    public void A_letter_says_who_what_and_how_it_was_judged()
    {
        var text = Text(Render(67.92m, passed: true));
        Assert.All(
            [
                "ที่ ทดสอบ ๒๕๖๔/ว๑", "สำนักงานทดสอบ", "๑๕ ตุลาคม ๒๕๖๔", "แจ้งผลการพิจารณาผลงาน", "นายกเทศมนตรีตำบลที่ E1", "โครงการน้ำดื่มชุมชน E1",
                "คะแนนเฉลี่ย ๖๗.๙๒", "หมวดที่ ๑ ปัญหา", "ข้อ ๓) ใช้งานจริง", "จึงเรียนมาเพื่อโปรดทราบ", "ขอแสดงความนับถือ", "(นายผู้ลงนาม ตัวอย่าง)",
                "โทร. ๐ ๒๐๐๐ ๐๐๐๐ (ผู้ประสานงาน)", "ไปรษณีย์อิเล็กทรอนิกส์สารบรรณกลาง saraban@organiser.example",
            ],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_offices_own_words_stand_whole_on_their_lines()
    {
        const string Word = "ศูนย์รวมข้อมูลเมืองอัจฉริยะภาคประชาชน";
        var definition = LetterSamples.Definition with
        {
            Letter = LetterSamples.Definition.Letter with { Opening = [string.Join("และ", Enumerable.Repeat(Word, 30))], Words = null },
        };
        int Whole(CycleDefinition cycle) => new DocumentRenderer(cycle, LetterPictures.None, LetterSamples.Overall)
            .Draw(LetterDocument.Letter, LetterSamples.Passed, draft: false).Pages
            .SelectMany(page => page.Lines)
            .Sum(line => line.Line.Text.Split(Word).Length - 1);
        Assert.InRange(Whole(definition), 1, 29);
        Assert.Equal(30, Whole(definition with { Letter = definition.Letter with { Words = [Word] } }));
    }

    [Theory]
    [InlineData(400, 100)]
    [InlineData(100, 400)]
    [InlineData(100, 100)]
    public void An_emblem_is_as_wide_to_its_height_in_every_document_as_in_its_file(int width, int height)
    {
        var emblem = Picture.Read(Encoding.UTF8.GetBytes($"<svg viewBox='0 0 {width} {height}'><path d='M0 0H{width}V{height}z'/></svg>"), PictureFormat.Svg);
        var renderer = new DocumentRenderer(LetterSamples.Definition, new LetterPictures(emblem, emblem), LetterSamples.Overall);
        foreach (var document in new[] { LetterDocument.Letter, LetterDocument.Certificate })
        {
            var pages = renderer.Draw(document, LetterSamples.Passed, draft: false).Pages;
            var drawn = pages.SelectMany(page => Regex.Matches(
                Encoding.Latin1.GetString(page.Content),
                @"(?<width>[0-9.]+) 0 0 (?<height>[0-9.]+) [0-9.]+ [0-9.]+ cm",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)))
                .ToList();
            Assert.Equal(2, drawn.Count);
            Assert.All(
                drawn,
                each => Assert.Equal(
                    (double)width / height,
                    double.Parse(each.Groups["width"].Value, CultureInfo.InvariantCulture)
                        / double.Parse(each.Groups["height"].Value, CultureInfo.InvariantCulture),
                    0.01));
        }
    }

    [Fact]
    public void Enclosures_follow_the_result()
    {
        Assert.Contains("๑. โล่รางวัล", Text(Render(67.92m, passed: true)), StringComparison.Ordinal);
        Assert.DoesNotContain("โล่รางวัล", Text(Render(50m, passed: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_is_marked_on_every_page_and_a_letter_on_none()
    {
        var (draft, letter) = (Render(67.92m, passed: true, draft: true, longBody: true), Render(67.92m, passed: true, longBody: true));
        Assert.All(Pages(draft), page => Assert.Contains("ร่าง", page, StringComparison.Ordinal));
        Assert.All(Pages(letter), page => Assert.DoesNotContain("ร่าง", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Following_pages_are_numbered_and_announced()
    {
        var pages = Pages(Render(67.92m, passed: true, longBody: true));
        Assert.True(pages.Count > 1);
        Assert.Contains("- ๒ -", pages[1], StringComparison.Ordinal);
        Assert.Contains("...", pages[0], StringComparison.Ordinal);
        Assert.DoesNotContain("- ๑ -", pages[0], StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes() => Assert.Equal(Render(67.92m, passed: true), Render(67.92m, passed: true));

    [Fact]
    public void No_text_leaves_the_margins()
    {
        using var pdf = PdfDocument.Open(Render(67.92m, passed: true, longBody: true));
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Width > 0 && letter.Value.Trim().Length > 0), letter =>
        {
            Assert.InRange(letter.StartBaseLine.X, LetterFormat.Left - 0.1, LetterFormat.Right);
            Assert.InRange(letter.EndBaseLine.X, LetterFormat.Left, LetterFormat.Right + 0.1);
        });
    }

    [Fact]
    public void An_entry_without_scores_has_a_preview_that_says_so() =>
        Assert.Contains("(ยังไม่มีคะแนน)", Text(Render(null, passed: null, draft: true)), StringComparison.Ordinal);

    private static byte[] Render(decimal? average, bool? passed, bool draft = false, bool longBody = false)
    {
        var definition = TestCycle.Definition;
        if (longBody)
        {
            var paragraph = string.Concat(Enumerable.Repeat("คณะกรรมการได้พิจารณาผลงานของหน่วยงานท่านเรียบร้อยแล้ว ", 20)).TrimEnd();
            definition = definition with { Letter = definition.Letter with { Opening = [.. Enumerable.Repeat(paragraph, 4)] } };
        }
        var result = new EntryResult { Entry = TestCycle.Entry("E1"), Judges = 5, Average = average, Rank = 1, Passed = passed, Criteria = [], Comments = [] };
        return new DocumentRenderer(definition, LetterPictures.None, new OverallAverages(0, null, [])).Render(LetterDocument.Letter, result, draft);
    }

    private static List<string> Pages(byte[] letter)
    {
        using var pdf = PdfDocument.Open(letter);
        return [.. pdf.GetPages().Select(page => page.Text)];
    }

    private static string Text(byte[] letter) => string.Concat(Pages(letter));

    [Fact]
    public void A_long_register_number_stands_beside_emblem_and_address_and_not_over_them()
    {
        var definition = LetterSamples.Definition with
        {
            Letter = LetterSamples.Definition.Letter with { Number = "สำนักงานพัฒนารัฐบาลดิจิทัล ดท ๐๑๒๓๔.๕๖/๑๒๓๔๕๖๗ (ฉบับที่ ๒)" },
        };
        foreach (var pictures in new[] { LetterPictures.None, LetterSamples.Pictures })
        {
            var page = new DocumentRenderer(definition, pictures, LetterSamples.Overall)
                .Draw(LetterDocument.Letter, LetterSamples.Passed, draft: false).Pages[0];
            var address = page.Lines.First(line => line.Line.Text.StartsWith(definition.Organiser.Name[..6], StringComparison.Ordinal));
            var number = page.Lines.TakeWhile(line => line.Line.Text != "เรื่อง  ").Where(line => Math.Abs(line.X - LetterFormat.Left) < 0.01).ToList();
            Assert.True(number.Count > 1);
            Assert.All(
                number, line => Assert.InRange(line.Right, 0, pictures.Emblem is null ? address.X : LetterFormat.Middle - 1.2 * LetterFormat.Centimetre));
        }
    }

    [Fact]
    public void The_offices_words_are_kept_in_the_signature_the_contact_and_the_catchword()
    {
        const string Word = "ศูนย์รวมข้อมูลเมืองอัจฉริยะภาคประชาชนไทย";
        var sample = LetterSamples.Definition;
        var definition = sample with
        {
            Organiser = sample.Organiser with { Centre = string.Join("และ", Enumerable.Repeat(Word, 5)) },
            Letter = sample.Letter with
            {
                Words = [Word],
                Opening = [.. Enumerable.Repeat(string.Concat(Enumerable.Repeat(Word + " ", 12)), 6)],
                Signatory = new Signatory("นายผู้ลงนาม ตัวอย่าง", [string.Join("และ", Enumerable.Repeat(Word, 3))]),
            },
        };
        var lines = new DocumentRenderer(definition, LetterPictures.None, LetterSamples.Overall)
            .Draw(LetterDocument.Letter, LetterSamples.Passed, draft: false).Pages
            .SelectMany(page => page.Lines)
            .Select(line => line.Line.Text).ToList();
        Assert.Equal(5 + 3 + 72, lines.Where(line => !line.StartsWith('/')).Sum(line => line.Split(Word).Length - 1));
        Assert.Contains($"/{Word}...", lines);
    }

    [Fact]
    public void What_only_tells_where_lines_end_is_in_no_title_and_no_words_of_a_picture()
    {
        var sample = LetterSamples.Definition;
        var definition = sample with
        {
            Organiser = sample.Organiser with { Name = "สำนัก\u2060งาน" },
            Letter = sample.Letter with { Subject = "แจ้ง\u200bผล", Signatory = sample.Letter.Signatory with { Name = "นาย\u2060ก" } },
            Certificate = new CertificateWording { Title = "ใบ\u2060ประกาศ", Number = "\u2060{number}" },
        };
        var renderer = new DocumentRenderer(definition, LetterSamples.Pictures, LetterSamples.Overall);
        var entry = LetterSamples.Passed with { Entry = LetterSamples.Passed.Entry with { Organisation = "เทศบาล\u200bตำบล" } };
        foreach (var document in LetterStore.Documents)
        {
            var file = Encoding.Latin1.GetString(renderer.Draw(document, entry, draft: false).ToFile(compress: false));
            // As UTF-16 in strings and as UTF-8 in the metadata.
            Assert.DoesNotContain(
                "2060",
                file.Split("stream", StringSplitOptions.None)
                    .Where((_, i) => i % 2 == 0)
                    .SelectMany(part => Regex.Matches(part, "<FEFF[0-9A-F]*>", RegexOptions.None, TimeSpan.FromSeconds(5)).Select(match => match.Value))
                    .SelectMany(text => text[5..^1].Chunk(4))
                    .Select(unit => new string(unit)));
            Assert.DoesNotContain(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("\u2060")), file, StringComparison.Ordinal);
            Assert.DoesNotContain(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes("\u200b")), file, StringComparison.Ordinal);
        }
    }
}
