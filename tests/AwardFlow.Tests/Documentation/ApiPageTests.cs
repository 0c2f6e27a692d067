using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AwardFlow.TestKit.Documentation;
using AwardFlow.Tests.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace AwardFlow.Tests.Documentation;

/// <summary>The table of routes in docs/api.md is what <c>/openapi.json</c> says, word for word.</summary>
public partial class ApiPageTests
{
    private const string Heading = "## Every route";

    [Fact]
    public async Task The_table_of_routes_is_the_description_that_programs_get()
    {
        var page = DocumentationPage.Of("docs/api.md").Text;
        var table = page[page.IndexOf(Heading, StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToList();
        var described = await DescribedAsync();
        Assert.NotEmpty(described);
        var missing = described.Except(table, StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"docs/api.md, \"{Heading[3..]}\", lacks these lines:\n{string.Join('\n', missing)}");
        var besides = table.Except(described, StringComparer.Ordinal).ToList();
        Assert.True(besides.Count == 0, $"docs/api.md, \"{Heading[3..]}\", has lines that /openapi.json does not:\n{string.Join('\n', besides)}");
        Assert.Equal(described.Count, table.Count);
    }

    [Fact]
    public async Task The_Thai_page_names_only_routes_that_there_are()
    {
        var described = string.Join('\n', await DescribedAsync());
        var page = DocumentationPage.Of("docs/one-machine.th.md").Text;
        var paths = Route().Matches(page).Select(match => match.Groups["path"].Value).ToList();
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.Contains($"{path}`", described, StringComparison.Ordinal));
    }

    private static async Task<List<string>> DescribedAsync()
    {
        await using var pipeline = new WorkerPipeline();
        using var body = new MemoryStream();
        var answer = await pipeline.AnswerAsync(
            "GET", "/openapi.json", features: features => features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body)));
        Assert.True(answer.StatusCode == StatusCodes.Status200OK, System.Text.Encoding.UTF8.GetString(body.ToArray()));
        var paths = JsonNode.Parse(body.ToArray())!["paths"]!.AsObject();
        return
        [
            .. from path in paths
               from method in path.Value!.AsObject()
               select $"| `{method.Key.ToUpperInvariant()} {path.Key}` | {method.Value!["summary"]?.GetValue<string>()} |",
        ];
    }

    [GeneratedRegex(@"`(?:GET|PUT|POST|DELETE) (?<path>/api/[^`?]+)(?:\?[^`]*)?`", RegexOptions.None, 1000)]
    private static partial Regex Route();
}
