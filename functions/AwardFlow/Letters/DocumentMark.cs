using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Letters;

/// <summary>Marks pages that do not count.</summary>
internal sealed class DocumentMark
{
    private readonly string _word;
    private readonly double _size;

    private DocumentMark(string word, double size) => (_word, _size) = (word, size);

    /// <summary>A draft: scores or words may still change.</summary>
    public static DocumentMark Draft { get; } = new("ร่าง", 180);

    /// <summary>A test letter that a person sent to itself.</summary>
    public static DocumentMark Test { get; } = new("ทดสอบ", 130);

    /// <summary>Draws the mark; call before anything else is drawn on the page.</summary>
    public void Draw(PdfPage page) => page.Watermark(TextLine.Of(_word, Sarabun.Bold, _size));
}
