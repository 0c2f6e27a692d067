using System.Globalization;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Pdf;
using static AwardFlow.Letters.LetterFormat;

namespace AwardFlow.Letters;

/// <summary>Lays strips on pages, with page numbers, catchwords and the mark of a draft.</summary>
internal sealed class LetterPages
{
    // A page that runs on leaves a line blank and gives the next to the catchword.
    private const double CatchwordRoom = 2 * LineHeight;

    // The blank line may be this much less.
    private const double CatchwordGive = 0.6 * LineHeight;

    private const int ShortestCatchword = 8;
    private const int ShortestAfterLabel = 4;
    private const double PageNumberBaseline = 2 * Centimetre;

    private readonly PdfDocument _document;
    private readonly DocumentMark? _mark;
    private readonly double _firstTop;

    /// <param name="document">Gets the pages.</param>
    /// <param name="mark">What each is marked with; null for nothing.</param>
    /// <param name="firstTop">Where the first page's text begins.</param>
    public LetterPages(PdfDocument document, DocumentMark? mark, double firstTop)
    {
        _document = document;
        _mark = mark;
        _firstTop = firstTop;
    }

    /// <summary>Lays strips on as many pages as they need, and others at the foot of the last.</summary>
    public void Lay(IReadOnlyList<LetterPiece> pieces, IReadOnlyList<LetterPiece> foot)
    {
        var pages = new PageBreaks(
            pieces, Bottom - _firstTop, Bottom - Top, CatchwordRoom, foot.Count == 0 ? 0 : PartGap + foot.Sum(piece => piece.Height), CatchwordGive)
            .Pages();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = NewPage();
            var y = i == 0 ? _firstTop : Top;
            if (i > 0)
            {
                pages[i].Pieces[0].DrawOpening?.Invoke(page, y);
            }
            foreach (var piece in pages[i].Pieces)
            {
                piece.Draw(page, y);
                y += piece.Height - piece.Give * pages[i].Given;
            }
            if (i < pages.Count - 1)
            {
                pages[i].Pieces[^1].DrawClosing?.Invoke(page, y);
                Catchword(page, pages[i + 1].Pieces.FirstOrDefault(piece => piece.Label.Length > 0 || piece.Line is not null));
            }
        }
        var footTop = Bottom - foot.Sum(piece => piece.Height);
        foreach (var piece in foot)
        {
            piece.Draw(_document.Pages[^1], footTop);
            footTop += piece.Height;
        }
        foreach (var (i, page) in _document.Pages.Index().Skip(1))
        {
            Number(page, i + 1);
        }
    }

    private PdfPage NewPage()
    {
        var page = _document.AddPage(PageWidth, PageHeight);
        _mark?.Draw(page);
        return page;
    }

    private static void Number(PdfPage page, int number)
    {
        // The space keeps readers from taking the last hyphen for that of a word divided between lines.
        var line = Line($"- {ThaiNumerals.ToThai(number.ToString(CultureInfo.InvariantCulture))} - ");
        page.Draw(line, (PageWidth - line.Width) / 2, PageNumberBaseline, tag: PdfTag.Artifact);
    }

    private static void Catchword(PdfPage page, LetterPiece? next)
    {
        if (next is null)
        {
            return;
        }
        // The number of an item is not yet its first word.
        var first = $"{next.Label}{next.Line?.Beginning(next.Label.Length > 0 ? ShortestAfterLabel : ShortestCatchword)}".TrimEnd();
        var line = Line($"/{first}{(first.EndsWith('.') ? " " : "")}...");
        page.Draw(line, Right - line.Width, Bottom - LineHeight + Ascent, tag: PdfTag.Artifact);
    }
}
