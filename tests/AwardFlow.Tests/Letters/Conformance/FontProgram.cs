using System.Buffers.Binary;
using System.Text;

namespace AwardFlow.Tests.Letters.Conformance;

/// <summary>What a TrueType file says of its glyphs.</summary>
internal static class FontProgram
{
    /// <summary>The widths of all glyphs, in font units, and how many units an em has.</summary>
    public static (int[] Advances, int UnitsPerEm) Advances(byte[] file)
    {
        var tables = Enumerable.Range(0, file[5]).Select(i => file.AsSpan(12 + 16 * i, 16).ToArray())
            .ToDictionary(
                entry => Encoding.ASCII.GetString(entry, 0, 4), entry => BinaryPrimitives.ReadInt32BigEndian(entry.AsSpan(8)), StringComparer.Ordinal);
        int UInt16(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));
        var metrics = UInt16(tables["hhea"] + 34);
        return (
            [.. Enumerable.Range(0, UInt16(tables["maxp"] + 4)).Select(i => UInt16(tables["hmtx"] + 4 * Math.Min(i, metrics - 1)))],
            UInt16(tables["head"] + 18));
    }
}
