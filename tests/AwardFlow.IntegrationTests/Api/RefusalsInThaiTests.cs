using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>Who asks in Thai is refused in Thai, by every endpoint; who asks in English, in English.</summary>
public class RefusalsInThaiTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private const string Json = "application/json";
    private const string Reason = "{\"reason\": \"x\"}";

    // "{open}" is a cycle with scores, "{empty}" one without entries, "{sent}" one whose letters are sent.
    private static readonly (string Method, string Path, string ContentType, string Body, int Status)[] Refusals =
    [
        ("PUT", "/api/cycles/{open}", Json, "[", 400),
        ("PUT", "/api/cycles/{open}", Json, "{\"id\": 5}", 400),
        ("PUT", "/api/cycles/{open}", "text/plain", "{}", 415),
        ("POST", "/api/cycles/{empty}/close", Json, "", 409),
        ("POST", "/api/cycles/{sent}/close", Json, "", 409),
        ("POST", "/api/cycles/{open}/extend", Json, "{}", 400),
        ("POST", "/api/cycles/{open}/extend", Json, "{\"closesAt\": \"2020-10-09T16:30:00+07:00\"}", 400),
        ("POST", "/api/cycles/{sent}/extend", Json, "{\"closesAt\": \"2031-10-09T16:30:00+07:00\"}", 409),
        ("POST", "/api/cycles/{open}/approve", Json, "", 409),
        ("POST", "/api/cycles/{sent}/approve", Json, "", 409),
        ("POST", "/api/cycles/{open}/approve", Json, "[]", 400),
        ("POST", "/api/cycles/{open}/approve/undo", Json, "", 409),
        ("PUT", "/api/cycles/{sent}/approval", Json, "{\"approval\": \"none\"}", 409),
        ("PUT", "/api/cycles/{open}/approval", Json, "{\"approval\": \"perhaps\"}", 400),
        ("GET", "/api/cycles/{open}/manifest", "", "", 404),
        ("POST", "/api/cycles/{open}/sendBack", Json, Reason, 409),
        ("POST", "/api/cycles/{open}/sendBack", Json, "{\"reason\": \" \"}", 400),
        ("POST", "/api/cycles/{open}/resume", Json, "", 409),
        ("POST", "/api/cycles/{open}/pause", Json, "{}", 400),
        ("POST", "/api/cycles/{sent}/cancel", Json, Reason, 409),
        ("POST", "/api/cycles/{sent}/addresses/release", Json, "{\"addresses\": []}", 400),
        ("POST", "/api/cycles/{sent}/addresses/release", Json, "{\"addresses\": [{\"entryCode\": \"E0001\", \"address\": \"a@b.example\"}]}", 409),
        ("PUT", "/api/cycles/{open}/emblem", "image/png", "no picture", 400),
        ("PUT", "/api/cycles/{open}/signature", "image/svg+xml", "<p/>", 400),
        ("PUT", "/api/cycles/{open}/signature", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' width='many' height='1'/>", 400),
        ("PUT", "/api/cycles/{open}/signature", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><script/></svg>", 400),
        ("PUT", "/api/cycles/{open}/emblem", "image/gif", "x", 415),
        ("PUT", "/api/cycles/{sent}/emblem", "image/png", "x", 409),
        ("DELETE", "/api/cycles/{sent}/emblem", Json, "", 409),
        ("POST", "/api/cycles/{open}/entries", "text/csv", "x", 400),
        ("POST", "/api/cycles/{open}/entries", "image/png", "x", 415),
        ("POST", "/api/cycles/{open}/entries", "multipart/form-data", "x", 400),
        ("POST", "/api/cycles/{sent}/scores", "text/csv", "x", 409),
        ("POST", "/api/cycles/{open}/uploads/99/undo", Json, "", 404),
        ("GET", "/api/cycles/{empty}/templates/scores.xlsx", "", "", 409),
        ("GET", "/api/cycles/{open}/snapshot", "", "", 409),
        ("GET", "/api/cycles/{open}/snapshot/scores.csv", "", "", 409),
        ("GET", "/api/cycles/{open}/results?limit=0", "", "", 400),
        ("GET", "/api/cycles/{sent}/deliveries?state=lost", "", "", 400),
        ("GET", "/api/cycles/{sent}/reminders?state=lost", "", "", 400),
        ("GET", "/api/cycles/{open}/letters/E9999", "", "", 404),
        ("GET", "/api/cycles/{sent}/letters/E9999/certificate", "", "", 404),
        ("GET", "/api/cycles/{sent}/deliveries/E9999", "", "", 404),
        ("POST", "/api/cycles/{open}/deliveries/E0001/resend", Json, Reason, 409),
        ("POST", "/api/cycles/{sent}/deliveries/E0001/resend", Json, "{}", 400),
        ("POST", "/api/cycles/{sent}/deliveries/E0001/resend", Json, "{\"reason\": \" \"}", 400),
        ("POST", "/api/cycles/{sent}/deliveries/E9999/resend", Json, Reason, 404),
        ("POST", "/api/cycles/{sent}/deliveries/E0001/resend", Json, "{\"reason\": \"x\", \"reminder\": 1}", 404),
        ("POST", "/api/cycles/{sent}/deliveries/E0001/settle", Json, Reason, 409),
        ("PUT", "/api/cycles/{sent}/entries/E0001/address", Json, "{\"address\": \"nobody\"}", 400),
        ("PUT", "/api/cycles/{sent}/entries/E0001/address", Json, "[]", 400),
        ("POST", "/api/cycles/{open}/deliveries/E0001/receipt", Json, "{\"registerNumber\": \"1\"}", 404),
        ("POST", "/api/cycles/{sent}/deliveries/E0001/receipt", Json, "{}", 400),
        ("POST", "/api/cycles/{sent}/deliveries/E0001/receipt", Json, "{\"registerNumber\": \"1\", \"registeredAt\": \"2020-01-01T00:00:00Z\"}", 400),
        ("POST", "/api/cycles/{sent}/deliveries/E0001/receipt", Json, "{\"registerNumber\": \"1\", \"registeredAt\": \"2040-01-01T00:00:00Z\"}", 400),
        ("GET", "/api/cycles/nobody-knows-it/telephone-list", "", "", 404),
        ("GET", "/api/nothing-here", "", "", 404),
        ("DELETE", "/api/cycles/{open}", "", "", 405),
    ];

    [Fact]
    public async Task Every_endpoint_refuses_in_the_callers_language()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var sent = await server.SendCycleAsync(entries: 1);
        var open = await server.OpenCycleAsync(entries: 1);
        var empty = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(empty));
        foreach (var (method, path, contentType, body, status) in Refusals)
        {
            var address = path.Replace("{open}", open, StringComparison.Ordinal)
                .Replace("{empty}", empty.Id.Text, StringComparison.Ordinal)
                .Replace("{sent}", sent, StringComparison.Ordinal);
            var thai = await RefuseAsync(server, method, address, contentType, body, "th", status);
            Assert.True(IsThai(thai["detail"]), $"{method} {path} {body}: {thai.ToJsonString(AwardJson.Options)}");
            Assert.All(Errors(thai), error => Assert.True(IsThai(error), $"{method} {path} {body}: {thai.ToJsonString(AwardJson.Options)}"));
            var english = await RefuseAsync(server, method, address, contentType, body, "en", status);
            Assert.NotEqual(thai["detail"]!.GetValue<string>(), english["detail"]!.GetValue<string>());
            Assert.False(IsThai(english["title"]), english.ToJsonString(AwardJson.Options));
        }
    }

    [Fact]
    public async Task What_a_definition_would_unmake_is_refused_in_Thai()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var (open, sent) = (await server.OpenCycleAsync(entries: 1), await server.SendCycleAsync(entries: 1));
        var definition = TestCycle.Definition with { Id = CycleId.Parse(open) };
        CycleDefinition[] refused =
        [
            definition with { Rubric = [new Category("1", "ปัญหา", [new Criterion("A", "ตรงประเด็น", 100)])] },
            definition with { Judges = [new Judge(JudgeName.Parse("ผู้อื่น"))] },
            definition with { Id = CycleId.Parse(sent) },
        ];
        foreach (var each in refused)
        {
            var problem = await RefuseAsync(server, "PUT", $"/api/cycles/{each.Id}", Json, JsonSerializer.Serialize(each, AwardJson.Options), "th", 409);
            Assert.True(IsThai(problem["title"]) && IsThai(problem["detail"]), problem.ToJsonString(AwardJson.Options));
        }
    }

    [Fact]
    public async Task Who_has_no_key_or_no_role_is_told_in_Thai_what_would_help()
    {
        await using var server = await LocalServer.StartAsync(
            embedded, ("Api:Keys:Somchai", "a-key-of-an-operator-for-tests-2564"), ("Api:Keys:Somchai:Role", "operator"));
        var id = LocalServer.NewCycle().Id;
        Assert.True(IsThai((await RefuseAsync(server, "GET", $"/api/cycles/{id}", "", "", "th", 401))["detail"]));
        server.Client.Http.DefaultRequestHeaders.Add("X-Api-Key", "a-key-of-an-operator-for-tests-2564");
        Assert.True(IsThai((await RefuseAsync(server, "POST", $"/api/cycles/{id}/approve", Json, "", "th", 403))["detail"]));
    }

    private static IEnumerable<JsonNode?> Errors(JsonNode problem) =>
        problem["errors"]?.AsObject().SelectMany(error => error.Value!.AsArray()) ?? [];

    private static bool IsThai(JsonNode? text) => text?.GetValue<string>().Any(c => c is >= 'ก' and <= '๛') == true;

    private static async Task<JsonNode> RefuseAsync(
        LocalServer server, string method, string path, string contentType, string body, string language, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (contentType.Length > 0)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        }
        request.Headers.Add("Accept-Language", language);
        using var response = await server.Client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((HttpStatusCode)status == response.StatusCode, $"{method} {path} {body}: {(int)response.StatusCode} {text}");
        Assert.True(response.Content.Headers.ContentLanguage.SequenceEqual([language]), $"{method} {path} {body}: no Content-Language: {text}");
        return JsonNode.Parse(text)!;
    }
}
