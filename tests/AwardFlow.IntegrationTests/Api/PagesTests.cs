using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Api;

public partial class PagesTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/pages/style.css", "text/css")]
    [InlineData("/pages/app.js", "text/javascript")]
    [InlineData("/pages/icon.svg", "image/svg+xml")]
    [InlineData("/pages/Sarabun-Regular.ttf", "font/ttf")]
    public async Task Pages_need_no_key_and_take_nothing_from_elsewhere(string path, string contentType)
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Api:Keys:malee", "operator-key-0123456789"), ("Api:Keys:malee:Role", "operator"));
        using var response = await server.Client.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, contentType), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
        Assert.Subset(
            policy.ToHashSet(StringComparer.Ordinal),
            new HashSet<string>(["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"], StringComparer.Ordinal));
        Assert.DoesNotContain(policy, rule => rule.Contains("unsafe", StringComparison.Ordinal) || rule.Contains("http", StringComparison.Ordinal));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        using var first = await server.Client.Http.GetAsync("/pages/app.js", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/pages/app.js");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await server.Client.Http.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var other = new HttpRequestMessage(HttpMethod.Get, "/pages/app.js");
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"another\""));
        using var third = await server.Client.Http.SendAsync(other, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Fact]
    public async Task What_the_first_page_names_is_kept_for_good_and_another_version_is_not()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        using var http = new HttpClient(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = server.Client.Http.BaseAddress,
        };
        var page = await http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var address = Script().Match(page).Value;
        using var script = await http.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal("public, max-age=31536000, immutable", script.Headers.CacheControl!.ToString());
        Assert.Equal("Accept-Encoding", script.Headers.Vary.Single());
        using var other = await http.GetAsync("/pages/0123456789abcdef/app.js", TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "no-cache"), (other.StatusCode, other.Headers.CacheControl!.ToString()));
        using var first = await http.GetAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal("no-cache", first.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/pages/app.js")]
    public async Task A_page_answers_HEAD_without_a_body(string path)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var response = await server.Client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.True(response.Content.Headers.ContentLength > 0);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/pages/..%2Fappsettings.json")]
    [InlineData("/pages/0123456789abcdef/..%2Fappsettings.json")]
    [InlineData("/pages/nothing.js")]
    public async Task What_is_no_page_is_not_found(string path)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        using var response = await server.Client.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [GeneratedRegex("(?<=src=\")/pages/[0-9a-f]{16}/app.js(?=\")", RegexOptions.None, 1000)]
    private static partial Regex Script();
}
