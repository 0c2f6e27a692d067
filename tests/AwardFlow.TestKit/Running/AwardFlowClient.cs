using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.TestKit;

/// <summary>Speaks to the API as any client would.</summary>
public sealed class AwardFlowClient(string address, string? key = null) : IDisposable
{
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public HttpClient Http { get; } = NewClient(address, key);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Http.Dispose();

    public Task<HttpResponseMessage> PutAsync(CycleDefinition definition) =>
        PutAsync(definition.Id, JsonSerializer.Serialize(definition, AwardJson.Options));

    public Task<HttpResponseMessage> PutAsync(string id, string json) =>
        Http.PutAsync($"/api/cycles/{id}", new StringContent(json, Encoding.UTF8, "application/json"), Cancelled);

    public Task<HttpResponseMessage> UploadAsync(string id, string kind, byte[] sheet, string contentType = "text/csv")
    {
        var content = new ByteArrayContent(sheet);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return Http.PostAsync($"/api/cycles/{id}/{kind}", content, Cancelled);
    }

    public Task<HttpResponseMessage> PostAsync(string path, object? body = null) =>
        Http.PostAsync(path, body is null ? null : new StringContent(JsonSerializer.Serialize(body, AwardJson.Options), Encoding.UTF8, "application/json"), Cancelled);

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

    private static HttpClient NewClient(string address, string? key)
    {
        var http = new HttpClient { BaseAddress = new Uri(address) };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Add("X-Api-Key", key);
        }
        return http;
    }
}
