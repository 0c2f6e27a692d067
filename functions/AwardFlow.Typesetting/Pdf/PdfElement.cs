using System.Globalization;
using System.Text;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>An element of a document's structure: its children, or the marked content that it stands for (ISO 32000-1, 14.7.2).</summary>
internal sealed class PdfElement(PdfRole role, string? alternative)
{
    private readonly List<PdfElement> _children = [];
    private readonly List<(PdfPage Page, int Mark)> _content = [];
    private (double Left, double Bottom, double Right, double Top)? _box;

    /// <summary>The element's object number, once it has one.</summary>
    public int Number { get; set; }

    public IReadOnlyList<PdfElement> Children => _children;

    /// <summary>The name of a role as PDF has it.</summary>
    public static string Name(PdfRole role) => role switch
    {
        PdfRole.Document => "Document",
        PdfRole.Heading => "H1",
        PdfRole.Subheading => "H2",
        PdfRole.Paragraph => "P",
        PdfRole.List or PdfRole.NumberedList => "L",
        PdfRole.ListItem => "LI",
        PdfRole.ListLabel => "Lbl",
        PdfRole.ListBody => "LBody",
        PdfRole.Table => "Table",
        PdfRole.TableRow => "TR",
        PdfRole.ColumnHeader or PdfRole.RowHeader => "TH",
        PdfRole.DataCell => "TD",
        PdfRole.Figure => "Figure",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "What is no part of the structure has no name in it."),
    };

    public PdfElement Add(PdfElement child)
    {
        _children.Add(child);
        return child;
    }

    /// <summary>Adds a page's marked content by its number there.</summary>
    public void Add(PdfPage page, int mark) => _content.Add((page, mark));

    /// <summary>Takes in that a figure reaches over a rectangle, in points from the page's lower left corner.</summary>
    public void Cover(double left, double bottom, double right, double top) => _box = _box is not { } box
        ? (left, bottom, right, top)
        : (Math.Min(box.Left, left), Math.Min(box.Bottom, bottom), Math.Max(box.Right, right), Math.Max(box.Top, top));

    public void Write(PdfFile file, int parent, Dictionary<PdfPage, int> pages)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<< /S /{Name(role)} /P {parent} 0 R");
        if (_content.Count > 0)
        {
            body.Append(CultureInfo.InvariantCulture, $" /Pg {pages[_content[0].Page]} 0 R");
        }
        body.Append(" /K [");
        foreach (var (page, mark) in _content)
        {
            body.Append(ReferenceEquals(page, _content[0].Page)
                ? string.Create(CultureInfo.InvariantCulture, $"{mark} ")
                : string.Create(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {pages[page]} 0 R /MCID {mark} >> "));
        }
        foreach (var child in _children)
        {
            body.Append(CultureInfo.InvariantCulture, $"{child.Number} 0 R ");
        }
        body.Append(']');
        if (alternative is not null)
        {
            body.Append(" /Alt ").Append(PdfFile.TextString(alternative));
        }
        body.Append(role switch
        {
            PdfRole.NumberedList => " /A << /O /List /ListNumbering /Decimal >>",
            PdfRole.List => " /A << /O /List /ListNumbering /Disc >>",
            PdfRole.ColumnHeader => " /A << /O /Table /Scope /Column >>",
            PdfRole.RowHeader => " /A << /O /Table /Scope /Row >>",
            PdfRole.Figure when _box is { } box => string.Create(CultureInfo.InvariantCulture,
                $" /A << /O /Layout /Placement /Block /BBox [{box.Left:0.##} {box.Bottom:0.##} {box.Right:0.##} {box.Top:0.##}] >>"),
            _ => "",
        });
        file.Object(Number, body.Append(" >>").ToString());
    }
}
