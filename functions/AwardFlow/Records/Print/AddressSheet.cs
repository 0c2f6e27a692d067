using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Records.Print;

/// <summary>
/// A sheet to lie before a letter in a window envelope: who sends it, to whom and where. Folded in three for DL (110 by 220 mm)
/// or in two for C5 (162 by 229 mm), the address stands in the window, 20 mm from the left and 45 to 85 mm from the sheet's
/// upper edge (DIN 680).
/// </summary>
/// <param name="definition">The cycle.</param>
internal sealed class AddressSheet(CycleDefinition definition)
{
    private const double WindowLeft = 2.5 * Centimetre;
    private const double WindowTop = 4.6 * Centimetre;
    private const double WindowWidth = 8 * Centimetre;
    private const double SenderSize = 8.5;
    private const double SenderLeading = 13;
    private const double AddressSize = 11.5;
    private const double AddressLeading = 18;
    private const double MostHeight = 4 * Centimetre;
    private const double NoteTop = 12 * Centimetre;

    // Between the folds, so that it is neither bent nor in the window.
    private const double QrTop = 16 * Centimetre;
    private const double QrSize = 3.2 * Centimetre;

    private static readonly string[] Named = ["จังหวัด", "จ.", "กรุงเทพ", "กทม"];

    private readonly OfficeWords _words = OfficeWords.Of(definition);

    /// <summary>The sheet of an entry's letter.</summary>
    /// <param name="result">The entry's result.</param>
    /// <param name="link">Where the recipient confirms the letter, as a QR code; null for nowhere.</param>
    /// <param name="mark">What the sheet is marked with; null where it may leave.</param>
    public byte[] Render(EntryResult result, Uri? link = null, DocumentMark? mark = null)
    {
        var words = new LetterWords(definition, result.Entry, result);
        var document = new PdfDocument(
            $"ใบจ่าหน้า {ThaiNumerals.InText(result.Entry.Organisation)}",
            definition.Organiser.Name,
            new DateTimeOffset(definition.Letter.Date.ToDateTime(TimeOnly.MinValue), ThaiTime.Offset));
        var page = document.AddPage(PageWidth, PageHeight);
        mark?.Draw(page);
        var y = WindowTop;
        foreach (var line in Paragraph.Break(_words.Set($"ผู้ส่ง {definition.Organiser.Name}"), Sarabun.Regular, SenderSize, WindowWidth).Take(1))
        {
            page.Draw(line, WindowLeft, y + 0.7 * SenderLeading, PdfColour.Grey(60));
            y += SenderLeading;
        }
        var tag = new PdfTag(PdfRole.Heading);
        page.Rule(WindowLeft, y, WindowLeft + WindowWidth, y, 0.4, PdfColour.Grey(120));
        y += 3;
        // Smaller rather than out of the window.
        var scale = 1.0;
        var lines = Lines(result, scale);
        while (lines.Count * AddressLeading * scale > MostHeight - SenderLeading && scale > 0.7)
        {
            scale -= 0.05;
            lines = Lines(result, scale);
        }
        foreach (var line in lines)
        {
            page.Draw(line, WindowLeft, y + 0.72 * AddressLeading * scale, tag: tag);
            y += AddressLeading * scale;
        }
        var note = NoteTop;
        foreach (var text in new[]
        {
            $"ที่ {words.Number}",
            $"ลงวันที่ {ThaiDate.InFull(definition.Letter.Date)}",
            $"เรื่อง {words.Subject}",
            $"รหัสผลงาน {result.Entry.Code}",
        })
        {
            var part = PdfTag.Paragraph();
            foreach (var line in Paragraph.Break(_words.Keep(text), Sarabun.Regular, FontSize, Right - WindowLeft))
            {
                page.Draw(line, WindowLeft, note + Ascent, tag: part);
                note += LineHeight;
            }
        }
        if (link is not null)
        {
            new QrSquare(link).Draw(page, WindowLeft, QrTop, QrSize, new PdfTag(PdfRole.Figure, alternative: "คิวอาร์โค้ดของหน้าสำหรับยืนยันการได้รับหนังสือ"));
            var (below, told, left) = (QrTop + 0.6 * Centimetre, PdfTag.Paragraph(), WindowLeft + QrSize + 0.5 * Centimetre);
            foreach (var line in Paragraph.Break(
                _words.Set($"เมื่อลงรับหนังสือแล้ว โปรดสแกนเพื่อยืนยันการได้รับหนังสือ หรือแจ้งทางโทรศัพท์ {definition.Organiser.Phone}"),
                Sarabun.Regular,
                FontSize,
                Right - left))
            {
                page.Draw(line, left, below + Ascent, tag: told);
                below += LineHeight;
            }
        }
        return document.ToFile();
    }

    /// <summary>The lines of an address: the office, the organisation and its place.</summary>
    internal static IReadOnlyList<string> AddressOf(Intake.Entry entry)
    {
        var place = entry.PostalAddress ?? ProvinceOf(entry.Province.Trim());
        return [.. new[] { $"เรียน {entry.Addressee}", entry.Organisation, place }.Where(line => line.Length > 0)];
    }

    // Bangkok is no province, and some lists have the word in the cell.
    private static string ProvinceOf(string province) =>
        province.Length == 0 || Named.Any(start => province.StartsWith(start, StringComparison.Ordinal)) ? province : $"จังหวัด{province}";

    // Numbers of houses and of the post are read by its machines, so they stay as they are written.
    private List<TextLine> Lines(EntryResult result, double scale) =>
        [.. AddressOf(result.Entry).SelectMany(text => Paragraph.Break(_words.Keep(text), Sarabun.Regular, AddressSize * scale, WindowWidth))];
}
