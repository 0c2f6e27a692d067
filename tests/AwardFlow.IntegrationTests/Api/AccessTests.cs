using System.Net;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Local;
using AwardFlow.Storage;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Api;

public class AccessTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private const string OperatorKey = "operator-key-0123456789";
    private const string ApproverKey = "approver-key-0123456789";

    private static readonly (string, string)[] Keys =
        [("Api:Keys:malee", OperatorKey), ("Api:Keys:malee:Role", "operator"), ("Api:Keys:wichai", ApproverKey), ("Api:Keys:wichai:Role", "approver")];

    [Theory]
    [InlineData(null, "GET", "", HttpStatusCode.Unauthorized)]
    [InlineData("wrong-key-wrong-key", "GET", "", HttpStatusCode.Unauthorized)]
    [InlineData(null, "POST", "/approve", HttpStatusCode.Unauthorized)]
    [InlineData(OperatorKey, "GET", "", HttpStatusCode.OK)]
    [InlineData(ApproverKey, "GET", "", HttpStatusCode.OK)]
    [InlineData(OperatorKey, "POST", "/approve", HttpStatusCode.Forbidden)]
    [InlineData(ApproverKey, "POST", "/close", HttpStatusCode.Forbidden)]
    [InlineData(ApproverKey, "POST", "/entries", HttpStatusCode.Forbidden)]
    [InlineData(ApproverKey, "POST", "/scores", HttpStatusCode.Forbidden)]
    [InlineData(ApproverKey, "POST", "/extend", HttpStatusCode.Forbidden)]
    [InlineData(ApproverKey, "PUT", "", HttpStatusCode.Forbidden)]
    [InlineData(ApproverKey, "PUT", "/emblem", HttpStatusCode.Forbidden)]
    [InlineData(ApproverKey, "PUT", "/signature", HttpStatusCode.Forbidden)]
    [InlineData(ApproverKey, "DELETE", "/signature", HttpStatusCode.Forbidden)]
    [InlineData(OperatorKey, "POST", "/close", HttpStatusCode.Conflict)]
    [InlineData(ApproverKey, "POST", "/approve", HttpStatusCode.Conflict)]
    public async Task A_role_opens_what_is_its_own(string? key, string method, string path, HttpStatusCode status)
    {
        await using var server = await LocalServer.StartAsync(embedded, Keys);
        using var owner = new AwardFlowClient(server.Address, OperatorKey);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await owner.PutAsync(definition));

        using var caller = new AwardFlowClient(server.Address, key);
        using var response = await caller.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/api/cycles/{definition.Id}{path}"), TestContext.Current.CancellationToken);
        Assert.Equal(status, response.StatusCode);
        if (!response.IsSuccessStatusCode)
        {
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task Who_approved_is_recorded_by_the_keys_name()
    {
        await using var server = await LocalServer.StartAsync(embedded, Keys);
        using var malee = new AwardFlowClient(server.Address, OperatorKey);
        using var wichai = new AwardFlowClient(server.Address, ApproverKey);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await malee.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await malee.UploadAsync(definition.Id, "entries", TestSheets.Entries(["E1"])));
        await AwardFlowClient.SucceedAsync(await malee.UploadAsync(definition.Id, "scores", TestSheets.Scores(["E1"], "ก")));
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{definition.Id}/close"));
        await server.DoneAsync("ReleaseLetters", definition.Id, "False");
        await AwardFlowClient.SucceedAsync(await wichai.PostAsync($"/api/cycles/{definition.Id}/approve"));
        Assert.Equal("wichai", (await malee.GetJsonAsync($"/api/cycles/{definition.Id}"))["approvedBy"]!.GetValue<string>());
    }

    [Fact]
    public async Task Without_keys_this_machine_is_let_in_with_a_warning()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.Http.GetAsync("/api/cycles", TestContext.Current.CancellationToken)).StatusCode);
        await server.Log.WaitForAsync("No API key is configured");
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    public async Task Without_keys_a_page_of_another_site_and_a_proxy_are_kept_out(string header, string value)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/cycles");
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await server.Client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Beyond_this_machine_nothing_is_served_without_a_key()
    {
        var refused = await Assert.ThrowsAsync<SettingException>(() =>
            LocalApp.StartAsync("http://0.0.0.0:0", embedded.Storage, _ => { }, TestContext.Current.CancellationToken));
        Assert.Equal("Api__Keys__NAME", refused.Setting);
    }

    [Fact]
    public async Task The_description_of_the_API_is_public_and_names_every_route()
    {
        await using var server = await LocalServer.StartAsync(embedded, Keys);
        using var anybody = new AwardFlowClient(server.Address);
        var described = (await anybody.GetJsonAsync("/openapi.json"))["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));
        var served = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Where(method => method != "HEAD").Select(method => $"{method} {PathOf(route.RoutePattern)}"))
            .ToList();
        Assert.Contains("POST /api/cycles/{id}/approve", served);
        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    // Without what a parameter must be: {number}, not {number:int}.
    private static string PathOf(RoutePattern pattern) => string.Concat(pattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part =>
        part is RoutePatternParameterPart parameter ? $"{{{parameter.Name}}}" : ((RoutePatternLiteralPart)part).Content))));
}
