using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Api;

public class BadInputTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private const string Entries = "entry_code,project,organisation,addressee,saraban_email,province";

    [Theory]
    [InlineData("entries", $"{Entries}\nE1,,o,a,saraban@a.example,p", "2 project")]
    [InlineData("entries", "entry_code,project\nE1,x", "1 organisation")]
    [InlineData("scores", "entry_code,judge,A,B,C\nE9999,ก,1,1,1", "2 entry_code E9999")]
    [InlineData("scores", "entry_code,judge,criterion,score\nE0001,ก,A,1\nE0001,ก,A,2", "3 score 2")]
    [InlineData("scores", "entry_code,judge,A,B,C\nE0001,ก,-1,1,1", "2 A -1")]
    [InlineData("scores", "entry_code,judge,A,B,C\nE0001,ก,51,1,1", "2 A 51")]
    [InlineData("scores", "entry_code,judge,A,B,C\nE0001,ก,ดี,1,1", "2 A ดี")]
    public async Task A_bad_sheet_is_refused_row_by_row_and_only_kept_as_evidence(string kind, string sheet, string row)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        var before = await SnapshotAsync(server, id);
        using var response = await server.Client.UploadAsync(id, kind, Encoding.UTF8.GetBytes(sheet));
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains(
            problem["rows"]!.AsArray(),
            each => $"{each!["row"]} {each["column"]} {each["value"]}".TrimEnd() == row && each["problem"]!.GetValue<string>().Length > 0);
        Assert.Equal(before, await SnapshotAsync(server, id));
        Assert.Single(await EvidenceAsync(id), name => name == Sha256(sheet) + ".csv");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData(Entries)]
    public async Task An_empty_sheet_is_refused(string sheet)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var response = await server.Client.UploadAsync(id, "entries", Encoding.UTF8.GetBytes(sheet));
        await ProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("audio/mpeg")]
    [InlineData("application/json")]
    [InlineData("image/png")]
    public async Task A_sheet_of_another_kind_is_refused(string contentType)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var response = await server.Client.UploadAsync(id, "entries", TestSheets.Entries(["E1"]), contentType);
        await ProblemAsync(response, HttpStatusCode.UnsupportedMediaType);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_of_51_MB_is_refused(bool multipart)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        var sheet = new ByteArrayContent(new byte[51_000_000]);
        sheet.Headers.ContentType = new("text/csv");
        using HttpContent content = multipart ? new MultipartFormDataContent { { sheet, "file", "entries.csv" } } : sheet;
        using var response = await server.Client.Http.PostAsync($"/api/cycles/{id}/entries", content, TestContext.Current.CancellationToken);
        await ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_body_of_51_MB_whose_length_is_not_told_is_refused()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cycles/{id}/entries") { Content = new ByteArrayContent(new byte[51_000_000]) };
        request.Content.Headers.ContentType = new("text/csv");
        request.Headers.TransferEncodingChunked = true;
        using var response = await server.Client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        await ProblemAsync(response, HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_multipart_upload_is_taken()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var content = new MultipartFormDataContent { { new ByteArrayContent(TestSheets.Entries(["X1"])), "file", "รายชื่อ.csv" } };
        using var response = await server.Client.Http.PostAsync($"/api/cycles/{id}/entries", content, TestContext.Current.CancellationToken);
        Assert.Equal(2, (int)(await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response)))["entries"]!);
    }

    [Fact]
    public async Task A_multipart_upload_without_the_field_file_is_refused()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var content = new MultipartFormDataContent { { new ByteArrayContent(TestSheets.Entries(["X1"])), "sheet", "x.csv" } };
        using var response = await server.Client.Http.PostAsync($"/api/cycles/{id}/entries", content, TestContext.Current.CancellationToken);
        await ProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("../../etc")]
    [InlineData("..%2Fother")]
    [InlineData("Ab")]
    public async Task A_cycle_id_that_is_none_is_refused(string id)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = JsonSerializer.SerializeToNode(TestCycle.Definition, AwardJson.Options)!;
        definition["id"] = Uri.UnescapeDataString(id);
        using var response = await server.Client.PutAsync(Uri.EscapeDataString(Uri.UnescapeDataString(id)), definition.ToJsonString());
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.NotNull(problem["errors"]!["id"]);
    }

    [Theory]
    [InlineData("letter.enclosures", "{}", "notPassed")]
    [InlineData("rubric", "[null]", "rubric[0]")]
    [InlineData("judges", "[{}]", "name")]
    public async Task A_definition_that_lacks_what_its_letters_need_is_refused(string member, string value, string named)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle();
        var json = JsonSerializer.SerializeToNode(definition, AwardJson.Options)!;
        var path = member.Split('.');
        path.SkipLast(1).Aggregate(json, (node, part) => node[part]!)[path[^1]] = JsonNode.Parse(value);
        using var response = await server.Client.PutAsync(definition.Id.Text, json.ToJsonString());
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains(named, problem["errors"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_other_than_the_addresss_is_refused()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        using var response = await server.Client.PutAsync("another-cycle", JsonSerializer.Serialize(TestCycle.Definition, AwardJson.Options));
        await ProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_closing_time_that_has_passed_is_refused()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        using var response = await server.Client.PutAsync(
            LocalServer.NewCycle(definition => definition with { ClosesAt = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) }));
        var problem = await ProblemAsync(response, HttpStatusCode.BadRequest);
        Assert.NotNull(problem["errors"]!["closesAt"]);
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/results")]
    [InlineData("GET", "/results.csv")]
    [InlineData("GET", "/letters/E0001")]
    [InlineData("GET", "/deliveries")]
    [InlineData("POST", "/close")]
    [InlineData("POST", "/approve")]
    public async Task An_unknown_cycle_is_not_found(string method, string path)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        using var response = await server.Client.Http.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), $"/api/cycles/nobody-knows-it{path}"), TestContext.Current.CancellationToken);
        await ProblemAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_upload_to_an_unknown_cycle_is_not_found_and_not_kept()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        using var response = await server.Client.UploadAsync("nobody-knows-it", "entries", TestSheets.Entries(["E1"]));
        await ProblemAsync(response, HttpStatusCode.NotFound);
        Assert.Empty(await EvidenceAsync("nobody-knows-it"));
    }

    [Fact]
    public async Task An_unknown_entry_has_no_letter()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var response = await server.Client.Http.GetAsync($"/api/cycles/{id}/letters/E9999", TestContext.Current.CancellationToken);
        await ProblemAsync(response, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Closing_a_cycle_without_entries_is_refused()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await ProblemAsync(await server.Client.PostAsync($"/api/cycles/{definition.Id}/close"), HttpStatusCode.Conflict);
        Assert.Equal("open", await server.Client.StateAsync(definition.Id.Text));
    }

    [Fact]
    public async Task After_closing_nothing_that_would_change_scores_is_taken()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await ProblemAsync(await server.Client.PostAsync($"/api/cycles/{id}/approve"), HttpStatusCode.Conflict);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await ProblemAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ก")), HttpStatusCode.Conflict);
        await ProblemAsync(await server.Client.UploadAsync(id, "entries", TestSheets.Entries(["E0002"])), HttpStatusCode.Conflict);
        await ProblemAsync(await server.Client.PutAsync(TestCycle.Definition with { Id = CycleId.Parse(id) }), HttpStatusCode.Conflict);
        await ProblemAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/extend", new { closesAt = TestCycle.ClosesAt.AddDays(1) }), HttpStatusCode.Conflict);
        await ProblemAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"), HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_upload_after_the_closing_time_is_refused_even_before_the_flow_woke()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        server.ComeToClosing();
        using var response = await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ค"));
        await ProblemAsync(response, HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"closesAt\": \"tomorrow\"}")]
    [InlineData("{\"closesAt\": \"2021-10-09T16:30:00\"}")]
    [InlineData("{\"closesAt\": \"2020-10-09T16:30:00+07:00\"}")]
    [InlineData("[")]
    public async Task A_bad_extension_is_refused(string body)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var response = await server.Client.Http.PostAsync(
            $"/api/cycles/{id}/extend", new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        await ProblemAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Criteria_with_scores_cannot_change()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        var other = TestCycle.Definition with { Id = CycleId.Parse(id), Rubric = [new Category("1", "ปัญหา", [new Criterion("A", "ตรงประเด็น", 100)])] };
        await ProblemAsync(await server.Client.PutAsync(other), HttpStatusCode.Conflict);
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(TestCycle.Definition with { Id = CycleId.Parse(id), Title = "ชื่อใหม่" }));
        Assert.Equal("ชื่อใหม่", (await server.Client.GetJsonAsync($"/api/cycles/{id}"))["title"]!.GetValue<string>());
    }

    private static async Task<JsonNode> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(body)!;
        Assert.NotEmpty(problem["title"]!.GetValue<string>());
        Assert.Equal((int)status, (int)problem["status"]!);
        return problem;
    }

    private static async Task<string> SnapshotAsync(LocalServer server, string id) =>
        $"{await server.Client.GetTextAsync($"/api/cycles/{id}")} {await server.Client.GetTextAsync($"/api/cycles/{id}/results")}";

    private async Task<List<string>> EvidenceAsync(string id)
    {
        var names = new List<string>();
        await foreach (var blob in embedded.Storage.Uploads.ListAsync($"{id}/", TestContext.Current.CancellationToken))
        {
            names.Add(blob.Name[(id.Length + 1)..]);
        }
        return names;
    }

    private static string Sha256(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
