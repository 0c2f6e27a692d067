using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.TestKit;

/// <summary>Speaks to the API as any client would.</summary>
public sealed class AwardFlowClient : IDisposable
{
    public const string OperatorKey = "an-operators-key-of-tests-only";
    public const string ApproverKey = "an-approvers-key-of-tests-only";

    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public AwardFlowClient(string address, string? key = null)
        : this(address, new HttpClientHandler())
    {
        if (key is not null)
        {
            Http.DefaultRequestHeaders.Add("X-Api-Key", key);
        }
    }

    private AwardFlowClient(string address, HttpMessageHandler handler) => Http = new HttpClient(handler) { BaseAddress = new Uri(address) };

    /// <summary>The settings of a server with a key for each role, as one needs that sends real mail.</summary>
    public static IReadOnlyList<(string Key, string Value)> Keys { get; } =
        [("Api:Keys:malee", OperatorKey), ("Api:Keys:malee:Role", "operator"), ("Api:Keys:wichai", ApproverKey), ("Api:Keys:wichai:Role", "approver")];

    public HttpClient Http { get; }

    /// <summary>Speaks to a server with <see cref="Keys"/>, in the role that each request needs.</summary>
    public static AwardFlowClient OfBothRoles(string address) => new(address, new BothRoles());

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Http.Dispose();

    public Task<HttpResponseMessage> PutAsync(CycleDefinition definition) =>
        PutAsync(definition.Id.Text, JsonSerializer.Serialize(definition, AwardJson.Options));

    public Task<HttpResponseMessage> PutAsync(string id, string json) =>
        Http.PutAsync($"/api/cycles/{id}", new StringContent(json, Encoding.UTF8, "application/json"), Cancelled);

    public Task<HttpResponseMessage> UploadAsync(string id, string kind, byte[] sheet, string contentType = "text/csv")
    {
        var content = new ByteArrayContent(sheet);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return Http.PostAsync($"/api/cycles/{id}/{kind}", content, Cancelled);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) =>
        Http.PostAsync(
            path, body is null ? null : new StringContent(JsonSerializer.Serialize(body, AwardJson.Options), Encoding.UTF8, "application/json"), Cancelled);

    public Task<HttpResponseMessage> PutJsonAsync(string path, object body) =>
        Http.PutAsync(path, new StringContent(JsonSerializer.Serialize(body, AwardJson.Options), Encoding.UTF8, "application/json"), Cancelled);

    /// <summary>Approves what awaits approval, as it is now.</summary>
    public async Task<JsonNode> ApproveAsync(object id)
    {
        var manifest = (await GetJsonAsync($"/api/cycles/{id}"))["manifestSha256"]!.GetValue<string>();
        using var response = await PostAsync($"/api/cycles/{id}/approve", new { manifestSha256 = manifest });
        return await JsonAsync(await SucceedAsync(response));
    }

    public async Task<JsonNode> GetJsonAsync(string path)
    {
        using var response = await Http.GetAsync(path, Cancelled);
        return await JsonAsync(await SucceedAsync(response));
    }

    public Task<byte[]> GetBytesAsync(string path) => Http.GetByteArrayAsync(path, Cancelled);

    public Task<string> GetTextAsync(string path) => Http.GetStringAsync(path, Cancelled);

    public async Task<string> StateAsync(string id) => (await GetJsonAsync($"/api/cycles/{id}"))["state"]!.GetValue<string>();

    public static async Task<JsonNode> JsonAsync(HttpResponseMessage response) => JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancelled))!;

    /// <summary>The response, which must be a success.</summary>
    public static async Task<HttpResponseMessage> SucceedAsync(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync(Cancelled)}");
        return response;
    }

    private sealed class BothRoles : HttpClientHandler
    {
        private static readonly string[] Approvers = ["/approve", "/approve/undo", "/approval", "/sendBack", "/addresses/release"];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Add(
                "X-Api-Key", Approvers.Any(end => request.RequestUri!.AbsolutePath.EndsWith(end, StringComparison.Ordinal)) ? ApproverKey : OperatorKey);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
