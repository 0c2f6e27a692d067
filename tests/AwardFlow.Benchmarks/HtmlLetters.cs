using System.Globalization;
using System.Net;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Benchmarks;

/// <summary>The sample's letter as HTML with the same words, font, measures and table, for engines that set HTML.</summary>
internal static class HtmlLetters
{
    private const string Style =
        """
        @font-face { font-family: Sarabun; font-weight: 400; src: url(regular.ttf); }
        @font-face { font-family: Sarabun; font-weight: 700; src: url(bold.ttf); }
        @page { size: A4; margin: 2.5cm 2cm 2cm 3cm; }
        body { font: 10.9pt/21.3pt Sarabun; margin: 0; }
        p { margin: 0 0 6pt; text-align: justify; text-indent: 2.5cm; }
        .plain { text-indent: 0; text-align: left; }
        .right { text-indent: 0; margin-left: 9.5cm; text-align: left; } .middle { text-indent: 0; margin-left: 7.5cm; text-align: left; }
        table { border-collapse: collapse; width: 100%; font-size: 9.5pt; line-height: 18.6pt; margin-bottom: 6pt; }
        td, th { border: 0.5pt solid; padding: 1.5pt 5pt; text-align: left; vertical-align: top; } th { width: 3.6cm; }
        """;

    /// <summary>Writes the letters of the first organisations to a folder, and says their files.</summary>
    public static IReadOnlyList<string> Write(DirectoryInfo folder, int letters)
    {
        folder.Create();
        foreach (var (face, name) in new[] { ("Sarabun-Regular", "regular"), ("Sarabun-Bold", "bold") })
        {
            using var font = typeof(Sarabun).Assembly.GetManifestResourceStream($"{face}.ttf")!;
            using var file = File.Create(Path.Combine(folder.FullName, $"{name}.ttf"));
            font.CopyTo(file);
        }
        var files = new List<string>();
        foreach (var (i, (organisation, addressee, project)) in PlaceNames.All().Take(letters).Index())
        {
            var file = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"{i:D5}.html"));
            File.WriteAllText(file, Html(LetterSamples.Definition, LetterSamples.Result(project, organisation, addressee, 67.92m, passed: true)));
            files.Add(file);
        }
        return files;
    }

    private static string Html(CycleDefinition definition, EntryResult result)
    {
        var (words, letter, organiser) = (new LetterWords(definition, result.Entry, result), definition.Letter, definition.Organiser);
        var html = new StringBuilder(
            $"<!DOCTYPE html><html lang=\"th\"><head><meta charset=\"utf-8\"><title>{Text(words.Subject)}</title><style>{Style}</style></head><body>");
        void Paragraph(string kind, string text) => html.Append(CultureInfo.InvariantCulture, $"<p class=\"{kind}\">{Text(text)}</p>");
        Paragraph("plain", $"ที่ {letter.Number}");
        Paragraph("right", $"{organiser.Name}\n{organiser.Address}");
        Paragraph("middle", ThaiDate.InFull(letter.Date));
        Paragraph("plain", $"เรื่อง  {words.Subject}");
        Paragraph("plain", $"เรียน  {result.Entry.Addressee}");
        Paragraph("plain", $"สิ่งที่ส่งมาด้วย  {string.Join('\n', words.Fill(letter.Enclosures.Passed))}");
        foreach (var text in words.Fill(letter.Opening))
        {
            Paragraph("", text);
        }
        html.Append(
            CultureInfo.InvariantCulture,
            $"<table><tr><th>ผลงาน<td>{Text(result.Entry.Project)}<tr><th>ผลการพิจารณาโดยคณะกรรมการ<td>คะแนนเฉลี่ย <b>{ThaiScore.InDigits(result.Average!.Value)}</b>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<tr><th rowspan=2>เกณฑ์การพิจารณา<td>{Text(string.Join('\n', definition.Rubric.Select((category, i) => $"หมวดที่ {i + 1} {category.Title}")))}");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<tr><td>{Text(string.Join('\n', definition.Criteria().Select((criterion, i) => $"ข้อ {i + 1}) {criterion.Title}")))}</table>");
        foreach (var text in words.Fill(letter.Closing))
        {
            Paragraph("", text);
        }
        Paragraph("middle", $"ขอแสดงความนับถือ\n\n\n\n({letter.Signatory.Name})\n{string.Join('\n', letter.Signatory.Position)}");
        Paragraph(
            "plain",
            $"{organiser.Centre}\n{organiser.Team}\nโทร. {organiser.Phone} ({organiser.Contact})\nไปรษณีย์อิเล็กทรอนิกส์สารบรรณกลาง {organiser.SarabanEmail}");
        return html.Append("</body></html>").ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(ThaiNumerals.InText(text)).Replace("\n", "<br>", StringComparison.Ordinal);
}
