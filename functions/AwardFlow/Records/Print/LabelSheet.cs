using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Records.Print;

/// <summary>
/// Addresses on sheets of labels, 3 by 8 on A4, each 70 by 37 mm without gaps, as most makers have them: the first begins
/// half a millimetre below the sheet's edge. Nothing stands within 4 mm of a label's edges, since printers draw a sheet askew.
/// </summary>
internal sealed class LabelSheet
{
    /// <summary>How many labels a sheet has.</summary>
    public const int OnSheet = Columns * Rows;

    private const int Columns = 3;
    private const int Rows = 8;
    private const double LabelWidth = 7 * Centimetre;
    private const double LabelHeight = 3.7 * Centimetre;
    private const double Margin = 0.5 * Centimetre;
    private const double MarginAbove = 0.4 * Centimetre;
    private const double Size = 10.5;
    private const double Leading = 16;
    private const double CodeSize = 6.5;

    private readonly PdfDocument _document;
    private readonly OfficeWords _words;
    private readonly double _top;
    private PdfPage? _page;
    private int _at;

    /// <summary>Sheets of a cycle.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="skip">How many labels of the first sheet are used already.</param>
    public LabelSheet(CycleDefinition definition, int skip)
    {
        _words = OfficeWords.Of(definition);
        _document = new PdfDocument(
            $"ฉลากที่อยู่ {ThaiNumerals.InText(definition.Title)}",
            definition.Organiser.Name,
            new DateTimeOffset(definition.Letter.Date.ToDateTime(TimeOnly.MinValue), ThaiTime.Offset));
        _top = (PageHeight - Rows * LabelHeight) / 2;
        _at = skip;
    }

    /// <summary>Adds the label of a letter.</summary>
    public void Add(Entry entry, int letter)
    {
        if (_page is null || _at % OnSheet == 0)
        {
            _page = _document.AddPage(PageWidth, PageHeight);
        }
        var (column, row) = (_at % Columns, _at % OnSheet / Columns);
        var (x, y) = (column * LabelWidth + Margin, _top + row * LabelHeight + MarginAbove);
        var (width, most) = (LabelWidth - 2 * Margin, LabelHeight - 2 * MarginAbove - CodeSize);
        var scale = 1.0;
        var lines = Lines(entry, width, scale);
        while (lines.Count * Leading * scale > most && scale > 0.5)
        {
            scale -= 0.05;
            lines = Lines(entry, width, scale);
        }
        var tag = PdfTag.Paragraph();
        foreach (var line in lines)
        {
            _page.Draw(line, x, y + 0.72 * Leading * scale, tag: tag);
            y += Leading * scale;
        }
        // Which letter it belongs to, for whoever packs it.
        var code = TextLine.Of(letter == 1 ? entry.Code.Text : $"{entry.Code} ({Correction.NumberOf(letter)})", Sarabun.Regular, CodeSize);
        _page.Draw(
            code, (column + 1) * LabelWidth - Margin - code.Width, _top + (row + 1) * LabelHeight - MarginAbove, PdfColour.Grey(110), PdfTag.Paragraph());
        _at++;
    }

    /// <summary>The sheets as a PDF.</summary>
    public byte[] Finish() => _document.ToFile();

    private List<TextLine> Lines(Entry entry, double width, double scale) =>
        [.. AddressSheet.AddressOf(entry).SelectMany(text => Paragraph.Break(_words.Keep(text), Sarabun.Regular, Size * scale, width))];
}
