using System.Globalization;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using MimeKit;

namespace AwardFlow.IntegrationTests.Crashes;

/// <summary>
/// The process is killed (SIGKILL) while people send back, pause, resume, cancel, undo, and order, approve and cancel corrections, all at
/// once: each was done whole or not at all, the trails are whole, and no letter goes twice. AWARDFLOW_WAYS_BACK says how often; nightly, often.
/// </summary>
public sealed class WayBackCrashTests
{
    private static readonly (string Name, string Value)[] Settings =
        [("Approval__Default", "required"), ("Approval__UndoSeconds", "600"), ("Mail__PerMinute", "1200")];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_in_any_way_back_it_is_done_whole_or_not_at_all()
    {
        var often = int.Parse(Environment.GetEnvironmentVariable("AWARDFLOW_WAYS_BACK") ?? "1", CultureInfo.InvariantCulture);
        for (var i = 0; i < often; i++)
        {
            // At the third step that a flow takes for it, when something is written, at others, …
            await KillOnceAsync(atLine: 1 + (3 + 5 * i) % 37);
        }
    }

    private static async Task KillOnceAsync(int atLine)
    {
        using var folder = new TemporaryFolder();
        Way[] ways;
        await using (var first = LocalProcess.Serve(folder.Path))
        {
            using var client = new AwardFlowClient(await first.AddressAsync());
            ways = await PrepareAsync(client, first);
            Assert.Equal(0, await first.InterruptAsync());
        }
        await using (var second = LocalProcess.Serve(folder.Path, Settings))
        {
            using var client = new AwardFlowClient(await second.AddressAsync());
            await BeginAsync(client, second, ways);
            var lines = 0;
            var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            second.Output.Added = () =>
            {
                if (Interlocked.Increment(ref lines) == atLine)
                {
                    enough.TrySetResult();
                }
            };
            var asked = ways.Select(way => way.AskAsync(client)).ToList();
            await Task.WhenAny(enough.Task, Task.WhenAll(asked));
            await second.KillAsync();
            await Task.WhenAll(asked);
        }
        await using var third = LocalProcess.Serve(folder.Path, Settings);
        using var after = new AwardFlowClient(await third.AddressAsync());
        foreach (var way in ways)
        {
            await way.MustBeWholeAsync(after);
        }
        await FinishAsync(after, third);
        var mails = Directory.GetFiles(folder.Of("outbox"), "*.eml").Select(mail => MimeMessage.Load(mail, Cancelled)).ToList();
        Assert.Equal(mails.Count, mails.Select(mail => (mail.To.ToString(), mail.Subject)).Distinct().Count());
        Assert.Equal(0, await third.InterruptAsync());
        await using var verify = LocalProcess.Start(new Dictionary<string, string>(StringComparer.Ordinal), "verify", "--data", folder.Path);
        Assert.True(await verify.ExitAsync() == 0, verify.Output.All);
    }

    // A cycle for each: those whose letters await approval, and those whose letters are sent.
    private static async Task<Way[]> PrepareAsync(AwardFlowClient client, LocalProcess server)
    {
        Way[] ways =
        [
            new(
                "send-back",
                "sentBack",
                way => way.Client.PostAsync(way.Path("sendBack"), new { reason = "ผิด" }),
                cycle => cycle["state"]!.GetValue<string>() == "open"),
            new("pause", "paused", way => way.Client.PostAsync(way.Path("pause"), new { reason = "รอ" }), cycle => cycle["paused"] is not null),
            new("resume", "resumed", way => way.Client.PostAsync(way.Path("resume")), cycle => cycle["paused"] is null),
            new(
                "cancel",
                "cancelled",
                way => way.Client.PostAsync(way.Path("cancel"), new { reason = "ผิด" }),
                cycle => cycle["state"]!.GetValue<string>() == "cancelled"),
            new("undo", "approvalUndone", way => way.Client.PostAsync(way.Path("approve/undo")), cycle => cycle["approvedAt"] is null),
            new("order", "correctionMade", way => way.Client.PostAsync(way.Path("corrections"), Correction(way.Id)), cycle => (int)cycle["corrections"]! == 1),
            new(
                "approve",
                "correctionApproved",
                way => way.Client.PostAsync(way.Path("corrections/1/approve"), new { manifestSha256 = way.Manifest }),
                cycle => cycle["correction"]!["approvedAt"] is not null),
            new(
                "call-off",
                "correctionCancelled",
                way => way.Client.PostAsync(way.Path("corrections/1/cancel"), new { reason = "ผิด" }),
                cycle => cycle["correction"]!["state"]!.GetValue<string>() == "cancelled"),
        ];
        foreach (var way in ways)
        {
            var codes = TestSheets.Codes(way.Mails ? 6 : 2).Select(code => $"{way.Id}-{code}").ToArray();
            var definition = TestCycle.Definition with
            {
                Id = CycleId.Parse($"{way.Id}-2564"),
                ClosesAt = DateTimeOffset.UtcNow.AddDays(1),
                Approval = way.IsOfCorrection || way.Mails ? Approval.None : Approval.Required,
            };
            await AwardFlowClient.SucceedAsync(await client.PutAsync(definition));
            await AwardFlowClient.SucceedAsync(await client.UploadAsync(definition.Id.Text, "entries", TestSheets.Entries(codes)));
            await AwardFlowClient.SucceedAsync(await client.UploadAsync(definition.Id.Text, "scores", TestSheets.Scores(codes, "ก")));
            if (way.Mails)
            {
                // It is closed when it is to be on its way.
                await AwardFlowClient.SucceedAsync(await client.PutJsonAsync($"/api/cycles/{definition.Id}/approval", new { approval = "none" }));
                continue;
            }
            await AwardFlowClient.SucceedAsync(await client.PostAsync($"/api/cycles/{definition.Id}/close"));
        }
        foreach (var way in ways.Where(way => !way.Mails))
        {
            await (way.IsOfCorrection
                ? server.Output.WaitForAsync($"FinishSending of CycleRef {{ CycleId = {way.Id}-2564 }}: True")
                : server.Output.WaitForAsync($"ReleaseLetters of CycleRef {{ CycleId = {way.Id}-2564 }}", "Released = False"));
        }
        return ways;
    }

