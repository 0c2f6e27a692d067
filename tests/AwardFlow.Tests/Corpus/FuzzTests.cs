using System.Globalization;
using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;

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
        var count = int.TryParse(Environment.GetEnvironmentVariable("AWARDFLOW_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked)
            ? asked
            : Usual;
        var (taken, refused) = (0, 0);
        Parallel.For(0, count, seed =>
        {
            _ = IsTaken(seed) ? Interlocked.Increment(ref taken) : Interlocked.Increment(ref refused);
        });
        TestContext.Current.SendDiagnosticMessage($"{count} damaged files: {taken} taken, {refused} refused");
        Assert.Equal(count, taken + refused);
        Assert.True(taken > 0 && refused > 0, $"{taken} taken, {refused} refused");
    }

    private static bool IsTaken(int seed)
    {
        var (name, bytes) = DamagedFiles.Of(seed);
        // A cancelled read shows where it hung.
        using var end = new CancellationTokenSource(Longest);
        try
        {
            using var content = new MemoryStream(bytes);
            using var sheets = SheetFile.Open(content, FileKind.Of(content), end.Token);
            using var sheet = name.Contains("entries", StringComparison.Ordinal)
                ? UnderstoodSheet.OfEntries(sheets, new UploadOptions(), new Problems(), new SheetContext { Definition = TestCycle.Definition, Entries = [] })
                : UnderstoodSheet.OfScores(
                    sheets,
                    new UploadOptions(),
                    new Problems(),
                    new SheetContext { Definition = TestCycle.Definition, Entries = [TestCycle.Entry("E1"), TestCycle.Entry("E2")] });
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
            throw new InvalidOperationException($"The file of seed {seed}, once {name}, is neither taken nor refused.", e);
        }
    }
}
