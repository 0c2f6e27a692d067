using System.Text.RegularExpressions;
using AwardFlow.TestKit.Documentation;
using AwardFlow.Tests.Structure;

namespace AwardFlow.Tests.Documentation;

/// <summary>Every block of commands in the documentation is pasted by a test, or stands in a list with the reason why not.</summary>
public partial class CommandsTests
{
    private static readonly DocumentedBlock[] Commands = [.. DocumentationPage.All.SelectMany(page => page.Blocks()).Where(block => block.Language == "sh")];

    [Fact]
    public void Every_block_says_what_it_is_in() =>
        Assert.Equal(
            [],
            DocumentationPage.All.SelectMany(page => page.Blocks())
                .Where(block => block.Language.Length == 0)
                .Select(block => $"{block.Page}: {block.FirstLine}"));

    [Fact]
    public void Every_command_is_run_by_a_test_or_says_why_not()
    {
        var known = DocumentedCommands.Run.Concat(DocumentedCommands.NotRun.Keys).ToList();
        Assert.Equal([], Commands.Where(block => !known.Contains(block.FirstLine)).Select(block => $"{block.Page}: {block.FirstLine}"));
        Assert.Equal([], known.Where(line => !Commands.Any(block => block.FirstLine == line)));
        Assert.Empty(DocumentedCommands.Run.Intersect(DocumentedCommands.NotRun.Keys));
    }

    [Fact]
    public void The_same_command_is_the_same_on_every_page() => Assert.All(
        Commands.Where(block => DocumentedCommands.Run.Contains(block.FirstLine)).GroupBy(block => block.FirstLine, StringComparer.Ordinal),
        blocks => Assert.Single(blocks.Select(block => block.Text).Distinct(StringComparer.Ordinal)));

    [Fact]
    public void What_is_not_run_names_projects_tests_and_subcommands_that_there_are()
    {
        var text = string.Join('\n', Commands.Select(block => block.Text));
        Assert.All(
            Project().Matches(text).Select(match => match.Groups["path"].Value).Distinct(StringComparer.Ordinal),
            path => Assert.True(Path.Exists(Path.Combine(Repository.Root, path)), path));
        var tests = string.Join('\n', Repository.Sources("tests"));
        Assert.All(
            TestName().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal),
            name => Assert.Contains(name, tests, StringComparison.Ordinal));
        var program = File.ReadAllText(Path.Combine(Repository.Root, "tests", "AwardFlow.Benchmarks", "Program.cs"));
        Assert.All(
            Benchmark().Matches(text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal),
            name => Assert.Contains($"new Command(\"{name}\"", program, StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?:--project |dotnet (?:test|publish) |^)(?<path>(?:functions/|tests/|\.ci/|AwardFlow\.sln)[A-Za-z./]*)", RegexOptions.Multiline, 1000)]
    private static partial Regex Project();

    [GeneratedRegex(@"FullyQualifiedName~(?<name>\w+)", RegexOptions.None, 1000)]
    private static partial Regex TestName();

    [GeneratedRegex(@"tests/AwardFlow\.Benchmarks (?:-c Release )?-- (?<name>[a-z-]+)", RegexOptions.None, 1000)]
    private static partial Regex Benchmark();
}
