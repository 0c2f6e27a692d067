using System.Globalization;
using System.Text;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>A document's tree of structure elements (ISO 32000-1, 14.7), in the order in which they are drawn.</summary>
internal sealed class PdfStructure
{
    private readonly Dictionary<PdfTag, PdfElement> _elements = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(PdfTag, PdfPage), PdfElement> _figures = [];

    /// <summary>The element that all others are part of.</summary>
    public PdfElement Document { get; } = new(PdfRole.Document, null);

    /// <summary>Whether there is anything but the document itself.</summary>
    public bool IsEmpty => Document.Children.Count == 0;

    /// <summary>The element of a tag on a page. A chart that goes on over pages is a figure on each.</summary>
    public PdfElement Element(PdfTag tag, PdfPage page)
    {
        if (tag.Role != PdfRole.Figure)
        {
            return Element(tag);
        }
        if (!_figures.TryGetValue((tag, page), out var figure))
        {
            figure = Parent(tag).Add(new PdfElement(tag.Role, tag.Alternative));
            _figures.Add((tag, page), figure);
        }
        return figure;
    }

    /// <summary>Writes the tree and says the number of its root.</summary>
    /// <param name="file">Gets the objects.</param>
    /// <param name="pages">The document's pages with the numbers of their objects.</param>
    public int Write(PdfFile file, IReadOnlyList<(PdfPage Page, int Number)> pages)
    {
        var root = file.Reserve();
        Number(file, Document);
        var numbers = pages.ToDictionary(page => page.Page, page => page.Number);
        Write(file, Document, root, numbers);
        var parents = new StringBuilder();
        foreach (var (i, (page, _)) in pages.Index())
        {
            parents.Append(CultureInfo.InvariantCulture, $"{i} [");
            foreach (var element in page.Marked)
            {
                parents.Append(CultureInfo.InvariantCulture, $"{element.Number} 0 R ");
            }
            parents.Append("] ");
        }
        file.Object(root, string.Create(CultureInfo.InvariantCulture,
            $"<< /Type /StructTreeRoot /K {Document.Number} 0 R /ParentTree << /Nums [{parents}] >> /ParentTreeNextKey {pages.Count} >>"));
        return root;
    }

    private PdfElement Element(PdfTag tag)
    {
        if (!_elements.TryGetValue(tag, out var element))
        {
            element = Parent(tag).Add(new PdfElement(tag.Role, tag.Alternative));
            _elements.Add(tag, element);
        }
        return element;
    }

    private PdfElement Parent(PdfTag tag) => tag.Parent is { } parent ? Element(parent) : Document;

    private static void Number(PdfFile file, PdfElement element)
    {
        element.Number = file.Reserve();
        foreach (var child in element.Children)
        {
            Number(file, child);
        }
    }

    private static void Write(PdfFile file, PdfElement element, int parent, Dictionary<PdfPage, int> pages)
    {
        element.Write(file, parent, pages);
        foreach (var child in element.Children)
        {
            Write(file, child, element.Number, pages);
        }
    }
}
