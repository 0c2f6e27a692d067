using System.Net;
using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>Results and statistics answer for themselves: they follow from a snapshot that carries its hash.</summary>
public class SnapshotTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task The_frozen_scores_have_the_hash_that_the_results_name_and_give_the_results_again()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await ClosedAsync(server);
        var results = await server.Client.GetJsonAsync($"/api/cycles/{id}/results");
        var scores = await server.Client.GetBytesAsync($"/api/cycles/{id}/snapshot/scores.csv");
        Assert.Equal(results["scoresSha256"]!.GetValue<string>(), Convert.ToHexStringLower(SHA256.HashData(scores)));
        var check = await server.Client.GetJsonAsync($"/api/cycles/{id}/snapshot");
        Assert.Equal((true, true), ((bool)check["hashesMatch"]!, (bool)check["resultsReproduced"]!));
    }

    [Fact]
    public async Task A_score_changed_behind_the_products_back_shows()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await ClosedAsync(server);
        var sha256 = (await server.Client.GetJsonAsync($"/api/cycles/{id}/results"))["scoresSha256"]!.GetValue<string>();
        var name = $"{id}/scores-{sha256}.csv";
        var text = (await embedded.Storage.Results.FindAsync(name, TestContext.Current.CancellationToken))!.ToString();
        var changed = BinaryData.FromString(text.Replace("E0001,ก,A,40", "E0001,ก,A,50", StringComparison.Ordinal));
        await embedded.Storage.Results.WriteAsync(new NewBlob(name, changed), TestContext.Current.CancellationToken);
        var check = await server.Client.GetJsonAsync($"/api/cycles/{id}/snapshot");
        Assert.Equal((false, false), ((bool)check["hashesMatch"]!, (bool)check["resultsReproduced"]!));
    }

    [Fact]
    public async Task Statistics_are_the_same_before_and_after_the_scores_are_frozen()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 3);
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(TestSheets.Codes(3), "ค", a: 5, b: 20, c: 10)));
        var before = await server.Client.GetJsonAsync($"/api/cycles/{id}/statistics");
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        var after = await server.Client.GetJsonAsync($"/api/cycles/{id}/statistics");
        Assert.Equal((true, false), ((bool)before["provisional"]!, (bool)after["provisional"]!));
        Assert.NotNull(after["scoresSha256"]);
        foreach (var part in new[] { "agreement", "judges", "entries", "standouts" })
        {
            Assert.Equal(before[part]!.ToJsonString(), after[part]!.ToJsonString());
        }
        Assert.Equal(
            [("ก", 17.5), ("ข", 17.5), ("ค", -35)],
            after["judges"]!.AsArray().Select(judge => (judge!["judge"]!.GetValue<string>(), (double)judge["leniency"]!)));
    }

    [Fact]
    public async Task A_conflict_of_interest_is_warned_of_and_left_out_and_a_minimum_of_judges_is_kept()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle(cycle => cycle with
        {
            Judges = [new Judge(JudgeName.Parse("ก")), new Judge(JudgeName.Parse("ข")) { MayNotScore = [EntryCode.Parse("E0001")] }],
            MinimumJudges = 1,
        });
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E0001", "E0002"])));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001", "E0002"], "ก")));
        using var upload = await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001", "E0002"], "ข", a: 0));
        var warnings = (await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(upload)))["warnings"]!.AsArray();
        Assert.Contains("conflict of interest", Assert.Single(warnings)!["problem"]!.GetValue<string>(), StringComparison.Ordinal);
        var results = (await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}/results"))["entries"]!.AsArray();
        Assert.Equal([("E0001", 70m), ("E0002", 50m)], results.Select(result => (result!["entry"]!["code"]!.GetValue<string>(), (decimal)result["average"]!)));
        using var stranger = await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001"], "ค"));
        Assert.Equal(HttpStatusCode.BadRequest, stranger.StatusCode);
    }

    private static async Task<string> ClosedAsync(LocalServer server)
    {
        var id = await server.OpenCycleAsync(entries: 2);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        return id;
    }
}
