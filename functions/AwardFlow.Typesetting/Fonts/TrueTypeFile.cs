using System.Buffers.Binary;
using System.IO.Hashing;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.Typesetting.Fonts;

/// <summary>Writes a subset as a TrueType file with the tables that PDF (ISO 32000-1, 9.9) asks for.</summary>
internal static class TrueTypeFile
{
    private static readonly string[] Tables = ["glyf", "head", "hhea", "hmtx", "loca", "maxp"];

    private const int Directory = 12 + 16 * 6;
    private const int ChecksumAdjustment = 8;

    /// <summary>Writes a subset.</summary>
    /// <param name="subset">The subset.</param>
    /// <param name="program">Gets the file.</param>
    /// <returns>Six letters that mark the font's name as a subset's (ISO 32000-1, 9.6.4), made from what is in it.</returns>
    public static string Write(FontSubset subset, ZlibPieces program)
    {
        var shared = subset.Shared;
        var own = GlyphTables.Of(subset.Glyphs, shared?.Outlines.Piece.Data.Length ?? 0);
        // The first outline begins at 0.
        byte[] first = [0, 0, 0, 0];
        var (head, hhea, maxp) = (Head(subset.Face), Hhea(subset), Maxp(subset));
        var directory = new byte[Directory];
        var span = directory.AsSpan();
        var power = System.Numerics.BitOperations.Log2((uint)Tables.Length);
        BinaryPrimitives.WriteUInt32BigEndian(span, 0x00010000);
        BinaryPrimitives.WriteUInt16BigEndian(span[4..], (ushort)Tables.Length);
        BinaryPrimitives.WriteUInt16BigEndian(span[6..], (ushort)(16 << power));
        BinaryPrimitives.WriteUInt16BigEndian(span[8..], (ushort)power);
        BinaryPrimitives.WriteUInt16BigEndian(span[10..], (ushort)(16 * Tables.Length - (16 << power)));
        // What is shared and what is long stands first, what is short together.
        var at = Directory;
        uint sum = 0;
        void Place(string tag, int length, uint checksum)
        {
            var entry = directory.AsSpan(12 + 16 * Array.IndexOf(Tables, tag), 16);
            System.Text.Encoding.ASCII.GetBytes(tag, entry);
            BinaryPrimitives.WriteUInt32BigEndian(entry[4..], checksum);
            BinaryPrimitives.WriteInt32BigEndian(entry[8..], at);
            BinaryPrimitives.WriteInt32BigEndian(entry[12..], length);
            at += Padded(length);
            sum = unchecked(sum + checksum);
        }
        Place("glyf", (shared?.Outlines.Piece.Data.Length ?? 0) + own.Outlines.Length, unchecked((shared?.Outlines.Checksum ?? 0) + Checksum(own.Outlines)));
        Place("loca", 4 * (subset.Count + 1), unchecked((shared?.Offsets.Checksum ?? 0) + Checksum(own.Offsets)));
        Place("hmtx", 4 * subset.Count, unchecked((shared?.Metrics.Checksum ?? 0) + Checksum(own.Metrics)));
        Place("head", head.Length, Checksum(head));
        Place("hhea", hhea.Length, Checksum(hhea));
        Place("maxp", maxp.Length, Checksum(maxp));
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(ChecksumAdjustment), unchecked(0xB1B0AFBA - sum - Checksum(directory)));
        program.Add(directory);
        Add(program, shared?.Outlines, own.Outlines);
        program.Add(first);
        Add(program, shared?.Offsets, own.Offsets);
        Add(program, shared?.Metrics, own.Metrics);
        program.Add(
        [
            .. head,
            .. new byte[Padded(head.Length) - head.Length],
            .. hhea,
            .. new byte[Padded(hhea.Length) - hhea.Length],
            .. maxp,
            .. new byte[Padded(maxp.Length) - maxp.Length],
        ]);
        return Tag(directory);
    }

    /// <summary>The sum of a table's words of four bytes; what is missing of the last counts as zeros.</summary>
    public static uint Checksum(ReadOnlySpan<byte> data)
    {
        uint sum = 0;
        while (data.Length >= 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(data));
            data = data[4..];
        }
        Span<byte> rest = stackalloc byte[4];
        data.CopyTo(rest);
        return unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(rest));
    }

    private static void Add(ZlibPieces program, SharedTable? shared, byte[] own)
    {
        if (shared is not null)
        {
            program.Add(shared.Piece);
        }
        program.Add(own);
    }

    // The directory holds the checksums of all tables.
    private static string Tag(ReadOnlySpan<byte> directory) => string.Create(6, XxHash64.HashToUInt64(directory), static (letters, hash) =>
    {
        for (var i = 0; i < letters.Length; i++)
        {
            letters[i] = (char)('A' + hash % 26);
            hash /= 26;
        }
    });

    private static byte[] Head(FontFace face)
    {
        var head = face.Tables.Table("head").ToArray();
        head.AsSpan(ChecksumAdjustment, 4).Clear();
        BinaryPrimitives.WriteInt16BigEndian(head.AsSpan(50), 1); // long offsets
        return head;
    }

    private static byte[] Hhea(FontSubset subset)
    {
        var hhea = subset.Face.Tables.Table("hhea").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(hhea.AsSpan(34), (ushort)subset.Count);
        return hhea;
    }

    private static byte[] Maxp(FontSubset subset)
    {
        var maxp = subset.Face.Tables.Table("maxp").ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(maxp.AsSpan(4), (ushort)subset.Count);
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

    private static int Padded(int length) => (length + 3) & ~3;
}
