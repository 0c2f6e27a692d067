using System.Diagnostics;
using AwardFlow.Functions;
using AwardFlow.Storage;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Moq;

namespace AwardFlow.Tests.Functions;

/// <summary>What the Functions app records of a request: never the path, since that of a recipient's page is the key to it.</summary>
public class RequestTracesTests
{
    private const string Token = "AWgVqsAAAQ-_Zm9vYmFy";

    [Theory]
    [InlineData("GET", $"/r/{Token}", "GET /r/{token}", 404)]
    [InlineData("HEAD", $"/R/{Token}", "HEAD /r/{token}", 404)]
    [InlineData("GET", $"/r/{Token}/letter.pdf", "GET /r/{token}/{document}", 404)]
    [InlineData("GET", $"/r/{Token}/a/b", "GET", 401)]
    [InlineData("GET", $"/{Token}", "GET", 401)]
    [InlineData("GET", "/", "GET /", 200)]
    public async Task A_request_is_named_by_its_route(string method, string path, string name, int status)
    {
        using var activity = new Activity("Microsoft.AspNetCore.Hosting.HttpRequestIn").Start();
        await AnswerAsync(method, path, activity);
        Assert.Equal((name, status), (activity.DisplayName, activity.GetTagItem("http.response.status_code")));
        Assert.DoesNotContain(Token, activity.DisplayName + string.Concat(activity.TagObjects.Select(tag => tag.Value)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("APPLICATIONINSIGHTS_CONNECTION_STRING")]
    [InlineData("APPINSIGHTS_INSTRUMENTATIONKEY")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT")]
    public void A_setting_with_which_the_host_would_record_paths_stops_the_start(string setting)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(setting, "InstrumentationKey=00000000-0000-0000-0000-000000000001")]).Build();
        var refused = Assert.Throws<SettingException>(() => new ServiceCollection().AddTelemetry(settings));
        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Telemetry__ConnectionString", refused.Message, StringComparison.Ordinal);
    }

    private static async Task AnswerAsync(string method, string path, Activity activity)
    {
        await using var app = new WorkerPipeline();
        await app.AnswerAsync(method, path, features: features => features.Set(Mock.Of<IHttpActivityFeature>(feature => feature.Activity == activity)));
    }
}
