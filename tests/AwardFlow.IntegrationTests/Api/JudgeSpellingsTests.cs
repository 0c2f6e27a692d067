using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>A judge is one judge however the name is typed.</summary>
public class JudgeSpellingsTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task Judges_who_are_named_after_they_scored_keep_their_scores_under_the_definitions_spelling()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = await ScoredAsync(server, "dr. smith", "น้ำทิพย์");
        definition = definition with { Judges = [new Judge(JudgeName.Parse("Dr. Smith")), new Judge(JudgeName.Parse("นํ้าทิพย์"))] };
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001"], "DR.  SMITH", a: 50)));

        var results = await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}/results");
        Assert.Equal((2, 75m), ((int)results["entries"]![0]!["judges"]!, (decimal)results["entries"]![0]!["average"]!));
        // Vowel and circle typed apart are one letter, as everywhere.
        Assert.Equal(["Dr. Smith", "น้ำทิพย์"], Texts(results["judges"]!));
        var effect = await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}/uploads/4");
        Assert.Equal(
            [("Dr. Smith", 40m, 50m)],
            effect["scores"]!.AsArray().Select(score => (score!["judge"]!.GetValue<string>(), (decimal)score["before"]!, (decimal)score["after"]!)));

        // Taken back, the first sheet counts again.
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{definition.Id}/uploads/4/undo"));
        Assert.Equal(70m, (decimal)(await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}/results"))["entries"]![0]!["average"]!);

        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{definition.Id}/close"));
        await server.DoneAsync("ReleaseLetters", definition.Id.Text, "False");
        var check = await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}/snapshot");
        Assert.Equal((true, true), ((bool)check["hashesMatch"]!, (bool)check["resultsReproduced"]!));
        var statistics = await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}/statistics");
        Assert.Equal(
            [("Dr. Smith", 1), ("น้ำทิพย์", 1)],
            statistics["judges"]!.AsArray().Select(judge => (judge!["judge"]!.GetValue<string>(), (int)judge["entries"]!)));
    }

    [Fact]
    public async Task Where_anybody_may_score_the_first_spelling_stands_and_no_warning_is_needed()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = await ScoredAsync(server, "dr. smith", "ก");
        using var upload = await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001"], "Dr. Smith", a: 50));
        Assert.Empty((await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(upload)))["warnings"]!.AsArray());
        var results = await server.Client.GetJsonAsync($"/api/cycles/{definition.Id}/results");
        Assert.Equal((2, 75m), ((int)results["entries"]![0]!["judges"]!, (decimal)results["entries"]![0]!["average"]!));
        Assert.Equal(["dr. smith", "ก"], Texts(results["judges"]!));
    }

    // Uploads 1 to 3: the entry, then 70 points by each judge.
    private static async Task<CycleDefinition> ScoredAsync(LocalServer server, params string[] judges)
    {
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E0001"])));
        foreach (var judge in judges)
        {
            await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E0001"], judge)));
        }
        return definition;
    }

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(each => each!.GetValue<string>());
}
