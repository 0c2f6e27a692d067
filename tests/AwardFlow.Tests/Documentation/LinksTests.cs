using System.Text;
using System.Text.RegularExpressions;
using AwardFlow.TestKit.Documentation;

namespace AwardFlow.Tests.Documentation;

/// <summary>Where the documentation's links lead, and that a reader who begins at the README comes everywhere.</summary>
public partial class LinksTests
{
    private const int LargestReadme = 8 * 1024;

    // Pages for who works on the repository, which the forge itself shows.
    private static readonly string[] ShownByTheForge = ["CODE_OF_CONDUCT.md"];

    public static TheoryData<string> Pages => [.. DocumentationPage.All.Select(page => page.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string path)
    {
        var page = DocumentationPage.Of(path);
        Assert.Empty(LinksOf(page).Select(link => FaultOf(page, link)).OfType<string>());
    }

    [Fact]
    public void Every_page_is_reached_from_a_README()
    {
        var reached = new HashSet<string>(["README.md"], StringComparer.Ordinal);
        var open = new Queue<string>(reached);
        while (open.TryDequeue(out var path))
        {
            foreach (var target in LinksOf(DocumentationPage.Of(path)).Where(link => !IsElsewhere(link)).Select(link => TargetOf(path, link.Split('#')[0])))
            {
                if (DocumentationPage.All.Any(page => page.Path == target) && reached.Add(target))
                {
                    open.Enqueue(target);
                }
            }
        }
        var unreached = DocumentationPage.All.Select(page => page.Path).Except(ShownByTheForge).Except(reached).ToList();
        Assert.True(unreached.Count == 0, $"No link leads to {string.Join(", ", unreached)}: README.md, \"Where to read on\", is the place for one.");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.th.md")]
    public void A_README_is_read_in_some_minutes(string path) => Assert.InRange(Encoding.UTF8.GetByteCount(DocumentationPage.Of(path).Text), 1, LargestReadme);

    [Theory]
    [InlineData("README")]
    [InlineData("docs/settings")]
    public void The_Thai_page_has_the_parts_of_the_English_one(string page)
    {
        static IEnumerable<string> Shape(string path) => Heading().Matches(DocumentationPage.Of(path).Prose()).Select(match => match.Value);
        Assert.Equal(Shape($"{page}.md"), Shape($"{page}.th.md"));
    }

    private static IEnumerable<string> LinksOf(DocumentationPage page) => Link().Matches(page.Prose()).Select(match => match.Groups["target"].Value)
        .Concat(Bare().Matches(page.Prose()).Select(match => match.Groups["target"].Value));

    private static bool IsElsewhere(string link) => link.Contains("://", StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal);

    private static string? FaultOf(DocumentationPage page, string link)
    {
        if (IsElsewhere(link))
        {
            return Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "mailto" || uri is { IsLoopback: true }
                ? null
                : $"{link} is no address.";
        }
        var parts = link.Split('#', 2);
        var target = TargetOf(page.Path, parts[0]);
        if (!Path.Exists(Path.Combine(DocumentationPage.Root, target)))
        {
            return $"{link}: there is no {target}.";
        }
        return parts.Length == 1
            || DocumentationPage.All.FirstOrDefault(each => each.Path == target)?.Anchors().Contains(Uri.UnescapeDataString(parts[1])) == true
            ? null
            : $"{link}: {target} has no heading #{parts[1]}.";
    }

    private static string TargetOf(string page, string link) => link.Length == 0 ? page
        : Path.GetRelativePath(DocumentationPage.Root, Path.GetFullPath(Path.Combine(DocumentationPage.Root, Path.GetDirectoryName(page)!, link)))
            .Replace('\\', '/');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.None, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"<(?<target>https?://[^>\s]+)>", RegexOptions.None, 1000)]
    private static partial Regex Bare();

    [GeneratedRegex("^#+ ", RegexOptions.Multiline, 1000)]
    private static partial Regex Heading();
}
