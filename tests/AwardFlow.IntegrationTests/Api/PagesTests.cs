using System.Net;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Api;

public class PagesTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/pages/style.css", "text/css")]
    [InlineData("/pages/cycles.js", "text/javascript")]
    public async Task Pages_need_no_key_and_take_nothing_from_elsewhere(string path, string contentType)
    {
        await using var server = await LocalServer.StartAsync(azurite);
        using var response = await server.Client.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, contentType), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
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
