using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Storage;
using AwardFlow.Web.Answers;

namespace AwardFlow.Local.Demo;

/// <summary>What an operator and an approver do over HTTP.</summary>
/// <param name="address">The API's address.</param>
/// <param name="operatorKey">The operator's key.</param>
/// <param name="approverKey">The approver's key.</param>
internal sealed class DemoClient(string address, string operatorKey, string approverKey) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(10) };

    public void Dispose() => _http.Dispose();

    public Task CreateAsync(string id, string definition, CancellationToken cancellationToken) =>
        SendAsync(
            HttpMethod.Put, $"/api/cycles/{id}", new StringContent(definition, Encoding.UTF8, "application/json"),
            operatorKey, "cycle.json", cancellationToken);

    public async Task<JsonNode> UploadAsync(string id, string kind, FileInfo file, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(file.OpenRead());
        content.Headers.ContentType = new MediaTypeHeaderValue(
            string.Equals(file.Extension, ".csv", StringComparison.OrdinalIgnoreCase)
                ? "text/csv"
                : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        var answer = await SendAsync(HttpMethod.Post, $"/api/cycles/{id}/{kind}", content, operatorKey, file.Name, cancellationToken);
        return JsonNode.Parse(answer)!;
    }

    public async Task SetPictureAsync(string id, string kind, FileInfo file, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(file.OpenRead());
        content.Headers.ContentType = new MediaTypeHeaderValue(file.Extension == ".svg" ? "image/svg+xml" : "image/png");
        await SendAsync(HttpMethod.Put, $"/api/cycles/{id}/{kind}", content, operatorKey, file.Name, cancellationToken);
    }

    public Task MoveClosingAsync(string id, DateTimeOffset closesAt, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"/api/cycles/{id}/extend", JsonContent.Create(new { closesAt }), operatorKey, "extend", cancellationToken);

    public Task ApproveAsync(string id, string manifestSha256, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"/api/cycles/{id}/approve", JsonContent.Create(new { manifestSha256 }), approverKey, "approve", cancellationToken);

    public async Task<CycleView> LookAsync(string id, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<CycleView>(await GetAsync($"/api/cycles/{id}", cancellationToken), AwardJson.Own)!;

    public async Task<IReadOnlyList<DeliveryView>> DeliveriesAsync(string id, CancellationToken cancellationToken) =>
        JsonSerializer.Deserialize<List<DeliveryView>>(await GetAsync($"/api/cycles/{id}/deliveries", cancellationToken), AwardJson.Own)!;

    public Task<byte[]> GetAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, content: null, operatorKey, path, cancellationToken);

    private async Task<byte[]> SendAsync(HttpMethod method, string path, HttpContent? content, string key, string what, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("X-Api-Key", key);
        using var response = await _http.SendAsync(request, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return body;
        }
        var text = $"{what}: {Explain(Encoding.UTF8.GetString(body), (int)response.StatusCode)}";
        throw response.StatusCode == System.Net.HttpStatusCode.BadRequest ? new UsageException(text) : new DemoFailedException(text);
    }

    private static string Explain(string body, int status)
    {
        try
        {
            var problem = JsonNode.Parse(body)!;
            var rows = problem["rows"]?.AsArray().Take(10)
                .Select(row => $"\n  row {row!["row"]}, column {row["column"]}, value '{row["value"]}': {row["problem"]}");
            return $"{problem["title"]} {problem["detail"]}{string.Concat(rows ?? [])}";
        }
        catch (JsonException)
        {
            return $"the API answered {status}.";
        }
    }
}
