using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace AwardFlow.Typesetting.Pdf;

/// <summary>Writes the objects of a PDF 1.7 file (ISO 32000-1, 7.5) and the table that finds them.</summary>
internal sealed class PdfFile
{
    private readonly ArrayBufferWriter<byte> _file = new(64 * 1024);
    private readonly List<int> _offsets = [];

    private readonly bool _compress;

    /// <param name="compress">Whether streams are compressed.</param>
    public PdfFile(bool compress)
    {
        _compress = compress;
        Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
    }

    /// <summary>A number for an object that is written later.</summary>
    public int Reserve()
    {
        _offsets.Add(0);
        return _offsets.Count;
    }

    /// <summary>Writes an object: its body in PDF syntax, Latin-1.</summary>
    public void Object(int number, string body)
    {
        _offsets[number - 1] = _file.WrittenCount;
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n{body}\nendobj\n"));
    }

    /// <summary>Writes a new object and says its number.</summary>
    public int Object(string body)
    {
        var number = Reserve();
        Object(number, body);
        return number;
    }

    /// <summary>Writes a stream and says its number.</summary>
    /// <param name="dictionary">Entries of its dictionary besides length and filter.</param>
    /// <param name="data">The data before compression.</param>
    /// <param name="compress">Whether to compress; metadata stays readable to tools that look for it.</param>
    public int Stream(string dictionary, ReadOnlySpan<byte> data, bool compress = true)
    {
        return compress && _compress ? Stream(dictionary, Pieces().Add(data)) : Stream(dictionary, "", data);
    }

    /// <summary>A stream to put together from pieces.</summary>
    public ZlibPieces Pieces() => new(_compress);

    /// <summary>Writes a stream of pieces and says its number.</summary>
    /// <param name="dictionary">Entries of its dictionary besides length and filter.</param>
    /// <param name="data">The stream.</param>
    public int Stream(string dictionary, ZlibPieces data) =>
        data.IsCompressed ? Deflated(dictionary, data.Length, data.Finish()) : Stream(dictionary, "", data.Finish());

    /// <summary>Writes a stream that was compressed before and says its number.</summary>
    /// <param name="dictionary">Entries of its dictionary besides length and filter.</param>
    /// <param name="length">How long the data is before compression.</param>
    /// <param name="data">The data, compressed by <see cref="Deflate"/>.</param>
    public int Deflated(string dictionary, int length, ReadOnlySpan<byte> data) =>
        Stream(dictionary, string.Create(CultureInfo.InvariantCulture, $"/Filter /FlateDecode /DL {length} "), data);

    private int Stream(string dictionary, string filter, ReadOnlySpan<byte> data)
    {
        var number = Reserve();
        _offsets[number - 1] = _file.WrittenCount;
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<< {dictionary} {filter}/Length {data.Length} >>\nstream\n"));
        _file.Write(data);
        Write("\nendstream\nendobj\n");
        return number;
    }

    /// <summary>Ends the file.</summary>
    /// <param name="catalog">Number of the document catalog.</param>
    /// <param name="info">Number of the information dictionary.</param>
    public byte[] Finish(int catalog, int info)
    {
        var id = Convert.ToHexString(XxHash128.Hash(_file.WrittenSpan));
        var start = _file.WrittenCount;
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in _offsets)
        {
            table.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }
        table.Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {_offsets.Count + 1} /Root {catalog} 0 R /Info {info} 0 R /ID [<{id}> <{id}>] >>\nstartxref\n{start}\n%%EOF\n");
        Write(table.ToString());
        return _file.WrittenSpan.ToArray();
    }

    /// <summary>Text as a PDF string in UTF-16 (ISO 32000-1, 7.9.2.2).</summary>
    public static string TextString(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>Compresses data as the filter FlateDecode reads it.</summary>
    public static byte[] Deflate(ReadOnlySpan<byte> data)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            zlib.Write(data);
        }
        return compressed.ToArray();
    }

    private void Write(string text) => Encoding.Latin1.GetBytes(text, _file);
}
