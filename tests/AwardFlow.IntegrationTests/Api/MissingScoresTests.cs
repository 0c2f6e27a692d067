using System.Net;
using System.Text.Json.Nodes;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>An entry lacks scores when the closing time comes: a person decides.</summary>
public class MissingScoresTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task What_is_missing_is_listed()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await CycleWithoutJudgeOfOneAsync(server);
        var cycle = await server.Client.GetJsonAsync($"/api/cycles/{id}");
        Assert.Equal(("needsAttention", 1), (cycle["state"]!.GetValue<string>(), (int)cycle["missingCount"]!));
        Assert.Equal("""[{"entryCode":"E0002","judge":"ข","criteria":["A","B","C"]}]""", cycle["missing"]!.ToJsonString(AwardFlow.Storage.AwardJson.Options));
        Assert.Contains("missing", cycle["waitsFor"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_missing_scores_all_are_counted_and_the_first_hundred_kept()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(TestSheets.Codes(130))));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001"], "ก")));
        server.ComeToClosing();
        await server.DoneAsync("CloseScores", definition.Id.Text, "LookAgainAt = ,");
        var cycle = await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}");
        Assert.Equal((129, 100), ((int)cycle["missingCount"]!, cycle["missing"]!.AsArray().Count));
        var kept = await embedded.Storage.Results.FindAsync($"{definition.Id}/missing.json", TestContext.Current.CancellationToken);
        Assert.Equal(100, JsonNode.Parse(kept!)!.AsArray().Count);
    }

    [Fact]
    public async Task Uploading_the_missing_scores_closes_the_cycle()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await CycleWithoutJudgeOfOneAsync(server);
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0002"], "ข")));
        await server.DoneAsync("ReleaseLetters", id, "False");
        Assert.Equal(2, (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["letters"]!);
    }

    [Fact]
    public async Task Closing_as_it_is_averages_over_the_judges_there_are()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await CycleWithoutJudgeOfOneAsync(server);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        var results = (await server.Client.GetJsonAsync($"/api/cycles/{id}/results"))["entries"]!.AsArray();
        Assert.Equal([("E0001", 2), ("E0002", 1)], results.Select(result => (result!["entry"]!["code"]!.GetValue<string>(), (int)result["judges"]!)).Order());
    }

    [Fact]
    public async Task Extending_opens_the_cycle_again()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await CycleWithoutJudgeOfOneAsync(server);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/extend", new { closesAt = TestCycle.ClosesAt.AddDays(2) }));
        Assert.Equal("open", await server.Client.StateAsync(id));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0002"], "ข")));
        server.Time.Advance(TimeSpan.FromDays(2));
        await server.DoneAsync("ReleaseLetters", id, "False");
    }

    [Fact]
    public async Task An_entry_that_no_judge_scored_gets_no_letter_and_is_held()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E0001", "E0002"])));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001"], "ก")));
        server.ComeToClosing();
        await server.DoneAsync("CloseScores", definition.Id.Text, "LookAgainAt = ,");
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{definition.Id}/close"));
        await server.DoneAsync("ReleaseLetters", definition.Id.Text, "False");
        await server.Client.ApproveAsync(definition.Id);
        await server.DoneAsync("FinishSending", definition.Id.Text);

        var deliveries = (await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}/deliveries")).AsArray();
        Assert.Equal(["E0001 accepted", "E0002 held"], deliveries.Select(row => $"{row!["entryCode"]} {row["state"]}"));
        Assert.Single(Directory.GetFiles(server.Outbox, $"{definition.Id}_*"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await server.Client.Http.GetAsync($"/api/cycles/{definition.Id}/letters/E0002", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_cycle_without_entries_waits_for_a_person_at_its_closing_time()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        server.ComeToClosing();
        await server.DoneAsync("CloseScores", definition.Id.Text, "LookAgainAt = ,");
        Assert.Equal("needsAttention", await server.Client.StateAsync(definition.Id.Text));
        Assert.Equal(HttpStatusCode.Conflict, (await server.Client.PostAsync($"/api/cycles/{definition.Id}/close")).StatusCode);
    }

    private static async Task<string> CycleWithoutJudgeOfOneAsync(LocalServer server)
    {
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E0001", "E0002"])));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001", "E0002"], "ก")));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001"], "ข")));
        server.ComeToClosing();
        await server.DoneAsync("CloseScores", definition.Id.Text, "LookAgainAt = ,");
        return definition.Id.Text;
    }
}
