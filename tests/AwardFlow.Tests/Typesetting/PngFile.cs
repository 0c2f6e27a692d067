using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace AwardFlow.Tests.Typesetting;

/// <summary>Writes PNG pictures of every kind, right ones and wrong ones.</summary>
internal sealed class PngFile(int width, int height, int kind, int depth)
{
    private readonly List<(string Name, byte[] Body)> _chunks = [];

    public bool Interlaced { get; init; }

    public int Samples => kind switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    public PngFile Chunk(string name, params byte[] body)
    {
        _chunks.Add((name, body));
        return this;
    }

    /// <summary>The file, its rows filtered in all five ways in turn.</summary>
    /// <param name="sample">The samples: by column, row and index.</param>
    public byte[] With(Func<int, int, int, int> sample)
    {
        (int Left, int Top, int Across, int Down)[] passes = Interlaced
            ? [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]
            : [(0, 0, 1, 1)];
        var data = new MemoryStream();
        foreach (var (left, top, across, down) in passes)
        {
            var columns = Enumerable.Range(0, width).Where(x => x >= left && (x - left) % across == 0).ToList();
            var above = new byte[(columns.Count * Samples * depth + 7) / 8];
            foreach (var (i, y) in Enumerable.Range(0, height).Where(y => y >= top && (y - top) % down == 0).Index())
            {
                if (columns.Count == 0)
                {
                    continue;
                }
                var row = Row([.. columns.SelectMany(x => Enumerable.Range(0, Samples).Select(s => sample(x, y, s)))]);
                data.WriteByte((byte)(i % 5));
                data.Write(Filtered(row, above, i % 5, Math.Max(1, Samples * depth / 8)));
                above = row;
            }
        }
        return File(Deflated(data.ToArray()));
    }

    /// <summary>The file around compressed data as they are.</summary>
    public byte[] File(byte[] data)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = ((byte)depth, (byte)kind, Interlaced ? (byte)1 : (byte)0);
        var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Write(file, "IHDR", header);
        _chunks.ForEach(chunk => Write(file, chunk.Name, chunk.Body));
        // In two pieces, as writers of large pictures do.
        Write(file, "IDAT", data[..(data.Length / 2)]);
        Write(file, "IDAT", data[(data.Length / 2)..]);
        Write(file, "IEND", []);
        return file.ToArray();
    }

    public static byte[] Deflated(byte[] data)
    {
        var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.SmallestSize))
        {
            zlib.Write(data);
        }
        return deflated.ToArray();
    }

    private byte[] Row(int[] samples)
    {
        var row = new byte[(samples.Length * depth + 7) / 8];
        for (var i = 0; i < samples.Length; i++)
        {
            if (depth == 16)
            {
                BinaryPrimitives.WriteUInt16BigEndian(row.AsSpan(2 * i), (ushort)samples[i]);
            }
            else
            {
                row[i * depth / 8] |= (byte)(samples[i] << (8 - depth - i * depth % 8));
            }
        }
        return row;
    }

    private static byte[] Filtered(byte[] row, byte[] above, int filter, int pixel)
    {
        var filtered = new byte[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            int a = i >= pixel ? row[i - pixel] : 0, b = above[i], c = i >= pixel ? above[i - pixel] : 0;
            // Ties go to the left, then to what is above (ISO/IEC 15948, 9.4).
            var paeth = new[] { a, b, c }.MinBy(each => Math.Abs(a + b - c - each));
            filtered[i] = (byte)(row[i] - filter switch { 1 => a, 2 => b, 3 => (a + b) / 2, 4 => paeth, _ => 0 });
        }
        return filtered;
    }

    private static void Write(MemoryStream file, string name, byte[] body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(named));
        file.Write(number);
    }
}
