using System.Net;
using System.Text.Json.Nodes;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>Who uploaded what, what it changed, and taking it back.</summary>
public class HistoryTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task The_history_says_who_sent_which_file_when()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 2);
        using var content = new MultipartFormDataContent
        {
            { new ByteArrayContent(TestSheets.Scores(["E0001"], "ค")), "file", "C:\\Users\\x\\คะแนน รอบ 1.csv" },
        };
        await AwardFlowClient.SucceedAsync(await server.Client.Http.PostAsync($"/api/cycles/{id}/scores", content, TestContext.Current.CancellationToken));
        var history = (await server.Client.GetJsonAsync($"/api/cycles/{id}/uploads")).AsArray();
        Assert.Equal(["1 entries", "2 scores", "3 scores", "4 scores"], history.Select(upload => $"{upload!["number"]} {upload["kind"]}"));
        var last = history[^1]!;
        Assert.Equal(
            ("คะแนน รอบ 1.csv", "local", "ค", 3),
            (last["fileName"]!.GetValue<string>(), last["by"]!.GetValue<string>(), last["judges"]![0]!.GetValue<string>(), (int)last["rows"]!));
        Assert.Equal(TestSheets.Scores(["E0001"], "ค"), await server.Client.GetBytesAsync($"/api/cycles/{id}/uploads/{last["sha256"]}"));
    }

    [Fact]
    public async Task An_upload_tells_score_by_score_what_it_changed_and_the_averages_before_and_after()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 2);
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001", "E0002"], "ก", a: 30)));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ก", a: 50)));
        var effect = await server.Client.GetJsonAsync($"/api/cycles/{id}/uploads/5");
        Assert.Equal("""[{"entryCode":"E0001","judge":"ก","criterion":"A","before":30,"after":50}]""", Json(effect["scores"]!));
        Assert.Equal(
            """[{"entryCode":"E0001","before":65,"after":75,"rankBefore":1,"rankAfter":1,"passedBefore":true,"passedAfter":true}]""",
            Json(effect["averages"]!));
        Assert.Equal(
            "entry_code,judge,criterion,before,after,comment_before,comment_after\nE0001,ก,A,30,50,,",
            (await server.Client.GetTextAsync($"/api/cycles/{id}/uploads/5/scores.csv")).ReplaceLineEndings("\n").Trim());
        Assert.Contains("E0001,65,75,1,1,true,true", await server.Client.GetTextAsync($"/api/cycles/{id}/uploads/5/averages.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_can_be_undone_while_the_cycle_is_open()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        var before = await server.Client.GetTextAsync($"/api/cycles/{id}/results");
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ก", a: 1)));
        Assert.NotEqual(before, await server.Client.GetTextAsync($"/api/cycles/{id}/results"));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/uploads/4/undo"));

        Assert.Equal(before, await server.Client.GetTextAsync($"/api/cycles/{id}/results"));
        var history = (await server.Client.GetJsonAsync($"/api/cycles/{id}/uploads")).AsArray();
        Assert.Equal((5, 4), ((int)history[3]!["undoneBy"]!, (int)history[4]!["undoes"]!));
        var effect = await server.Client.GetJsonAsync($"/api/cycles/{id}/uploads/5");
        Assert.Equal((1m, 40m), ((decimal)effect["scores"]![0]!["before"]!, (decimal)effect["scores"]![0]!["after"]!));
        await ConflictAsync(server, $"/api/cycles/{id}/uploads/4/undo");
        await ConflictAsync(server, $"/api/cycles/{id}/uploads/5/undo");
    }

    [Fact]
    public async Task Entries_that_have_scores_cannot_go_from_under_them()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await ConflictAsync(server, $"/api/cycles/{id}/uploads/1/undo");
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", TestSheets.Entries(["X1"])));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/uploads/4/undo"));
        Assert.Equal(1, (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["entries"]!);
    }

    [Fact]
    public async Task After_closing_nothing_is_undone_and_the_history_stays()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await ConflictAsync(server, $"/api/cycles/{id}/uploads/2/undo");
        Assert.Equal(3, (await server.Client.GetJsonAsync($"/api/cycles/{id}/uploads")).AsArray().Count);
    }

    [Theory]
    [InlineData("GET", "/uploads/9")]
    [InlineData("POST", "/uploads/9/undo")]
    [InlineData("GET", "/uploads/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("GET", "/uploads/..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2F..%2Fabcd")]
    public async Task What_was_never_uploaded_is_not_found(string method, string path)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var response = await server.Client.Http.SendAsync(
            new HttpRequestMessage(new HttpMethod(method), $"/api/cycles/{id}{path}"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task ConflictAsync(LocalServer server, string path)
    {
        using var response = await server.Client.PostAsync(path);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
    }

    private static string Json(JsonNode node) => node.ToJsonString(AwardFlow.Storage.AwardJson.Options);
}
