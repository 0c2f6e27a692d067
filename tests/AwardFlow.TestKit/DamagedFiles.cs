using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace AwardFlow.TestKit;

/// <summary>Files of the corpus, damaged at random: the same seed damages the same file the same way.</summary>
internal static class DamagedFiles
{
    private static readonly byte[][] Tokens =
    [
        "\""u8.ToArray(), ","u8.ToArray(), "\r\n"u8.ToArray(), "\0"u8.ToArray(), "<c>"u8.ToArray(),
        "</row>"u8.ToArray(), "<v/>"u8.ToArray(), "<row r=\"99999999999\"/>"u8.ToArray(),
        "&#x0;"u8.ToArray(), "&lt;"u8.ToArray(), " t=\"s\""u8.ToArray(), " r=\"ZZZZZZZZ9\""u8.ToArray(),
        " s=\"4294967295\""u8.ToArray(), "-1"u8.ToArray(), "1e308"u8.ToArray(), "NaN"u8.ToArray(),
        [0xff, 0xfe], [0xef, 0xbb, 0xbf], "ำ"u8.ToArray(), "้"u8.ToArray(), "<!DOCTYPE a>"u8.ToArray(), "]]>"u8.ToArray(), "_xD83D_"u8.ToArray(),
    ];

    /// <summary>Where the corpus is.</summary>
    public static string Corpus { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "AwardFlow.Tests", "Corpus", "Files"));

    /// <summary>The corpus by name, without the file that is large when unpacked.</summary>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Sound { get; } =
    [
        .. Directory.GetFiles(Corpus)
            .Where(file => Path.GetFileName(file) != "zip-bomb.xlsx")
            .Order(StringComparer.Ordinal)
            .Select(file => (Path.GetFileName(file), File.ReadAllBytes(file))),
    ];

    /// <summary>A damaged file, and the name of the one that it was.</summary>
    public static (string Name, byte[] Bytes) Of(int seed)
    {
        var random = new Random(seed);
        var (name, file) = Sound[random.Next(Sound.Count)];
        return (name, file.AsSpan().StartsWith("PK"u8) && random.Next(4) > 0 ? DamageParts(file, random) : Damage(file, random));
    }

    // Damages what is inside a workbook, and packs it again, so that the damage is not only the zip's.
    private static byte[] DamageParts(byte[] file, Random random)
    {
        using var damaged = new MemoryStream();
        try
        {
            using var from = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            using var to = new ZipArchive(damaged, ZipArchiveMode.Create, leaveOpen: true);
            // The sheet is what people type in, so it is hit most.
            var sheet = from.Entries.ToList().FindIndex(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal));
            var hit = sheet >= 0 && random.Next(2) == 0 ? sheet : random.Next(Math.Max(1, from.Entries.Count));
            foreach (var (i, entry) in from.Entries.Index())
            {
                using var content = new MemoryStream();
                using (var part = entry.Open())
                {
                    part.CopyTo(content);
                }
                var bytes = i == hit ? Damage(content.ToArray(), random) : content.ToArray();
                if (i != hit || random.Next(20) > 0)
                {
                    using var written = to.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                    written.Write(bytes);
                }
            }
        }
        catch (InvalidDataException)
        {
            return Damage(file, random);
        }
        return damaged.ToArray();
    }

    private static byte[] Damage(byte[] file, Random random)
    {
        var bytes = file.ToList();
        for (var hits = random.Next(1, 4); hits > 0 && bytes.Count > 0; hits--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 << random.Next(9));
            switch (random.Next(12))
            {
                case 0 or 1 or 2:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 3 or 4 or 5:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 6:
                    bytes.RemoveRange(at, length);
                    break;
                case 7:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 8:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 9 or 10:
                    bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }
        return [.. bytes];
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
