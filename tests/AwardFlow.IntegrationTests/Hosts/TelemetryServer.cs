using System.Globalization;
using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace AwardFlow.IntegrationTests.Hosts;

/// <summary>Takes what is sent to Application Insights, on loopback.</summary>
internal sealed class TelemetryServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TelemetryServer(WebApplication app) => _app = app;

    /// <summary>What came, an item a line.</summary>
    public LineWatcher Received { get; } = new();

    public string ConnectionString =>
        $"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={_app.Urls.Single()}/;LiveEndpoint={_app.Urls.Single()}/";

    public static async Task<TelemetryServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var server = new TelemetryServer(app);
        app.MapPost("/{**path}", server.TakeAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        await using var body = request.Headers.ContentEncoding == "gzip" ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
        using var reader = new StreamReader(body);
        var count = 0;
        while (await reader.ReadLineAsync(request.HttpContext.RequestAborted) is { } line)
        {
            Received.Add(line);
            count++;
        }
        return Results.Text(
            string.Create(CultureInfo.InvariantCulture, $$"""{"itemsReceived":{{count}},"itemsAccepted":{{count}},"errors":[]}"""), "application/json");
    }
}
