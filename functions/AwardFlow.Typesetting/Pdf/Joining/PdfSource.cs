using System.Globalization;
using System.Text;

namespace AwardFlow.Typesetting.Pdf.Joining;

/// <summary>
/// A PDF file that is read to be joined with others: its objects by the table that finds them (ISO 32000-1, 7.5.4). Files
/// whose objects are packed in streams, or that are encrypted, are not read; AwardFlow writes none.
/// </summary>
internal sealed class PdfSource
{
    private readonly ReadOnlyMemory<byte> _file;
    private readonly Dictionary<int, int> _offsets = [];

    /// <exception cref="FormatException">It is no such file.</exception>
    public PdfSource(ReadOnlyMemory<byte> file)
    {
        _file = file;
        var bytes = file.Span;
        var mark = bytes.LastIndexOf("startxref"u8);
        if (mark < 0)
        {
            throw new FormatException("The file has no startxref.");
        }
        var reader = new PdfSyntax(bytes, mark + "startxref".Length);
        var table = reader.Integer();
        reader = new PdfSyntax(bytes, table);
        reader.Expect("xref"u8);
        while (!reader.TryTake("trailer"u8))
        {
            var (first, count) = (reader.Integer(), reader.Integer());
            for (var i = 0; i < count; i++)
            {
                var (offset, _) = (reader.Integer(), reader.Integer());
                if (reader.TryTake("n"u8))
                {
                    _offsets.TryAdd(first + i, offset);
                }
                else
                {
                    reader.Expect("f"u8);
                }
            }
        }
        var trailer = reader.Value();
        if (PdfSyntax.Entry(trailer, "Prev"u8).Length > 0 || PdfSyntax.Entry(trailer, "Encrypt"u8).Length > 0)
        {
            throw new FormatException("The file was changed after it was written, or is encrypted.");
        }
        Root = PdfSyntax.Reference(PdfSyntax.Entry(trailer, "Root"u8)) ?? throw new FormatException("The file has no catalog.");
    }

    /// <summary>The number of the document catalog.</summary>
    public int Root { get; }

    /// <summary>An object's value, and the data behind it where it is a stream.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public ReadOnlySpan<byte> Value(int number, out ReadOnlySpan<byte> data)
    {
        if (!_offsets.TryGetValue(number, out var offset))
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The file has no object {number}."));
        }
        var reader = new PdfSyntax(_file.Span, offset);
        if (reader.Integer() != number)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"Object {number} is not where the table says."));
        }
        reader.Integer();
        reader.Expect("obj"u8);
        var value = reader.Value();
        data = default;
        if (reader.TryTake("stream"u8))
        {
            data = reader.Data(Length(value));
        }
        return value;
    }

    /// <summary>The value of an object that is no stream.</summary>
    /// <exception cref="FormatException">There is none.</exception>
    public ReadOnlySpan<byte> Value(int number) => Value(number, out _);

    /// <summary>The numbers of the file's pages, in their order.</summary>
    /// <exception cref="FormatException">The tree of pages is broken.</exception>
    public IReadOnlyList<int> Pages()
    {
        var pages = new List<int>();
        Collect(PdfSyntax.Reference(PdfSyntax.Entry(Value(Root), "Pages"u8)) ?? throw new FormatException("The catalog has no pages."), pages, depth: 0);
        return pages;
    }

    private void Collect(int node, List<int> pages, int depth)
    {
        if (depth > 32)
        {
            throw new FormatException("The tree of pages is too deep.");
        }
        var value = Value(node);
        var kids = PdfSyntax.Entry(value, "Kids"u8);
        if (kids.Length == 0)
        {
            pages.Add(node);
            return;
        }
        foreach (var kid in PdfSyntax.References(kids))
        {
            Collect(kid, pages, depth + 1);
        }
    }

    private int Length(ReadOnlySpan<byte> dictionary)
    {
        var entry = PdfSyntax.Entry(dictionary, "Length"u8);
        return new PdfSyntax(PdfSyntax.Reference(entry) is { } number ? Value(number) : entry, 0).Integer();
    }

    /// <inheritdoc/>
    public override string ToString() => Encoding.Latin1.GetString(_file.Span[..Math.Min(8, _file.Length)]);
}
