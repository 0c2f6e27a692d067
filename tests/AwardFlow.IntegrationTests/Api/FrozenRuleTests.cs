using System.Net;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>A cycle keeps the rule of approval that it closed under, whoever comes or goes afterwards.</summary>
public sealed class FrozenRuleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;

    public FrozenRuleTests() => _storage = EmbeddedStorage.Open(_folder.Path);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("required", "none", "awaitingApproval")]
    [InlineData("none", "required", "sent")]
    public async Task Another_setting_after_the_closing_is_for_cycles_that_close_after_it(string closedUnder, string after, string state)
    {
        string id;
        await using (var first = await LocalServer.StartAsync(_storage, ("Approval:Default", closedUnder)))
        {
            id = await ClosedAsync(first, isCutOff: true);
        }
        await using var second = await LocalServer.StartAsync(_storage, ("Approval:Default", after));
        await (closedUnder == "none" ? second.SentAsync(id) : second.DoneAsync("ReleaseLetters", id, "False"));
        Assert.Equal(state, await second.Client.StateAsync(id));
        var closed = (await second.Client.GetJsonAsync($"/api/cycles/{id}/trail?limit=200"))["rows"]!.AsArray()
            .Single(line => line!["kind"]!.GetValue<string>() == "closed")!;
        Assert.Equal(closedUnder, closed["after"]!["approval"]!.GetValue<string>());
    }

    [Fact]
    public async Task What_closed_among_people_is_not_released_by_whoever_sits_at_the_machine_when_their_list_has_gone()
    {
        string id;
        await using (var first = await LocalServer.StartAsync(_storage, [.. AwardFlowClient.Keys]))
        {
            id = await ClosedAsync(first, isCutOff: false);
        }
        await using var keyless = await LocalServer.StartAsync(_storage);
        await keyless.DoneAsync("ReleaseLetters", id, "False");
        var seen = (await keyless.Client.GetJsonAsync($"/api/cycles/{id}"))["manifestSha256"]!.GetValue<string>();
        foreach (var attempt in new[]
        {
            keyless.Client.PostAsync($"/api/cycles/{id}/approve", new { manifestSha256 = seen }),
            keyless.Client.PutJsonAsync($"/api/cycles/{id}/approval", new { approval = "none" }),
        })
        {
            using var refused = await attempt;
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        }
        Assert.Empty(keyless.MailsOf(id));
        // The way back is open: what is closed anew is closed under what holds then.
        await AwardFlowClient.SucceedAsync(await keyless.Client.PostAsync($"/api/cycles/{id}/sendBack", new { reason = "ไม่มีรายชื่อ" }));
        await AwardFlowClient.SucceedAsync(await keyless.Client.PostAsync($"/api/cycles/{id}/close"));
        await keyless.DoneAsync("ReleaseLetters", id, "False");
        Assert.False((await keyless.Services.GetRequiredService<CycleStore>().GetAsync(CycleId.Parse(id), Cancelled)).ClosedAmongPeople);
    }

    [Fact]
    public async Task A_rule_that_was_set_before_there_were_people_is_not_the_one_that_is_closed_under()
    {
        string id;
        await using (var keyless = await LocalServer.StartAsync(_storage))
        {
            id = await keyless.OpenCycleAsync(entries: 1);
            await AwardFlowClient.SucceedAsync(await keyless.Client.PutJsonAsync($"/api/cycles/{id}/approval", new { approval = "none" }));
        }
        await using var server = await LocalServer.StartAsync(_storage, [.. AwardFlowClient.Keys]);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        Assert.Equal("awaitingApproval", await server.Client.StateAsync(id));
    }

    private static async Task<string> ClosedAsync(LocalServer server, bool isCutOff)
    {
        var id = await server.OpenCycleAsync(entries: 1);
        if (isCutOff)
        {
            // Frozen, and cut off before anything came of it.
            await server.Services.GetRequiredService<CycleStore>()
                .ChangeAsync(CycleId.Parse(id), cycle => cycle with { CloseRequestedAt = server.Time.GetUtcNow() }, Cancelled);
            Assert.True((await server.Services.GetRequiredService<ScoreClosing>().CloseAsync(CycleId.Parse(id), Cancelled)).Closed);
            return id;
        }
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        return id;
    }
}
