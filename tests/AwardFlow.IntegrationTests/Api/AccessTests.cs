using System.Net;
using System.Net.Sockets;
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
        using var response = await caller.Http.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), $"/api/cycles/{definition.Id}{path}"), TestContext.Current.CancellationToken);
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
        await AwardFlowClient.SucceedAsync(await malee.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E1"])));
        await AwardFlowClient.SucceedAsync(await malee.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E1"], "ก")));
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{definition.Id}/close"));
        await server.DoneAsync("ReleaseLetters", definition.Id.Text, "False");
        await wichai.ApproveAsync(definition.Id);
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
    [InlineData("X-Real-IP", "203.0.113.7")]
    [InlineData("Via", "1.1 proxy.example")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:3000")]
    [InlineData("Host", "localhost.evil.example")]
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
    public async Task Without_keys_a_request_of_HTTP_1_0_is_taken_for_a_proxys()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, new Uri(server.Address).Port, Cancelled);
        await socket.GetStream().WriteAsync("GET /api/cycles HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"u8.ToArray(), Cancelled);
        using var reader = new StreamReader(socket.GetStream());
        Assert.Contains(" 401 ", await reader.ReadLineAsync(Cancelled), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:Transport", "sendgrid")]
    [InlineData("Mail:Transport", "smtp")]
    [InlineData("Public:Url", "http://127.0.0.1:0")]
    [InlineData("Receipts:BaseUrl", "https://award.example.go.th")]
    [InlineData("Proxies:Trusted", "127.0.0.1")]
    public async Task Without_keys_a_server_that_others_reach_or_that_sends_real_mail_does_not_start(string setting, string value)
    {
        var refused = await Assert.ThrowsAsync<SettingException>(() => LocalServer.StartAsync(embedded.Storage, withKeys: false, (setting, value)));
        Assert.Equal("Api__Keys__NAME", refused.Setting);
        Assert.Contains("at least one key is needed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outsiders_have_an_address_of_their_own_with_receipt_pages_and_webhooks_and_nothing_else()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. Keys, ("Public:Url", "http://127.0.0.1:0")]);
        using var office = new AwardFlowClient(server.Address, OperatorKey);
        using var outside = new AwardFlowClient(server.OutsideAddress, OperatorKey);
        var css = (await office.GetTextAsync("/")).Split('"')
            .First(text => text.EndsWith("/style.css", StringComparison.Ordinal))
            .Replace("style.css", "receipt.css", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(outside, HttpMethod.Get, css));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(outside, HttpMethod.Get, "/r/a-link-that-is-none"));
        Assert.Contains(
            "text/html", (await outside.Http.GetAsync("/r/a-link-that-is-none", Cancelled)).Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(outside, HttpMethod.Post, "/api/webhooks/sendgrid"));
        foreach (var path in new[]
        {
            "/",
            "/index.html",
            "/openapi.json",
            "/api/cycles",
            "/api/caller",
            "/api/clock",
            "/nothing",
            "/pages/app.js",
            css.Replace("receipt.css", "app.js", StringComparison.Ordinal),
            "/API/cycles",
            "//api/cycles",
            "/api/webhooks/../cycles",
            "/r/../api/cycles",
        })
        {
            Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(outside, HttpMethod.Get, path));
        }
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(outside, HttpMethod.Post, "/api/clock"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(office, HttpMethod.Get, "/api/cycles"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(office, HttpMethod.Get, "/r/a-link-that-is-none"));
    }

    [Fact]
    public async Task Wrong_keys_are_slowed_and_logged_with_their_address_and_no_other_address_waits()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. Keys, ("Proxies:Trusted", "127.0.0.1")]);
        var answers = new List<HttpStatusCode>();
        for (var guess = 0; guess < 30; guess++)
        {
            answers.Add(await AnswerAsync(server, $"wrong-key-number-{guess}", "203.0.113.7"));
        }
        Assert.Equal(HttpStatusCode.Unauthorized, answers[0]);
        Assert.InRange(answers.Count(status => status == HttpStatusCode.TooManyRequests), 10, 20);
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(server, OperatorKey, "198.51.100.8"));
        await server.Log.WaitForAsync("A wrong API key came from 203.0.113.7");
    }

    [Fact]
    public async Task Who_used_a_right_key_lately_is_not_locked_out_by_somebody_who_guesses_from_the_same_address()
    {
        await using var server = await LocalServer.StartAsync(embedded, Keys);
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(server, OperatorKey));
        for (var guess = 0; guess < 30; guess++)
        {
            await AnswerAsync(server, $"wrong-key-number-{guess}");
        }
        Assert.Equal(HttpStatusCode.TooManyRequests, await AnswerAsync(server, "one-more-wrong-key"));
        Assert.Equal(HttpStatusCode.OK, await AnswerAsync(server, OperatorKey));
    }

    [Theory]
    [InlineData("GET", "/api/cycles", OperatorKey)]
    [InlineData("GET", "/api/cycles", null)]
    [InlineData("GET", "/api/nothing", OperatorKey)]
    [InlineData("POST", "/api/webhooks/sendgrid", null)]
    [InlineData("DELETE", "/api/cycles", OperatorKey)]
    [InlineData("GET", "/openapi.json", null)]
    [InlineData("GET", "/", null)]
    public async Task No_answer_is_guessed_at_and_none_of_the_API_is_kept_on_the_way(string method, string path, string? key)
    {
        await using var server = await LocalServer.StartAsync(embedded, Keys);
        using var caller = new AwardFlowClient(server.Address, key);
        using var response = await caller.Http.SendAsync(new HttpRequestMessage(new HttpMethod(method), path), Cancelled);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        if (path.StartsWith("/api", StringComparison.Ordinal))
        {
            Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        }
    }

    [Fact]
    public async Task HEAD_is_answered_as_GET_is_without_the_content()
    {
        await using var server = await LocalServer.StartAsync(embedded, Keys);
        using var caller = new AwardFlowClient(server.Address, OperatorKey);
        using var anybody = new AwardFlowClient(server.Address);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await caller.PutAsync(definition));
        foreach (var path in new[]
        {
            "/api/cycles",
            "/api/caller",
            $"/api/cycles/{definition.Id}",
            $"/api/cycles/{definition.Id}/results.csv",
            "/api/cycles/no-such-cycle",
            "/api/nothing",
            "/",
        })
        {
            using var get = await caller.Http.GetAsync(path, Cancelled);
            using var head = await caller.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Cancelled);
            Assert.Equal((path, get.StatusCode, get.Content.Headers.ContentType), (path, head.StatusCode, head.Content.Headers.ContentType));
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancelled));
            Assert.Equal(path == "/" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, await StatusAsync(anybody, HttpMethod.Head, path));
        }
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync(caller, HttpMethod.Head, $"/api/cycles/{definition.Id}/close"));
    }

    [Fact]
    public async Task The_description_of_the_API_is_public_and_names_every_route()
    {
        await using var server = await LocalServer.StartAsync(embedded, Keys);
        using var anybody = new AwardFlowClient(server.Address);
        var described = (await anybody.GetJsonAsync("/openapi.json"))["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"));
        var served = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal))
            .SelectMany(route => route.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
                .Where(method => method != "HEAD")
                .Select(method => $"{method} {PathOf(route.RoutePattern)}"))
            .ToList();
        Assert.Contains("POST /api/cycles/{id}/approve", served);
        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    // Without what a parameter must be: {number}, not {number:int}.
    private static string PathOf(RoutePattern pattern) => string.Concat(pattern.PathSegments.Select(segment => "/" + string.Concat(segment.Parts.Select(part =>
        part is RoutePatternParameterPart parameter ? $"{{{parameter.Name}}}" : ((RoutePatternLiteralPart)part).Content))));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static async Task<HttpStatusCode> StatusAsync(AwardFlowClient client, HttpMethod method, string path)
    {
        using var response = await client.Http.SendAsync(
            new HttpRequestMessage(
                method,
                new Uri(
                    client.Http.BaseAddress!.GetLeftPart(UriPartial.Authority) + path,
                    new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })),
            Cancelled);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> AnswerAsync(LocalServer server, string key, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Address}/api/caller");
        request.Headers.Add("X-Api-Key", key);
        if (from is not null)
        {
            request.Headers.Add("X-Forwarded-For", from);
        }
        using var response = await server.Client.Http.SendAsync(request, Cancelled);
        return response.StatusCode;
    }
}
