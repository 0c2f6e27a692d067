using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>
/// The part of a font that one document uses, with a glyph of its own for each cluster. A cluster of several glyphs
/// becomes a composite glyph that stands for its base; a blank glyph without width follows it and stands for its marks.
/// Glyphs and text so stand in the same order, and no reader that takes a glyph of letter and mark together for a mark
/// without width (pdf.js) sets a space after it.
/// </summary>
internal sealed class FontSubset
{
    private const int ArgumentsAreWords = 0x0001;
    private const int ArgumentsAreOffsets = 0x0002;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    private readonly FontFace _face;
    private readonly List<SubsetGlyph> _glyphs = [];
    private readonly Dictionary<int, ushort> _parts = [];
    private readonly Dictionary<ClusterShape, EncodedCluster> _clusters = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ushort> _marks = new(StringComparer.Ordinal);
    private readonly SortedDictionary<ushort, (string Text, int Advance)> _encoded = [];

    public FontSubset(FontFace face)
    {
        _face = face;
        AddPart(0);
    }

    /// <summary>The glyphs that text was set with: their ids, the text that each stands for and their widths in font units.</summary>
    public IEnumerable<(ushort Id, string Text, int Advance)> Encoded => _encoded.Select(pair => (pair.Key, pair.Value.Text, pair.Value.Advance));

    /// <summary>The ids that a cluster has in this subset.</summary>
    public EncodedCluster Encode(ClusterShape cluster)
    {
        if (!_clusters.TryGetValue(cluster, out var encoded))
        {
            var id = cluster.IsPlainGlyph ? AddPlain(cluster.Glyphs[0].Glyph) : AddComposite(cluster);
            _encoded.Add(id, (cluster.Base, cluster.Advance));
            encoded = new EncodedCluster(id, Marks(cluster.Marks));
            _clusters.Add(cluster, encoded);
        }
        return encoded;
    }

    private ushort? Marks(string marks)
    {
        if (marks.Length == 0)
        {
            return null;
        }
        if (!_marks.TryGetValue(marks, out var id))
        {
            id = Add(new SubsetGlyph([], 0, 0));
            _marks.Add(marks, id);
            _encoded.Add(id, (marks, 0));
        }
        return id;
    }

