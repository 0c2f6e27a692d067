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
        var refused = await Assert.ThrowsAsync<CycleConflictException>(() => commands.ApproveAsync(
            CycleId.Parse(id), seen, new Approver(new Actor($"key:{name}", name, From: null), []), TestContext.Current.CancellationToken));
        Assert.Contains("second person", refused.Text.English, StringComparison.Ordinal);
        Assert.Contains("อีกคนหนึ่ง", refused.Text.Thai, StringComparison.Ordinal);
        Assert.Null((await server.Services.GetRequiredService<CycleStore>().GetAsync(CycleId.Parse(id), TestContext.Current.CancellationToken)).ApprovedAt);

        Assert.Equal(
            "wichai",
            (await commands.ApproveAsync(CycleId.Parse(id), seen, new Approver(Actor.Named("wichai"), []), TestContext.Current.CancellationToken)).ApprovedBy);
    }

    [Fact]
    public async Task A_key_with_both_roles_approves_no_cycle_in_which_it_had_a_hand_and_others_yes()
    {
        const string Both = "both-roles-key-0123456789";
        await using var server = await LocalServer.StartAsync(
            embedded, [.. AwardFlowClient.Keys, ("Api:Keys:nuan", Both), ("Api:Keys:nuan:Role", "operator,approver")]);
        using var malee = new AwardFlowClient(server.Address, AwardFlowClient.OperatorKey);
        using var nuan = new AwardFlowClient(server.Address, Both);
        var cycles = new List<(string Deed, string Id)>();
        foreach (var deed in new[]
        {
            "nothing", "definition", "entries", "scores", "undo", "columns", "withdraw", "links", "address of a judge", "paper", "extend", "close", "address",
        })
        {
            var id = await PreparedAsync(malee);
            await DoAsync(nuan, id, deed);
            if (deed is "undo" or "entries")
            {
                string[] codes = deed == "undo" ? ["E1", "E2"] : ["E1", "E2", "E3"];
                await AwardFlowClient.SucceedAsync(await malee.UploadAsync(id, "scores", TestSheets.Scores(codes, "ก")));
            }
            if (deed != "close")
            {
                await AwardFlowClient.SucceedAsync(await malee.PostAsync($"/api/cycles/{id}/close"));
            }
            cycles.Add((deed, id));
        }
        foreach (var (deed, id) in cycles)
        {
            await server.DoneAsync("ReleaseLetters", id, "False");
            if (deed == "address")
            {
                await AwardFlowClient.SucceedAsync(
                    await nuan.PutJsonAsync($"/api/cycles/{id}/entries/E1/address", new { address = "saraban@elsewhere.example" }));
            }
            var desk = await nuan.GetJsonAsync($"/api/cycles/{id}/desk");
            using var answer = await nuan.PostAsync($"/api/cycles/{id}/approve", new { manifestSha256 = desk["manifestSha256"]!.GetValue<string>() });
            Assert.Equal((deed, deed == "nothing" ? HttpStatusCode.Accepted : HttpStatusCode.Conflict), (deed, answer.StatusCode));
            Assert.Equal((deed, deed == "nothing" ? null : "hadAHand"), (deed, desk["refusal"]?.GetValue<string>()));
        }
    }

    private static async Task<string> PreparedAsync(AwardFlowClient malee)
    {
        var definition = LocalServer.NewCycle(cycle => cycle with { Judges = [new Judge(JudgeName.Parse("ก"))] });
        await AwardFlowClient.SucceedAsync(await malee.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await malee.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(["E1", "E2"])));
        await AwardFlowClient.SucceedAsync(await malee.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(["E1", "E2"], "ก")));
        return definition.Id.Text;
    }

    private static async Task DoAsync(AwardFlowClient nuan, string id, string deed)
    {
        var path = $"/api/cycles/{id}";
        var judge = $"{path}/judging/{Uri.EscapeDataString("ก")}";
        var done = deed switch
        {
            "definition" =>
                await nuan.PutAsync(TestCycle.Definition with { Id = CycleId.Parse(id), Judges = [new Judge(JudgeName.Parse("ก"))], Title = "รอบใหม่" }),
            "entries" => await nuan.UploadAsync(id, "entries", TestSheets.Entries(["E1", "E2", "E3"])),
            "scores" => await nuan.UploadAsync(id, "scores", TestSheets.Scores(["E1", "E2"], "ก", a: 41)),
            "undo" => await nuan.PostAsync($"{path}/uploads/2/undo"),
            "columns" => await nuan.PutJsonAsync(
                $"{path}/entries/columns", new Dictionary<string, string>(StringComparer.Ordinal) { ["ชื่อหน่วยงาน"] = "organisation" }),
            "withdraw" => await nuan.PostAsync($"{path}/entries/E2/withdraw", new { reason = "ขอถอน" }),
            "links" => await nuan.PostAsync($"{path}/judging/links"),
            "address of a judge" => await nuan.PutJsonAsync(judge, new { email = "nuan@organiser.example" }),
            "paper" => await KeepAsync(nuan, judge),
            "extend" => await nuan.PostAsync($"{path}/extend", new { closesAt = TestCycle.ClosesAt.AddDays(1) }),
            "close" => await nuan.PostAsync($"{path}/close"),
            _ => null,
        };
        Assert.True(done is null || done.IsSuccessStatusCode, $"{deed}: {done?.StatusCode}");
        done?.Dispose();
    }

    private static async Task<HttpResponseMessage> KeepAsync(AwardFlowClient client, string judge)
    {
        using var scan = new ByteArrayContent("%PDF-1.7"u8.ToArray());
        scan.Headers.ContentType = new("application/pdf");
        return await client.Http.PostAsync($"{judge}/paper", scan, TestContext.Current.CancellationToken);
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
