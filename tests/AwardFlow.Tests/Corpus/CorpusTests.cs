using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Tests.Corpus;

/// <summary>
/// Small files as people really send them, and what each must give. Those of LibreOffice are made by make-libreoffice.sh;
/// the others by the code beside this, and written out with the environment variable AWARDFLOW_WRITE_CORPUS.
/// </summary>
public class CorpusTests
{
    private static readonly CorpusCase[] All =
    [
        .. TextFiles.Cases,
        .. EntryFiles.Cases,
        .. WorkbookFiles.Cases,
        .. LibreOfficeFiles.Cases,
        .. OfficeFiles.Cases,
        .. ProducerFiles.Cases,
        .. SiblingFiles.Cases,
    ];

    public static TheoryData<string> Names => [.. All.Select(each => each.File)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Gives_what_it_must(string name)
    {
        var expected = All.Single(each => each.File == name);
        using var file = new MemoryStream(await File.ReadAllBytesAsync(PathOf(name), TestContext.Current.CancellationToken));
        var problems = new Problems();
        UploadRefusedException? refused = null;
        string[] rows = [];
        try
        {
            using var sheets = SheetFile.Open(file, FileKind.Of(file), TestContext.Current.CancellationToken);
            using var sheet = Understand(sheets, expected, problems);
            var (written, _) = await sheet.Rows.FinishAsync(TestContext.Current.CancellationToken);
            using var text = new StreamReader(written);
            rows = (await text.ReadToEndAsync(TestContext.Current.CancellationToken))
                .TrimEnd('\r', '\n')
                .Replace("\r\n", "\n", StringComparison.Ordinal)
                .Split('\n', 2);
        }
        catch (UploadRefusedException e)
        {
            refused = e;
        }

        Begin(expected.Problems, (refused?.Rows ?? []).Select(Written));
        Assert.Equal(expected.Rows is null ? "" : string.Join('\n', expected.Rows), rows.ElementAtOrDefault(1) ?? "");
        Assert.Equal(expected.Rows is null, refused is not null);
        if (expected.Refused is { } why)
        {
            Assert.StartsWith(why, refused!.Message, StringComparison.Ordinal);
        }
        if (refused is null)
        {
            Begin(expected.Warnings, problems.Warnings.Select(Written));
            Assert.Equal(expected.PassedOver, problems.PassedOver.Select(row => $"{row.Row} '{row.Value}': {row.Problem.English}"));
        }
    }

    [Fact]
    public void Has_at_least_sixty_files_each_expected_once_and_of_several_producers()
    {
        var files = Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(All.Select(each => each.File).Order(StringComparer.Ordinal), files);
        Assert.True(files.Count >= 60, $"{files.Count} files");
        Assert.True(LibreOfficeFiles.Cases.Count() >= 10);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_told_in_Thai_too(string name)
    {
        var expected = All.Single(each => each.File == name);
        using var file = new MemoryStream(await File.ReadAllBytesAsync(PathOf(name), TestContext.Current.CancellationToken));
        var problems = new Problems();
        string? told = null;
        try
        {
            using var sheets = SheetFile.Open(file, FileKind.Of(file), TestContext.Current.CancellationToken);
            using var sheet = Understand(sheets, expected, problems);
        }
        catch (UploadRefusedException e)
        {
            told = e.Text.Thai;
        }
        Assert.All(
            problems.Rows.Concat(problems.Warnings).Select(row => row.Problem.Thai).Concat(told is null ? [] : [told]),
            text => Assert.Matches("[ก-๙]{3}", text));
    }

    [Fact]
    public async Task The_files_made_by_code_are_those_that_the_code_makes()
    {
        // How far a bomb is packed differs from one version of .NET to the next.
        foreach (var made in All.Where(each => each.Make is not null))
        {
            if (Environment.GetEnvironmentVariable("AWARDFLOW_WRITE_CORPUS") is { Length: > 0 })
            {
                await File.WriteAllBytesAsync(PathOf(made.File), made.Make!(), TestContext.Current.CancellationToken);
            }
            else if (made.File != "zip-bomb.xlsx")
            {
                Assert.True(
                    (await File.ReadAllBytesAsync(PathOf(made.File), TestContext.Current.CancellationToken)).AsSpan().SequenceEqual(made.Make!()), made.File);
            }
        }
    }

    internal static string Folder => Path.Combine(AwardFlow.Tests.Structure.Repository.Root, "tests", "AwardFlow.Tests", "Corpus", "Files");

    private static SheetContext Usual { get; } = new()
    {
        Definition = TestCycle.Definition,
        Entries = [TestCycle.Entry("E1"), TestCycle.Entry("E2"), TestCycle.Entry("LG-007"), TestCycle.Entry("LG-012")],
    };

    private static string PathOf(string name) => Path.Combine(Folder, name);

    private static void Begin(IReadOnlyList<string> expected, IEnumerable<string> actual) =>
        Assert.Collection(actual, [.. expected.Select<string, Action<string>>(start => text => Assert.StartsWith(start, text, StringComparison.Ordinal))]);

    private static string Written(RowProblem problem) => $"{problem.Row} {problem.Column} '{problem.Value}': {problem.Problem.English}";

    private static UnderstoodSheet Understand(ISheetFile sheets, CorpusCase expected, Problems problems)
    {
        var context = expected.Context ?? Usual;
        return expected.Kind == UploadKind.Entries
            ? UnderstoodSheet.OfEntries(sheets, expected.Options, problems, context with { Entries = [] })
            : UnderstoodSheet.OfScores(sheets, expected.Options, problems, context);
    }
}