    /// <summary>The subset as a TrueType file with the tables that PDF (ISO 32000-1, 9.9) asks for.</summary>
    public byte[] ToFile()
    {
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal)
        {
            ["head"] = Head(),
            ["hhea"] = Hhea(),
            ["maxp"] = Maxp(),
            ["hmtx"] = Hmtx(),
        };
        (tables["glyf"], tables["loca"]) = GlyfAndLoca();
        return Assemble(tables);
    }

    /// <summary>Six letters that mark the font's name as a subset's (ISO 32000-1, 9.6.4), made from what is in it.</summary>
    public static string Tag(ReadOnlySpan<byte> file)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(file, hash);
        return string.Create(6, hash[..6].ToArray(), static (letters, bytes) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = (char)('A' + bytes[i] % 26);
            }
        });
    }

    // The same glyph may stand for several texts (a space and a no-break space): each gets a glyph id of its own.
    private ushort AddPlain(int source)
    {
        var id = AddPart(source);
        return _encoded.ContainsKey(id) ? Add(Copy(source)) : id;
    }

    private ushort AddPart(int source)
    {
        if (!_parts.TryGetValue(source, out var id))
        {
            id = Add(Copy(source));
            _parts.Add(source, id);
        }
        return id;
    }

    private ushort Add(SubsetGlyph glyph)
    {
        _glyphs.Add(glyph);
        return checked((ushort)(_glyphs.Count - 1));
    }

    private SubsetGlyph Copy(int source)
    {
        var outline = _face.Tables.Outline(source).ToArray();
        if (outline.Length > 0 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0)
        {
            RenumberComponents(outline);
        }
        return new SubsetGlyph(outline, _face.Tables.AdvanceWidth(source), _face.Tables.Box(source).Left);
    }

    private void RenumberComponents(byte[] outline)
    {
        var at = 10;
        int flags;
        do
        {
            flags = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at));
            var source = BinaryPrimitives.ReadUInt16BigEndian(outline.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(outline.AsSpan(at + 2), AddPart(source));
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2);
            at += (flags & HasScale) != 0 ? 2 : (flags & HasTwoScales) != 0 ? 4 : (flags & HasMatrix) != 0 ? 8 : 0;
        }
        while ((flags & MoreComponents) != 0);
    }

    private ushort AddComposite(ClusterShape cluster)
    {
        var drawn = cluster.Glyphs.Where(glyph => !_face.Tables.Outline(glyph.Glyph).IsEmpty).ToArray();
        if (drawn.Length == 0)
        {
            return Add(new SubsetGlyph([], cluster.Advance, 0));
        }
        var box = drawn
            .Select(glyph => _face.Tables.Box(glyph.Glyph).Offset(glyph.X, glyph.Y))
            .Aggregate((sum, next) => sum.Union(next));
        var outline = new byte[10 + 8 * drawn.Length];
        var header = outline.AsSpan();
        BinaryPrimitives.WriteInt16BigEndian(header, -1);
        BinaryPrimitives.WriteInt16BigEndian(header[2..], box.Left);
        BinaryPrimitives.WriteInt16BigEndian(header[4..], box.Bottom);
        BinaryPrimitives.WriteInt16BigEndian(header[6..], box.Right);
        BinaryPrimitives.WriteInt16BigEndian(header[8..], box.Top);
        for (var i = 0; i < drawn.Length; i++)
        {
            var component = outline.AsSpan(10 + 8 * i);
            var more = i < drawn.Length - 1 ? MoreComponents : 0;
            BinaryPrimitives.WriteUInt16BigEndian(component, (ushort)(ArgumentsAreWords | ArgumentsAreOffsets | more));
            BinaryPrimitives.WriteUInt16BigEndian(component[2..], AddPart(drawn[i].Glyph));
            BinaryPrimitives.WriteInt16BigEndian(component[4..], drawn[i].X);
            BinaryPrimitives.WriteInt16BigEndian(component[6..], drawn[i].Y);
        }
        return Add(new SubsetGlyph(outline, cluster.Advance, box.Left));
    }

    private byte[] Head()
    {
        var head = _face.Tables.Table("head").ToArray();
        head.AsSpan(8, 4).Clear(); // checkSumAdjustment: written last
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // long offsets
        return head;
    }

    private byte[] Hhea()
    {
        var hhea = _face.Tables.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)_glyphs.Count);
        return hhea;
    }

    private byte[] Maxp()
    {
        var maxp = _face.Tables.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)_glyphs.Count);
        // Composites of ours go one level deeper than the font's and take at most a few times its largest glyph.
        Raise(maxp, 10, 4);
        Raise(maxp, 12, 4);
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(28), (ushort)Math.Max(8, (int)BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(28))));
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(30), (ushort)(1 + Math.Max(1, (int)BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(30)))));
        return maxp;
    }

    private static void Raise(byte[] maxp, int at, int times)
    {
        var simple = BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(at - 4));
        var composite = BinaryPrimitives.ReadUInt16BigEndian(maxp.AsSpan(at));
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(at), (ushort)Math.Min(ushort.MaxValue, times * Math.Max(simple, composite)));
    }

    private byte[] Hmtx()
    {
        var hmtx = new byte[4 * _glyphs.Count];
        for (var i = 0; i < _glyphs.Count; i++)
        {
            BinaryPrimitives.WriteUInt16BigEndian(hmtx.AsSpan(4 * i), (ushort)_glyphs[i].Advance);
            BinaryPrimitives.WriteInt16BigEndian(hmtx.AsSpan(4 * i + 2), _glyphs[i].LeftBearing);
        }
        return hmtx;
    }

    private (byte[] Glyf, byte[] Loca) GlyfAndLoca()
    {
        var loca = new byte[4 * (_glyphs.Count + 1)];
        using var glyf = new MemoryStream();
        for (var i = 0; i < _glyphs.Count; i++)
        {
            glyf.Write(_glyphs[i].Outline);
            while (glyf.Length % 4 != 0)
            {
                glyf.WriteByte(0);
            }
            BinaryPrimitives.WriteUInt32BigEndian(loca.AsSpan(4 * (i + 1)), (uint)glyf.Length);
        }
        return (glyf.ToArray(), loca);
    }

    private static byte[] Assemble(SortedDictionary<string, byte[]> tables)
    {
        var offset = 12 + 16 * tables.Count;
        var file = new byte[offset + tables.Values.Sum(table => Padded(table.Length))];
        var span = file.AsSpan();
        var power = System.Numerics.BitOperations.Log2((uint)tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(span, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(span[4..], (ushort)tables.Count);
        BinaryPrimitives.WriteUInt16BigEndian(span[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(span[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(span[10..], (ushort)(16 * tables.Count - (16 << power)));
        var record = 12;
        var head = 0;
        foreach (var (tag, table) in tables)
        {
            table.CopyTo(span[offset..]);
            Encoding.ASCII.GetBytes(tag, span[record..]);
            BinaryPrimitives.WriteUInt32BigEndian(span[(record + 4)..], Checksum(span.Slice(offset, Padded(table.Length))));
            BinaryPrimitives.WriteUInt32BigEndian(span[(record + 8)..], (uint)offset);
            BinaryPrimitives.WriteUInt32BigEndian(span[(record + 12)..], (uint)table.Length);
            head = tag == "head" ? offset : head;
            offset += Padded(table.Length);
            record += 16;
        }
        BinaryPrimitives.WriteUInt32BigEndian(span[(head + 8)..], unchecked(0xB1B0AFBA - Checksum(span)));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        for (var i = 0; i < data.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(data[i..]));
        }
        return sum;
    }

    private sealed record SubsetGlyph(byte[] Outline, int Advance, short LeftBearing);
}
