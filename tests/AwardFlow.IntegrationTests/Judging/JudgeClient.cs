using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Judging;

/// <summary>Speaks as a judge's page does: with the token of a link in a header.</summary>
internal sealed class JudgeClient : IDisposable
{
    private readonly HttpClient _http;

    public JudgeClient(string address, string? token)
    {
        _http = new HttpClient { BaseAddress = new Uri(address) };
        if (token is not null)
        {
            _http.DefaultRequestHeaders.TryAddWithoutValidation("X-Judge-Token", token);
        }
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public Task<JsonNode> SheetAsync() => GetAsync("/api/judge");

    public Task<JsonNode> EntryAsync(string entry) => GetAsync($"/api/judge/entries/{entry}");

    public Task<HttpResponseMessage> TryAsync(string path) => _http.GetAsync(path, Cancelled);

    /// <summary>Saves an entry as it stands: a page that just got it.</summary>
    public async Task<JsonNode> SaveAsync(string entry, params string?[] points)
    {
        using var response = await PutAsync(entry, (await EntryAsync(entry))["version"]!.GetValue<string>(), Body(points));
        return await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response));
    }

    public Task<HttpResponseMessage> PutAsync(string entry, string? version, object body) =>
        SendAsync(HttpMethod.Put, $"/api/judge/entries/{entry}", version, body);

    public async Task<HttpResponseMessage> SubmitAsync(string? confirm = null) =>
        await SendAsync(
            HttpMethod.Post, $"/api/judge/submit{(confirm is null ? "" : $"?confirm={confirm}")}", (await SheetAsync())["version"]!.GetValue<string>());

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? version = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = body is null ? null : new StringContent(JsonSerializer.Serialize(body, AwardJson.Options), Encoding.UTF8, "application/json"),
        };
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }
        return await _http.SendAsync(request, Cancelled);
    }

    /// <summary>Scores for the criteria A, B and C.</summary>
    public static object Body(params string?[] points) =>
        new { scores = points.Zip(["A", "B", "C"], (given, criterion) => KeyValuePair.Create(criterion, given)).ToDictionary(StringComparer.Ordinal) };

    public void Dispose() => _http.Dispose();

    private async Task<JsonNode> GetAsync(string path)
    {
        using var response = await TryAsync(path);
        return await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response));
    }
}
