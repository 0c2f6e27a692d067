using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>The trail of a cycle: everything that a person did and every outcome of a stage, in a chain of hashes.</summary>
public class TrailTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private const string Png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_a_person_does_and_every_outcome_is_in_it()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var client = server.Client;
        var id = await server.OpenCycleAsync(entries: 2, definition => definition with { Approval = Approval.None });
        var path = $"/api/cycles/{id}";
        using var picture = new ByteArrayContent(Convert.FromBase64String(Png)) { Headers = { ContentType = new("image/png") } };
        await AwardFlowClient.SucceedAsync(await client.Http.PutAsync($"{path}/emblem", picture, Cancelled));
        await AwardFlowClient.SucceedAsync(await client.Http.DeleteAsync($"{path}/emblem", Cancelled));
        await AwardFlowClient.SucceedAsync(
            await client.PutAsync(TestCycle.Definition with { Id = CycleId.Parse(id), Approval = Approval.None, Title = "รอบใหม่" }));
        await JsonAsync(HttpMethod.Put, $"{path}/entries/columns", """{"ชื่อหน่วยงาน": "organisation"}""");
        await AwardFlowClient.SucceedAsync(await client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ค")));
        await AwardFlowClient.SucceedAsync(await client.PostAsync($"{path}/uploads/4/undo"));
        await JsonAsync(HttpMethod.Post, $"{path}/entries/E0002/withdraw", """{"reason": "=ขอถอนตัว"}""");
        await JsonAsync(HttpMethod.Post, $"{path}/entries/E0002/restore", """{"reason": "เปลี่ยนใจ"}""");
        await JsonAsync(HttpMethod.Post, $"{path}/extend", $$"""{"closesAt": "{{TestCycle.ClosesAt.AddDays(1):O}}"}""");
        await AwardFlowClient.SucceedAsync(await client.PostAsync($"{path}/close"));
        await server.SentAsync(id);
        await JsonAsync(HttpMethod.Put, $"{path}/entries/E0001/address", """{"address": "saraban@right.example"}""");
        await JsonAsync(HttpMethod.Post, $"{path}/deliveries/E0001/resend", """{"reason": "ส่งผิดที่"}""");
        await server.ResentAsync(id, "E0001");
        await JsonAsync(HttpMethod.Post, $"{path}/deliveries/E0001/bounce", """{"reason": "550 no such mailbox"}""");
        await JsonAsync(
            HttpMethod.Post, $"{path}/deliveries/E0002/receipt", $$"""{"registerNumber": "2921", "registeredAt": "{{server.Time.GetUtcNow():O}}"}""");

        var trail = await client.GetJsonAsync($"{path}/trail");

        Assert.Equal(
            [
                "created", "entriesUploaded", "scoresUploaded", "scoresUploaded", "emblemChanged",
                "emblemChanged", "definitionChanged", "columnsMapped", "scoresUploaded", "uploadUndone",
                "withdrawn", "restored", "extended", "closeRequested", "closed", "rendered", "released", "pageMailed", "sent",
                "addressCorrected", "sentAgain", "cameBack", "receivedByTelephone",
            ],
            trail["rows"]!.AsArray().Select(line => line!["kind"]!.GetValue<string>()));
        Assert.Equal((true, 23), (trail["isWhole"]!.GetValue<bool>(), (int)trail["lines"]!));
        Assert.True((int)trail["rowsCompared"]! > 10);
        var extended = trail["rows"]![12]!;
        Assert.Equal(
            ("local", "local", "127.0.0.1"),
            (extended["by"]!["id"]!.GetValue<string>(), extended["by"]!["name"]!.GetValue<string>(), extended["by"]!["from"]!.GetValue<string>()));
        Assert.Equal(
            ("2021-10-08T09:30:00.0000000Z", "2021-10-09T09:30:00.0000000Z"),
            (extended["before"]!["closesAt"]!.GetValue<string>(), extended["after"]!["closesAt"]!.GetValue<string>()));
        Assert.Equal(("E0002", "=ขอถอนตัว"), (trail["rows"]![10]!["subject"]!.GetValue<string>(), trail["rows"]![10]!["reason"]!.GetValue<string>()));
        Assert.Null(trail["rows"]![14]!["by"]);
        Assert.Equal("2", trail["rows"]![14]!["after"]!["letters"]!.GetValue<string>());
        Assert.Equal(64, trail["rows"]![14]!["after"]!["results"]!.GetValue<string>().Length);

        async Task JsonAsync(HttpMethod method, string address, string json)
        {
            using var request = new HttpRequestMessage(method, address) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
            await AwardFlowClient.SucceedAsync(await client.Http.SendAsync(request, Cancelled));
        }
    }

    [Fact]
    public async Task Whoever_has_the_lines_computes_the_chain_again()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);

        var lines = (await server.Client.GetTextAsync($"/api/cycles/{id}/trail.jsonl")).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, lines.Length);
        var previous = "";
        foreach (var line in lines)
        {
            Assert.Equal(previous, JsonNode.Parse(line)!["previous"]!.GetValue<string>());
            previous = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));
        }
        Assert.Equal(previous, (await server.Client.GetJsonAsync($"/api/cycles/{id}/trail?limit=1"))["sha256"]!.GetValue<string>());
    }

    [Fact]
    public async Task It_comes_a_page_at_a_time_and_as_csv_that_no_spreadsheet_runs()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var withdrawal = new StringContent("""{"reason": "=cmd|' /C calc'!A1"}""", Encoding.UTF8, "application/json");
        await AwardFlowClient.SucceedAsync(await server.Client.Http.PostAsync($"/api/cycles/{id}/entries/E0001/withdraw", withdrawal, Cancelled));

        var (numbers, next) = (new List<int>(), (string?)$"/api/cycles/{id}/trail?limit=2&check=false");
        while (next is not null)
        {
            using var answer = await server.Client.Http.GetAsync(next, Cancelled);
            var page = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancelled))!;
            Assert.Null(page["isWhole"]);
            numbers.AddRange(page["rows"]!.AsArray().Select(line => (int)line!["number"]!));
            next = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }
        Assert.Equal([1, 2, 3, 4, 5], numbers);

        var csv = (await server.Client.GetTextAsync($"/api/cycles/{id}/trail.csv")).ReplaceLineEndings("\n").Trim().Split('\n');
        Assert.StartsWith("number,at,kind,by_id,by_name,from,subject,reason,before,after,", csv[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal(6, csv.Length);
        Assert.DoesNotContain(",=cmd", csv[5], StringComparison.Ordinal);
        Assert.Contains("=cmd", csv[5], StringComparison.Ordinal);

        foreach (var query in new[] { "after=-1", "after=x", "limit=0", "limit=1001", "check=perhaps" })
        {
            using var refused = await server.Client.Http.GetAsync($"/api/cycles/{id}/trail?{query}", Cancelled);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
        using var none = await server.Client.Http.GetAsync("/api/cycles/no-such-cycle/trail", Cancelled);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task One_byte_altered_in_storage_is_found_at_its_line()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        var row = (await embedded.Storage.Rows.FindAsync(id, "trail!00000002", Cancelled))!;
        await embedded.Storage.Rows.CommitAsync(id, RowChange.Put(row.Key, row.Json.Replace("127.0.0.1", "127.0.0.7", StringComparison.Ordinal)), Cancelled);

        var trail = await server.Client.GetJsonAsync($"/api/cycles/{id}/trail");

        Assert.False(trail["isWhole"]!.GetValue<bool>());
        Assert.Equal("""[{"number":2,"kind":"lineAltered"}]""", trail["faults"]!.ToJsonString());
    }

    [Fact]
    public async Task Once_all_is_looked_at_a_page_says_whether_it_and_what_came_since_is_whole_and_asked_for_all_is_looked_at_again()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        Assert.Equal((true, 0), await LookAsync(""));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/entries/E0001/withdraw", new { reason = "ถอนตัว" }));
        Assert.Equal((true, 4), await LookAsync(""));
        // An earlier line, after it was looked at: by its page, by a look at all, and a day later by any look.
        var row = (await embedded.Storage.Rows.FindAsync(id, "trail!00000002", Cancelled))!;
        await embedded.Storage.Rows.CommitAsync(id, RowChange.Put(row.Key, row.Json.Replace("127.0.0.1", "127.0.0.7", StringComparison.Ordinal)), Cancelled);
        Assert.Equal((true, 4), await LookAsync("after=3&limit=2"));
        Assert.Equal((false, 4), await LookAsync("after=1&limit=2"));
        server.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal((false, 0), await LookAsync("after=3&limit=2"));
        Assert.Equal((false, 0), await LookAsync("after=3&limit=2&check=true"));

        async Task<(bool, int)> LookAsync(string query)
        {
            var page = await server.Client.GetJsonAsync($"/api/cycles/{id}/trail?{query}");
            return (page["isWhole"]!.GetValue<bool>(), (int)page["checkedFrom"]!);
        }
    }

    [Fact]
    public async Task Twenty_commands_at_once_each_have_their_line()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 20);

        await Task.WhenAll(TestSheets.Codes(20).Select(async (code, n) =>
        {
            using var why = new StringContent($$"""{"reason": "เหตุผลที่ {{n}}"}""", Encoding.UTF8, "application/json");
            await AwardFlowClient.SucceedAsync(await server.Client.Http.PostAsync($"/api/cycles/{id}/entries/{code}/withdraw", why, Cancelled));
        }));

        var trail = await server.Client.GetJsonAsync($"/api/cycles/{id}/trail");
        Assert.Equal((true, 24), (trail["isWhole"]!.GetValue<bool>(), (int)trail["lines"]!));
        Assert.Equal(TestSheets.Codes(20), trail["rows"]!.AsArray().Skip(4).Select(line => line!["subject"]!.GetValue<string>()).Order(StringComparer.Ordinal));
    }
}
