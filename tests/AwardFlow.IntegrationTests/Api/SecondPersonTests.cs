using System.Net;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Trail;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>Letters are released by a second person.</summary>
public class SecondPersonTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private const string Key = "operator-key-0123456789";

    [Theory]
    [InlineData("malee")]
    [InlineData("MALEE")]
    public async Task Whoever_uploaded_cannot_approve(string name)
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Api:Keys:malee", Key), ("Api:Keys:malee:Role", "operator"));
        var id = await ClosedCycleAsync(server);
        // On Azure a person may have both roles of the directory.
        var commands = server.Services.GetRequiredService<ApprovalCommands>();
        var seen = (await server.Services.GetRequiredService<CycleStore>().GetAsync(CycleId.Parse(id), TestContext.Current.CancellationToken)).ManifestSha256;
        var refused = await Assert.ThrowsAsync<CycleConflictException>(() => commands.ApproveAsync(CycleId.Parse(id), seen, new Approver(new Actor($"key:{name}", name, From: null), []), TestContext.Current.CancellationToken));
        Assert.Contains("second person", refused.Text.English, StringComparison.Ordinal);
        Assert.Contains("อีกคนหนึ่ง", refused.Text.Thai, StringComparison.Ordinal);
        Assert.Null((await server.Services.GetRequiredService<CycleStore>().GetAsync(CycleId.Parse(id), TestContext.Current.CancellationToken)).ApprovedAt);

        Assert.Equal("wichai", (await commands.ApproveAsync(CycleId.Parse(id), seen, new Approver(Actor.Named("wichai"), []), TestContext.Current.CancellationToken)).ApprovedBy);
    }

    [Fact]
    public async Task On_one_machine_without_keys_nobody_is_told_apart()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        var approved = await server.Client.ApproveAsync(id);
        Assert.False(approved["approvals"]![0]!["secondPerson"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Before_closing_the_refusal_is_in_the_callers_language()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/cycles/{id}/approve");
        request.Headers.Add("Accept-Language", "th");
        using var response = await server.Client.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        Assert.Contains("ยังไม่ปิด", (await AwardFlowClient.JsonAsync(response))["detail"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    private static async Task<string> ClosedCycleAsync(LocalServer server)
    {
        using var malee = new AwardFlowClient(server.Address, Key);
        var definition = LocalServer.NewCycle();
        await AwardFlowClient.SucceedAsync(await malee.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await malee.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E1"])));
        await AwardFlowClient.SucceedAsync(await malee.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E1"], "ก")));
        await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{definition.Id}/close"));
        await server.DoneAsync("ReleaseLetters", definition.Id.Text, "False");
        return definition.Id.Text;
    }
}