    private static async Task BeginAsync(AwardFlowClient client, LocalProcess server, Way[] ways)
    {
        await client.ApproveAsync("undo-2564");
        await AwardFlowClient.SucceedAsync(await client.PostAsync("/api/cycles/resume-2564/pause", new { reason = "รอ" }));
        foreach (var way in ways.Where(way => way.HasCorrection))
        {
            await AwardFlowClient.SucceedAsync(await client.PostAsync($"/api/cycles/{way.Id}-2564/corrections", Correction(way.Id)));
            await server.Output.WaitForAsync($"CorrectLetters of CorrectionRef {{ CycleId = {way.Id}-2564, Number = 1", "LookAgainAt =  }");
            way.Manifest = (await client.GetJsonAsync($"/api/cycles/{way.Id}-2564/corrections/1"))["manifestSha256"]!.GetValue<string>();
        }
        // Its letters are on their way when it is paused.
        await AwardFlowClient.SucceedAsync(await client.PostAsync("/api/cycles/pause-2564/close"));
        await server.Output.WaitForAsync("SendPage of PageRef { CycleId = pause-2564, Page = 1 } begins");
    }

    private static async Task FinishAsync(AwardFlowClient client, LocalProcess server)
    {
        foreach (var id in new[] { "pause-2564", "resume-2564" })
        {
            if ((await client.GetJsonAsync($"/api/cycles/{id}"))["paused"] is not null)
            {
                await AwardFlowClient.SucceedAsync(await client.PostAsync($"/api/cycles/{id}/resume"));
            }
        }
        if (await client.StateAsync("pause-2564") != "sent")
        {
            await server.Output.WaitForAsync("FinishSending of CycleRef { CycleId = pause-2564 }: True");
        }
        Assert.Equal(6, (int)(await client.GetJsonAsync("/api/cycles/pause-2564"))["mailed"]!);
    }

    private static object Correction(string id) => new
    {
        entries = new[] { $"{id}-E0001" },
        number = "ทดสอบ 2564/ว9",
        date = "2021-10-20",
        opening = new[] { "ตามหนังสือที่อ้างถึง ปรากฏว่าข้อความคลาดเคลื่อน" },
        closing = new[] { "จึงเรียนมาเพื่อโปรดทราบ" },
    };

    /// <summary>One way back, on a cycle of its own.</summary>
    /// <param name="id">The cycle's id, without its year.</param>
    /// <param name="kind">The line of the trail that tells of it.</param>
    /// <param name="ask">Asks for it.</param>
    /// <param name="isDone">Whether a cycle is as it is afterwards.</param>
    private sealed class Way(string id, string kind, Func<Way, Task<HttpResponseMessage>> ask, Func<JsonNode, bool> isDone)
    {
        private bool _wasAnswered;

        public string Id { get; } = id;

        public string? Manifest { get; set; }

        public AwardFlowClient Client { get; private set; } = null!;

        public bool IsOfCorrection => Id is "order" or "approve" or "call-off";

        public bool HasCorrection => Id is "approve" or "call-off";

        public bool Mails => Id == "pause";

        public string Path(string command) => $"/api/cycles/{Id}-2564/{command}";

        public async Task AskAsync(AwardFlowClient client)
        {
            Client = client;
            try
            {
                using var answer = await ask(this);
                _wasAnswered = answer.IsSuccessStatusCode;
                Assert.True(_wasAnswered, $"{Id}: {await answer.Content.ReadAsStringAsync(Cancelled)}");
            }
            catch (HttpRequestException)
            {
                // Killed before it answered.
            }
        }

        public async Task MustBeWholeAsync(AwardFlowClient client)
        {
            var cycle = await client.GetJsonAsync($"/api/cycles/{Id}-2564");
            if (HasCorrection)
            {
                cycle["correction"] = await client.GetJsonAsync(Path("corrections/1"));
            }
            var trail = await client.GetJsonAsync(Path("trail?limit=1000&check=true"));
            var done = isDone(cycle);
            Assert.True(trail["isWhole"]!.GetValue<bool>(), $"{Id}: {trail["faults"]!.ToJsonString()}");
            Assert.True(done || !_wasAnswered, $"{Id} was answered, and is not done");
            Assert.Equal(done ? 1 : 0, trail["rows"]!.AsArray().Count(line => line!["kind"]!.GetValue<string>() == kind));
        }
    }
}
