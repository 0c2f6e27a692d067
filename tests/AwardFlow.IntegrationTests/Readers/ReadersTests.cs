using AwardFlow.Letters;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.IntegrationTests.Readers;

/// <summary>Every reader takes out the text that was set.</summary>
public class ReadersTests
{
    public static TheoryData<PdfReader> Readers { get; } = [.. Enum.GetValues<PdfReader>()];

    private static readonly string[] Lines =
    [
        "ที่ ปี่ น้ำ กำลัง ฎีกา ญาณ ฐาน ปู่ ฝั้น เคลื่อน ศูนย์ ๆ ฯลฯ",
        "ปี ญู ฐุ ป้ำ ตั๋ว กี่ เป็น ผู้ ฟ้า ป่า ๖๗.๙๒ ก็ ธรรม์ สิทธิ์ ปิ่น",
        "office fi ffi (Pain point) LINE Official Account เทศบาลตำบลลำใหม่",
        "ตุลาคม ปัญหา สังคม ก้าว\\หน้า (วงเล็บ) ปรัชญา ศึกษา",
    ];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_line_is_taken_out_character_for_character(PdfReader reader)
    {
        using var folder = new TemporaryFolder();
        var files = new List<string>();
        foreach (var line in Lines)
        {
            var document = new PdfDocument("ทดสอบ", "AwardFlow", DateTimeOffset.UnixEpoch);
            document.AddPage(842, 595).Draw(TextLine.Of(line, Sarabun.Regular, 16), 50, 100);
            files.Add(Path.Combine(folder.Path, $"{files.Count}.pdf"));
            await File.WriteAllBytesAsync(files[^1], document.ToFile(), TestContext.Current.CancellationToken);
        }
        Assert.Equal(Lines, (await PdfText.OfAsync(reader, files)).Select(text => text.Trim()));
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Every_line_of_every_document_is_taken_out_and_nothing_else(PdfReader reader)
    {
        using var folder = new TemporaryFolder();
        var files = new List<string>();
        var documents = new List<(string Name, PdfDocument Document, bool Draft)>();
        foreach (var (name, definition, result, draft) in Cases())
        {
            var renderer = new DocumentRenderer(definition, LetterSamples.Pictures, LetterSamples.Overall);
            foreach (var kind in LetterStore.Documents)
            {
                documents.Add(($"{name}, {kind}", renderer.Draw(kind, result, draft), draft));
                files.Add(Path.Combine(folder.Path, $"{files.Count}.pdf"));
                await File.WriteAllBytesAsync(files[^1], documents[^1].Document.ToFile(), TestContext.Current.CancellationToken);
            }
        }
        var texts = await PdfText.OfAsync(reader, files);
        foreach (var ((name, document, draft), text) in documents.Zip(texts))
        {
            var lines = document.Pages.SelectMany(page => page.Lines).Select(line => line.Line.Text).ToList();
            var spaced = Spaced(text);
            Assert.All(lines, line => Assert.True(spaced.Contains(Spaced(line), StringComparison.Ordinal), $"{reader}, {name}: {line}"));
            var marks = draft ? string.Concat(document.Pages.Select(_ => "ร่าง")) : "";
            Assert.Equal(Sorted(string.Concat(lines) + marks), Sorted(text));
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task A_search_finds_what_the_letter_says(PdfReader reader)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "letter.pdf");
        await File.WriteAllBytesAsync(
            file,
            new DocumentRenderer(LetterSamples.Definition, LetterSamples.Pictures, LetterSamples.Overall)
                .Render(LetterDocument.Letter, LetterSamples.Passed, draft: false),
            TestContext.Current.CancellationToken);
        var text = (await PdfText.OfAsync(reader, [file])).Single();
        Assert.All(
            [
                "ตุลาคม", "ปัญหา", "สังคม", "ที่", "นำไปสู่ความสำเร็จ", "เทศบาลตำบลลำใหม่", "๖๗.๙๒",
                "ปี พ.ศ. ๒๕๖๔", "LINE Official Account", "ตอบโจทย์การใช้งานของประชาชน", "saraban@dga.example",
            ],
            word => Assert.Contains(word, text, StringComparison.Ordinal));
    }

    private static IEnumerable<(string Name, Cycles.CycleDefinition Definition, Scoring.EntryResult Result, bool Draft)> Cases() =>
    [
        .. LetterSamples.Cases(),
        .. LetterSamples.Others(),
        (
            "stacked marks",
            LetterSamples.Definition,
            LetterSamples.Result(LetterSamples.StackedMarks, "เทศบาลตำบลฝั้นปู่ญาณ", "นายกเทศมนตรีตำบลฝั้นปู่ญาณ", 67.92m, passed: true) with
            {
                Comments = [LetterSamples.StackedMarks],
            },
            false),
    ];

    private static string Spaced(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Sorted(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());
}
