using System.Net;
using AwardFlow.IntegrationTests.Running;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>Who may use which route: the table of docs/access.md, held against the server.</summary>
public class RolesTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static readonly string[] Roles = ["operator", "approver", "chair", "desk"];

    [Fact]
    public async Task Every_route_opens_to_the_roles_of_the_table_and_to_nobody_else()
    {
        await using var server = await LocalServer.StartAsync(
            embedded, [.. Roles.SelectMany(role => new[] { ($"Api:Keys:{role}", KeyOf(role)), ($"Api:Keys:{role}:Role", role) })]);
        var table = await TableAsync();
        var routes = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal) && route.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .SelectMany(route => route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(
                method => (Method: method, Path: PathOf(route.RoutePattern, name => $"{{{name}}}"), Example: PathOf(route.RoutePattern, Example)))).ToList();
        Assert.Equal(
            routes.Where(route => route.Method != "HEAD").Select(route => $"{route.Method} {route.Path}").Order(StringComparer.Ordinal),
            table.Keys.Order(StringComparer.Ordinal));

        var wrong = new List<string>();
        foreach (var (method, path, example) in routes)
        {
            foreach (var role in Roles.Prepend(null))
            {
                var status = await AskAsync(server, method, example, role);
                var may = table[$"{(method == "HEAD" ? "GET" : method)} {path}"];
                var isRight = role is null ? status == HttpStatusCode.Unauthorized
                    : may.Contains(role) ? status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
                    : status == HttpStatusCode.Forbidden;
                if (!isRight)
                {
                    wrong.Add($"{method} {path} answers {role ?? "nobody"} with {(int)status}");
                }
            }
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task The_chair_reads_results_without_addresses_and_telephone_numbers()
    {
        await using var server = await LocalServer.StartAsync(
            embedded, [.. AwardFlowClient.Keys, ("Api:Keys:prasert", KeyOf("chair")), ("Api:Keys:prasert:Role", "chair")]);
        using var officer = AwardFlowClient.OfBothRoles(server.Address);
        using var chair = new AwardFlowClient(server.Address, KeyOf("chair"));
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await officer.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await officer.UploadAsync(definition.Id.Text, "entries",
            "entry_code,project,organisation,addressee,saraban_email,province,phone\nE1,work,place,mayor,saraban@place.example,north,02-123-4567\n"u8
                .ToArray()));
        await AwardFlowClient.SucceedAsync(await officer.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E1"], "ก")));
        var id = definition.Id;
        foreach (var path in new[] { "", "?limit=10", "?around=E1&limit=3", "?q=place" })
        {
            Assert.Contains("saraban@place.example", await officer.GetTextAsync($"/api/cycles/{id}/results{path}"), StringComparison.Ordinal);
            var shown = await chair.GetTextAsync($"/api/cycles/{id}/results{path}");
            Assert.Contains("\"E1\"", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("saraban@", shown, StringComparison.Ordinal);
            Assert.DoesNotContain("02-123", shown, StringComparison.Ordinal);
        }
        Assert.Equal(0, (await chair.GetJsonAsync($"/api/cycles/{id}/results?limit=10&q=saraban"))["matching"]!.GetValue<int>());
        Assert.DoesNotContain(
            "saraban@",
            await chair.GetTextAsync($"/api/cycles/{id}/statistics") + await chair.GetTextAsync($"/api/cycles/{id}/results.csv")
                + await chair.GetTextAsync("/api/cycles"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_desk_finds_an_entry_by_its_words_and_is_not_told_who_passed()
    {
        await using var server = await LocalServer.StartAsync(
            embedded, [.. AwardFlowClient.Keys, ("Api:Keys:somsri", KeyOf("desk")), ("Api:Keys:somsri:Role", "desk")]);
        using var desk = new AwardFlowClient(server.Address, KeyOf("desk"));
        var definition = LocalServer.NewCycle();
        using var officer = AwardFlowClient.OfBothRoles(server.Address);
        await AwardFlowClient.SucceedAsync(await officer.PutAsync(definition));
        foreach (var sort in new[] { "rank", "-average" })
        {
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (await desk.Http.GetAsync($"/api/cycles/{definition.Id}/ledger?sort={sort}", TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(
                HttpStatusCode.OK,
                (await officer.Http.GetAsync($"/api/cycles/{definition.Id}/ledger?sort={sort}", TestContext.Current.CancellationToken)).StatusCode);
        }
        Assert.DoesNotContain(
            "passed\"", await desk.GetTextAsync($"/api/cycles/{definition.Id}/ledger?passed=yes&limit=10"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_being_set_up_is_shown_to_the_office_alone()
    {
        await using var server = await LocalServer.StartAsync(
            embedded, [.. AwardFlowClient.Keys, ("Api:Keys:prasert", KeyOf("chair")), ("Api:Keys:prasert:Role", "chair")]);
        using var officer = AwardFlowClient.OfBothRoles(server.Address);
        using var chair = new AwardFlowClient(server.Address, KeyOf("chair"));
        var id = (await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(await officer.PostAsync("/api/cycles", new { source = "sample" }))))["id"]!
            .GetValue<string>();
        Assert.Contains(id, await officer.GetTextAsync("/api/cycles"), StringComparison.Ordinal);
        Assert.DoesNotContain(id, await chair.GetTextAsync("/api/cycles"), StringComparison.Ordinal);
    }

    private static string KeyOf(string role) => $"a-key-of-the-{role}-of-tests";

    private static async Task<HttpStatusCode> AskAsync(LocalServer server, string method, string path, string? role)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (role is not null)
        {
            request.Headers.Add("X-Api-Key", KeyOf(role));
        }
        using var response = await server.Client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private static string PathOf(RoutePattern pattern, Func<string, string> parameter) =>
        string.Concat(pattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part =>
            part is RoutePatternParameterPart named ? parameter(named.Name) : ((RoutePatternLiteralPart)part).Content))));

    private static string Example(string parameter) => parameter switch
    {
        "id" => "no-such-cycle",
        "number" => "1",
        "sha256" => new string('0', 64),
        _ => "E1",
    };

    // | `GET /api/caller` | yes | yes | yes | yes |
    private static async Task<Dictionary<string, HashSet<string>>> TableAsync()
    {
        var table = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var line in await File.ReadAllLinesAsync(
            Path.Combine(SampleFolder.Path, "..", "..", "docs", "access.md"), TestContext.Current.CancellationToken))
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is ["", ['`', ..] route, _, _, _, _, ""] cells)
            {
                table.Add(route.Trim('`'), [.. Roles.Where((_, i) => cells[i + 2] == "yes")]);
            }
        }
        return table;
    }
}
