using System.Net;
using System.Net.Http.Headers;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Api;

public class PagesTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/pages/style.css", "text/css")]
    [InlineData("/pages/app.js", "text/javascript")]
    [InlineData("/pages/icon.svg", "image/svg+xml")]
    [InlineData("/pages/Sarabun-Regular.ttf", "font/ttf")]
    public async Task Pages_need_no_key_and_take_nothing_from_elsewhere(string path, string contentType)
    {
        await using var server = await LocalServer.StartAsync(azurite, ("Api:Keys:malee", "operator-key-0123456789"), ("Api:Keys:malee:Role", "operator"));
        using var response = await server.Client.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, contentType), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var policy = response.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
        Assert.Subset(policy.ToHashSet(StringComparer.Ordinal), new HashSet<string>(["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"], StringComparer.Ordinal));
        Assert.DoesNotContain(policy, rule => rule.Contains("unsafe", StringComparison.Ordinal) || rule.Contains("http", StringComparison.Ordinal));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        await using var server = await LocalServer.StartAsync(azurite);
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

    [Theory]
    [InlineData("/pages/..%2Fappsettings.json")]
    [InlineData("/pages/nothing.js")]
    public async Task What_is_no_page_is_not_found(string path)
    {
        await using var server = await LocalServer.StartAsync(azurite);
        using var response = await server.Client.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
