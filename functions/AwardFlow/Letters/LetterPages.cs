using AwardFlow.Thai;
using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>Lays strips on pages, with page numbers, catchwords and the mark of a draft.</summary>
internal sealed class LetterPages
{
    private const int WordsInCatchword = 2;

    private readonly PdfDocument _document;
    private readonly TextLine? _watermark;
    private PdfPage _page;
    private double _y = Top;

    public LetterPages(PdfDocument document, bool draft)
    {
        _document = document;
        _watermark = draft ? TextLine.Of("ร่าง", Sarabun.Bold, 180) : null;
        _page = NewPage();
    }

    /// <summary>Lays strips below what is there, on further pages as needed.</summary>
    public void Lay(IReadOnlyList<LetterPiece> pieces)
    {
        for (var i = 0; i < pieces.Count;)
        {
            var next = i + 1;
            while (next < pieces.Count && pieces[next - 1].KeepWithNext)
            {
                next++;
            }
            var group = pieces.Skip(i).Take(next - i).ToList();
            if (_y + group.Sum(piece => piece.Height) > Bottom + 0.01 && _y > Top)
            {
                Catchword(group.Find(piece => piece.Words.Length > 0)?.Words);
                _page = NewPage();
            }
            foreach (var piece in group.Where(piece => !piece.IsSpace || _y > Top))
            {
                piece.Draw(_page, _y);
                _y += piece.Height;
            }
            i = next;
        }
    }

    /// <summary>Lays strips at the foot of the last page, or of one more where they do not fit.</summary>
    public void LayAtFoot(IReadOnlyList<LetterPiece> pieces)
    {
        var height = pieces.Sum(piece => piece.Height);
        if (_y + PartGap + height > Bottom)
        {
            _page = NewPage();
        }
        var y = Bottom - height;
        foreach (var piece in pieces)
        {
            piece.Draw(_page, y);
            y += piece.Height;
        }
    }

    private PdfPage NewPage()
    {
        var page = _document.AddPage(PageWidth, PageHeight);
        if (_watermark is not null)
        {
            page.Watermark(_watermark);
        }
        _y = Top;
        if (_document.Pages.Count > 1)
        {
            var number = Line($"- {ThaiNumerals.ToThai(_document.Pages.Count.ToString(System.Globalization.CultureInfo.InvariantCulture))} -");
            page.Draw(number, (PageWidth - number.Width) / 2, Top - 0.5 * Centimetre);
        }
        return page;
    }

    private void Catchword(string? words)
    {
        if (words is null)
        {
            return;
        }
        var breaks = ThaiLineBreaks.Find(words);
        var end = breaks.Count >= WordsInCatchword ? breaks[WordsInCatchword - 1] : words.Length;
        var line = Line($"/{words[..end].TrimEnd()}...");
        _page.Draw(line, Right - line.Width, Bottom + 0.5 * Centimetre);
    }

    private static TextLine Line(string text) => TextLine.Of(text, Sarabun.Regular, FontSize);
}
