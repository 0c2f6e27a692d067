using System.Buffers.Binary;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>
/// The part of a font that one document uses, with a glyph of its own for each cluster. A cluster of several glyphs
/// becomes a composite glyph that stands for its base; a blank glyph without width follows it and stands for its marks.
/// Glyphs and text so stand in the same order, and no reader that takes a glyph of letter and mark together for a mark
/// without width (pdf.js) sets a space after it.
/// </summary>
/// <param name="face">The font.</param>
/// <param name="shared">What the subset begins with, because many documents have it; null for nothing.</param>
internal sealed class FontSubset(FontFace face, SharedSubset? shared)
{
    private const int ArgumentsAreWords = 0x0001;
    private const int ArgumentsAreOffsets = 0x0002;
    private const int HasScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    private readonly FontSubset? _first = shared?.Subset;
    private readonly List<SubsetGlyph> _glyphs = [];
    private readonly Dictionary<int, ushort> _parts = [];
    private readonly Dictionary<ClusterShape, EncodedCluster> _clusters = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ushort> _marks = new(StringComparer.Ordinal);
    private readonly List<EncodedGlyph> _encoded = [];
    private readonly HashSet<ushort> _ids = [];

    /// <summary>The font.</summary>
    public FontFace Face => face;

    /// <summary>What the subset begins with; null for nothing.</summary>
    public SharedSubset? Shared => shared;

    /// <summary>The glyphs after those that are shared, by their ids.</summary>
    public IReadOnlyList<SubsetGlyph> Glyphs
    {
        get
        {
            if (Count == 0)
            {
                AddPart(0);
            }
            return _glyphs;
        }
    }

    /// <summary>How many glyphs there are, the shared ones included.</summary>
    public int Count => (_first?.Count ?? 0) + _glyphs.Count;

    /// <summary>The glyphs, besides the shared ones, that text was set with.</summary>
    public IReadOnlyList<EncodedGlyph> Encoded
    {
        get
        {
            _encoded.Sort(static (one, other) => one.Id.CompareTo(other.Id));
            return _encoded;
        }
    }

    /// <summary>Whether a cluster is one of those that are shared.</summary>
    public bool IsShared(ClusterShape cluster) => _first?._clusters.ContainsKey(cluster) == true;

    /// <summary>The ids that a cluster has in this subset.</summary>
    public EncodedCluster Encode(ClusterShape cluster)
    {
        if (_first?._clusters.TryGetValue(cluster, out var encoded) == true || _clusters.TryGetValue(cluster, out encoded))
        {
            return encoded;
        }
        // The first glyph of every font is what stands for none.
        if (Count == 0)
        {
            AddPart(0);
        }
        var id = cluster.IsPlainGlyph ? AddPlain(cluster.Glyphs[0].Glyph) : AddComposite(cluster);
        AddEncoded(new EncodedGlyph(id, cluster.Base, cluster.Advance));
        encoded = new EncodedCluster(id, Marks(cluster.Marks));
        _clusters.Add(cluster, encoded);
        return encoded;
    }

    private ushort? Marks(string marks)
    {
        if (marks.Length == 0)
        {
            return null;
        }
        if (_first?._marks.TryGetValue(marks, out var id) != true && !_marks.TryGetValue(marks, out id))
        {
            id = Add(new SubsetGlyph([], 0, 0));
            _marks.Add(marks, id);
            AddEncoded(new EncodedGlyph(id, marks, 0));
        }
        return id;
    }

    private void AddEncoded(EncodedGlyph glyph)
    {
        _ids.Add(glyph.Id);
        _encoded.Add(glyph);
    }

    // The same glyph may stand for several texts (a space and a no-break space): each gets a glyph id of its own. What is
    // shared stands for what it does in all documents.
    private ushort AddPlain(int source)
    {
        if (_first?._parts.ContainsKey(source) == true)
        {
            return Add(Copy(source));
        }
        var id = AddPart(source);
        return _ids.Contains(id) ? Add(Copy(source)) : id;
    }

    private ushort AddPart(int source)
    {
        if (_first?._parts.TryGetValue(source, out var id) != true && !_parts.TryGetValue(source, out id))
        {
            id = Add(Copy(source));
            _parts.Add(source, id);
        }
        return id;
    }

    private ushort Add(SubsetGlyph glyph)
    {
        _glyphs.Add(glyph);
        return checked((ushort)(Count - 1));
    }

    private SubsetGlyph Copy(int source)
    {
        var outline = face.Tables.Outline(source).ToArray();
        if (outline.Length > 0 && BinaryPrimitives.ReadInt16BigEndian(outline) < 0)
        {
            RenumberComponents(outline);
        }
        return new SubsetGlyph(outline, face.Tables.AdvanceWidth(source), face.Tables.Box(source).Left);
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
        var drawn = cluster.Glyphs.Where(glyph => !face.Tables.Outline(glyph.Glyph).IsEmpty).ToArray();
        if (drawn.Length == 0)
        {
            return Add(new SubsetGlyph([], cluster.Advance, 0));
        }
        var box = drawn
            .Select(glyph => face.Tables.Box(glyph.Glyph).Offset(glyph.X, glyph.Y))
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
}
