using System.Text.RegularExpressions;
using AwardFlow.TestKit.Documentation;
using AwardFlow.Tests.Structure;
using Microsoft.DurableTask;
using Microsoft.Extensions.Options;

namespace AwardFlow.Tests.Documentation;

/// <summary>What the page about the architecture and the decisions call by name is a type, a part or a folder of the product.</summary>
public partial class TypeNamesTests
{
    private static readonly HashSet<string> Names =
    [
        .. new[]
        {
            typeof(AwardFlow.Cycles.Cycle),
            typeof(AwardFlow.Typesetting.Layout.Paragraph),
            typeof(AwardFlow.Web.AwardFlowWeb),
            typeof(AwardFlow.Local.LocalApp),
            typeof(AwardFlow.Functions.Http.AreaTriggers),
        }
            .SelectMany(type => type.Assembly.GetTypes()).Where(type => type.Namespace?.StartsWith("AwardFlow", StringComparison.Ordinal) == true)
            .SelectMany(type => type.Namespace!.Split('.').Append(type.Name.Split('`')[0])),
        .. typeof(TaskOrchestrationContext).Assembly.GetExportedTypes()
            .Concat(typeof(IOptions<>).Assembly.GetExportedTypes())
            .Select(type => type.Name.Split('`')[0]),
    ];

    public static TheoryData<string> Pages =>
        [.. DocumentationPage.All.Select(page => page.Path)
            .Where(path => path is "docs/architecture.md" || path.StartsWith("docs/decisions/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_type_that_is_named_exists(string path) => Assert.Equal(
        [],
        TypeName()
            .Matches(DocumentationPage.Of(path).Text)
            .Select(match => match.Groups["name"].Value)
            .Where(name => !Names.Contains(name))
            .Distinct(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_folder_that_is_named_exists(string path) => Assert.All(
        FolderName().Matches(DocumentationPage.Of(path).Text).Select(match => match.Groups["name"].Value),
        name => Assert.True(Path.Exists(Path.Combine(DocumentationPage.Root, name)), $"{path}: there is no {name}."));

    [Fact]
    public void The_picture_has_the_stages_in_their_order() => Assert.Equal(
        StageOrderTests.Stages,
        Stage()
            .Matches(
                DocumentationPage.Of("docs/architecture.md").Text.Split('\n').Single(line => line.TrimStart().StartsWith("cycles[", StringComparison.Ordinal)))
            .Select(match => match.Groups["name"].Value));

    [GeneratedRegex(@"\[(?<name>\w+)\]", RegexOptions.None, 1000)]
    private static partial Regex Stage();

    [GeneratedRegex("`(?<name>[A-Z][A-Za-z]+[a-z][A-Za-z]*)`", RegexOptions.None, 1000)]
    private static partial Regex TypeName();

    [GeneratedRegex("`(?<name>(?:functions|tests|infra|samples)(?:/[A-Za-z./]+)?)`", RegexOptions.None, 1000)]
    private static partial Regex FolderName();
}
