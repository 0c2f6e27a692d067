using System.Globalization;
using System.IO.Compression;
using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;
using AwardFlow.Testing;

namespace AwardFlow.Tests.Corpus;

/// <summary>
/// Files of the corpus, damaged at random, are taken or refused and nothing else: no crash, no hang. 500 of them in
/// every run; AWARDFLOW_FUZZ says how many otherwise. A failing file is named by its seed and made again from it.
/// </summary>
public class FuzzTests
{
    private const int Usual = 500;

    // A file is small; what takes this long is not coming to an end.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [Fact]
    public void Damaged_files_are_taken_or_refused()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("AWARDFLOW_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Usual;
        var files = Directory.GetFiles(CorpusTests.Folder).Where(file => Path.GetFileName(file) != "zip-bomb.xlsx").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        var (taken, refused) = (0, 0);
        Parallel.For(0, count, seed =>
        {
            if (Try(seed, files))
            {
                Interlocked.Increment(ref taken);
            }
            else
            {
                Interlocked.Increment(ref refused);
            }
        });
        TestContext.Current.SendDiagnosticMessage($"{count} damaged files: {taken} taken, {refused} refused");
        Assert.Equal(count, taken + refused);
        Assert.True(taken > 0 && refused > 0, $"{taken} taken, {refused} refused");
    }

    private static bool Try(int seed, byte[][] files)
    {
        var random = new Random(seed);
        var file = files[random.Next(files.Length)];
        var damaged = file.AsSpan().StartsWith("PK"u8) && random.Next(3) > 0 ? DamageParts(file, random) : Damage(file, random);
        // A cancelled read shows where it hung.
        using var end = new CancellationTokenSource(Longest);
        try
        {
            using var content = new MemoryStream(damaged);
            using var sheets = SheetFile.Open(content, FileKind.Of(content), end.Token);
            using var sheet = random.Next(2) == 0
                ? UnderstoodSheet.OfEntries(sheets, null, new Problems(), [], TestCycle.Definition)
                : UnderstoodSheet.OfScores(sheets, null, new Problems(), [TestCycle.Entry("E1"), TestCycle.Entry("E2")], TestCycle.Definition, new HashSet<string>());
            Assert.True(sheet.Count > 0);
            return true;
        }
        catch (UploadRefusedException e)
        {
            Assert.NotEmpty(e.Text.Thai);
            Assert.True(e.Rows.Count <= UploadRefusedException.MostRows && e.Problems >= e.Rows.Count);
            return false;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"The file of seed {seed} is neither taken nor refused.", e);
        }
    }

    // Damages what is inside a workbook, and packs it again, so that the damage is not only the zip's.
    private static byte[] DamageParts(byte[] file, Random random)
    {
        using var damaged = new MemoryStream();
        try
        {
            using var from = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
            using var to = new ZipArchive(damaged, ZipArchiveMode.Create, leaveOpen: true);
            var hit = random.Next(Math.Max(1, from.Entries.Count));
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
        for (var hits = random.Next(1, 6); hits > 0 && bytes.Count > 0; hits--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 << random.Next(9));
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.InsertRange(at, bytes.GetRange(random.Next(bytes.Count - length + 1), length));
                    break;
                case 5:
                    bytes.InsertRange(at, Tokens[random.Next(Tokens.Length)]);
                    break;
                default:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
            }
        }
        return [.. bytes];
    }

    private static readonly byte[][] Tokens =
    [
        "\""u8.ToArray(), ","u8.ToArray(), "\r\n"u8.ToArray(), "\0"u8.ToArray(), "<c>"u8.ToArray(), "</row>"u8.ToArray(), "<v/>"u8.ToArray(), "<row r=\"99999999999\"/>"u8.ToArray(),
        "&#x0;"u8.ToArray(), "&lt;"u8.ToArray(), " t=\"s\""u8.ToArray(), " r=\"ZZZZZZZZ9\""u8.ToArray(), " s=\"4294967295\""u8.ToArray(), "-1"u8.ToArray(), "1e308"u8.ToArray(), "NaN"u8.ToArray(),
        [0xff, 0xfe], [0xef, 0xbb, 0xbf], "ำ"u8.ToArray(), "้"u8.ToArray(), "<!DOCTYPE a>"u8.ToArray(), "]]>"u8.ToArray(), "_xD83D_"u8.ToArray(),
    ];
}
