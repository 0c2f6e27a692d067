using System.Security.Cryptography;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>What another version stored is read.</summary>
public class StoredRecordsTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task A_member_of_a_later_version_is_passed_over_when_a_version_is_gone_back()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await ChangeDefinitionAsync(server, id, definition => definition["later"] = new JsonObject { ["more"] = 1 });
        Assert.Equal("open", await server.Client.StateAsync(id));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
    }

    [Fact]
    public async Task A_definition_that_an_earlier_version_took_without_enclosures_is_rendered_without_them()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1, cycle => cycle with { PassMark = 100 });
        await ChangeDefinitionAsync(server, id, definition => definition["letter"]!["enclosures"]!.AsObject().Remove("notPassed"));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        Assert.NotEmpty(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0001"));
    }

    [Fact]
    public async Task Results_that_an_earlier_version_froze_beside_the_scores_are_read()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        var cycle = await server.Services.GetRequiredService<CycleStore>().GetAsync(CycleId.Parse(id), TestContext.Current.CancellationToken);
        foreach (var name in new[] { "results.json", "overall.json", "page-0001.json" })
        {
            var content = await embedded.Storage.Results.FindAsync($"{id}/{cycle.ResultsSha256}/{name}", TestContext.Current.CancellationToken);
            await embedded.Storage.Results.WriteAsync(new NewBlob($"{id}/{name}", content!), TestContext.Current.CancellationToken);
            await embedded.Storage.Results.DeleteAsync($"{id}/{cycle.ResultsSha256}/{name}", TestContext.Current.CancellationToken);
        }
        var check = await server.Client.GetJsonAsync($"/api/cycles/{id}/snapshot");
        Assert.Equal((true, true), ((bool)check["hashesMatch"]!, (bool)check["resultsReproduced"]!));
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
    }

    // As another version would have stored it: by its hash, which the cycle's row names.
    private async Task ChangeDefinitionAsync(LocalServer server, string id, Action<JsonNode> change)
    {
        var cycle = await server.Services.GetRequiredService<CycleStore>().GetAsync(CycleId.Parse(id), TestContext.Current.CancellationToken);
        var name = $"{id}/{cycle.DefinitionSha256}.json";
        var definition = JsonNode.Parse((await embedded.Storage.Uploads.FindAsync(name, TestContext.Current.CancellationToken))!)!;
        change(definition);
        var content = BinaryData.FromString(definition.ToJsonString());
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span));
        await embedded.Storage.Uploads.WriteAsync(new NewBlob($"{id}/{sha256}.json", content), TestContext.Current.CancellationToken);
        await server.Services.GetRequiredService<CycleStore>()
            .ChangeAsync(cycle.Id, row => row with { DefinitionSha256 = sha256 }, TestContext.Current.CancellationToken);
    }
}
