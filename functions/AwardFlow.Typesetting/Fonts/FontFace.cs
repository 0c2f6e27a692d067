using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>One TrueType font, ready to shape text. Safe for use by many threads.</summary>
public sealed class FontFace : IDisposable
{
    private static readonly Language Thai = new("th");

    // What is printed of ASCII, and the Thai block.
    private static readonly SearchValues<char> InEveryFace =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Concat(Enumerable.Range('\u0e01', '\u0e5b' - '\u0e01' + 1)).Select(c => (char)c)]);

    private readonly GCHandle _file;
    private readonly Blob _blob;
    private readonly Face _face;
    private readonly Font _font;
    private readonly ConcurrentDictionary<ClusterShape, ClusterShape> _shapes = new();

    /// <summary>Reads a font.</summary>
    /// <param name="postScriptName">The font's PostScript name, for the PDF.</param>
    /// <param name="file">A TrueType file.</param>
    /// <exception cref="InvalidDataException">The file is not a TrueType font with outlines.</exception>
    public FontFace(string postScriptName, byte[] file)
    {
        ArgumentNullException.ThrowIfNull(file);
        Name = postScriptName;
        Tables = new TrueTypeTables(file);
        // HarfBuzz reads the file in place.
        _file = GCHandle.Alloc(file, GCHandleType.Pinned);
        _blob = new Blob(_file.AddrOfPinnedObject(), file.Length, MemoryMode.ReadOnly);
        _blob.MakeImmutable();
        _face = new Face(_blob, 0);
        _face.MakeImmutable();
        _font = new Font(_face);
        _font.SetScale(UnitsPerEm, UnitsPerEm);
        _font.SetFunctionsOpenType();
    }

    /// <summary>The font's PostScript name.</summary>
    public string Name { get; }

    /// <summary>Font units in the size of the font.</summary>
    public int UnitsPerEm => Tables.UnitsPerEm;

    internal TrueTypeTables Tables { get; }

    /// <summary>Shapes text: finds its clusters, the glyphs that draw them and their widths.</summary>
    /// <param name="text">One line or paragraph, without line breaks.</param>
    public ShapedText Shape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var shaped = new ShapedText(text);
        ShapeInto(shaped, text, 0);
        return shaped;
    }

    /// <summary>Adds a text's clusters to those of what it continues.</summary>
    /// <param name="shaped">Takes the clusters.</param>
    /// <param name="text">The text.</param>
    /// <param name="offset">Where it begins in the whole.</param>
    internal void ShapeInto(ShapedText shaped, string text, int offset)
    {
        // Nearly all texts are of what every face has.
        if (!text.AsSpan().ContainsAnyExcept(InEveryFace))
        {
            ShapeOwn(shaped, text, offset);
            return;
        }
        foreach (var (face, start, length) in FontFallback.Stretches(this, text))
        {
            face.ShapeOwn(shaped, text.Substring(start, length), offset + start);
        }
    }

    /// <summary>Whether the font has a character.</summary>
    internal bool Has(Rune character) => _font.TryGetGlyph((uint)character.Value, out var glyph) && glyph != 0;

    private void ShapeOwn(ShapedText shaped, string text, int offset)
    {
        using var buffer = new Buffer();
        foreach (var run in ScriptRuns.Of(text))
        {
            buffer.ClearContents();
            buffer.ClusterLevel = ClusterLevel.MonotoneGraphemes;
            buffer.AddUtf16(text.AsSpan(), run.Start, run.Length);
            buffer.Direction = Direction.LeftToRight;
            buffer.Script = run.Script;
            buffer.Language = Thai;
            _font.Shape(buffer);
            Collect(text, offset, run.Start + run.Length, buffer, shaped);
        }
    }

    /// <summary>The characters of a text that neither the font nor one in its place can draw, each once, in order.</summary>
    /// <param name="text">One line or paragraph, without line breaks.</param>
    public IReadOnlyList<string> Missing(string text)
    {
        List<string>? missing = null;
        foreach (var cluster in Shape(text).Clusters)
        {
            if (!cluster.Glyphs.Any(glyph => glyph.Glyph == 0))
            {
                continue;
            }
            foreach (var character in cluster.Text.EnumerateRunes())
            {
                var drawn = cluster.Face.Has(character) || FontFallback.IsUndrawn(character);
                if (!drawn && missing?.Contains(character.ToString(), StringComparer.Ordinal) != true)
                {
                    (missing ??= []).Add(character.ToString());
                }
            }
        }
        return missing ?? [];
    }

    /// <summary>Frees what HarfBuzz holds.</summary>
    public void Dispose()
    {
        _font.Dispose();
        _face.Dispose();
        _blob.Dispose();
        _file.Free();
    }

    private void Collect(string text, int offset, int end, Buffer buffer, ShapedText shaped)
    {
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var perUnit = 1000.0 / UnitsPerEm;
        for (int first = 0, next; first < infos.Length; first = next)
        {
            var start = (int)infos[first].Cluster;
            next = first + 1;
            while (next < infos.Length && infos[next].Cluster == infos[first].Cluster)
            {
                next++;
            }
            var stop = next < infos.Length ? (int)infos[next].Cluster : end;
            var glyphs = new PlacedGlyph[next - first];
            int pen = 0, natural = 0;
            for (var i = first; i < next; i++)
            {
                glyphs[i - first] = new PlacedGlyph(
                    (ushort)infos[i].Codepoint, (short)(pen + positions[i].XOffset), (short)positions[i].YOffset);
                pen += positions[i].XAdvance;
                natural += Tables.AdvanceWidth((int)infos[i].Codepoint);
            }
            var shape = new ClusterShape(this, text[start..stop], glyphs, natural);
            shaped.Add(_shapes.GetOrAdd(shape, shape), offset + start, pen * perUnit);
        }
    }
}
