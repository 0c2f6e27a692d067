using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Judging;

/// <summary>Judges score over a storage account as over embedded storage.</summary>
public class JudgingOnAzureTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task What_judges_save_at_once_is_there_and_what_they_submit_counts()
    {
        await using var server = await LocalServer.StartAsync(azurite.Storage);
        string[] names = ["ก", "ข", "ค"];
        var id = await JudgeApiTests.OpenAsync(
            server, 4, definition => definition with { Judges = [.. names.Select(name => new Judge(JudgeName.Parse(name)))] });
        await Task.WhenAll(names.Select(async (name, place) =>
        {
            using var judge = new JudgeClient(server.Address, await JudgeApiTests.LinkAsync(server, id, name));
            foreach (var code in TestSheets.Codes(4))
            {
                await judge.SaveAsync(code, $"{30 + place}", "20", "10");
            }
            using var submitted = await judge.SubmitAsync();
            await AwardFlowClient.SucceedAsync(submitted);
        }));
        var results = (await server.Client.GetJsonAsync($"/api/cycles/{id}/results"))["entries"]!.AsArray();
        Assert.Equal([61m, 61m, 61m, 61m], results.Select(result => result!["average"]!.GetValue<decimal>()));
        Assert.All((await JudgeApiTests.BoardAsync(server, id))["judges"]!.AsArray(), row => Assert.Equal("submitted", row!["state"]!.GetValue<string>()));
    }
}
