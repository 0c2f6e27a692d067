using System.Net;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Letters;
using AwardFlow.Storage;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>A cycle is sent back, paused and called off.</summary>
public class WayBackTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sent_back_twice_it_is_sent_once_with_the_last_scores_and_the_rounds_before_stay()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await server.OpenCycleAsync(entries: 3);
        var first = await AwaitedAsync(server, id, nth: 1);
        var letter = await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0001");

        for (var round = 2; round <= 3; round++)
        {
            var open = await SendBackAsync(server, id, $"ครั้งที่ {round - 1}");
            Assert.Equal(("open", round, null), (open["state"]!.GetValue<string>(), (int)open["round"]!, open["closesAt"]));
            Assert.Equal(("wichai", $"ครั้งที่ {round - 1}"), (open["sentBack"]!["by"]!.GetValue<string>(), open["sentBack"]!["reason"]!.GetValue<string>()));
            await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(
                id,
                "scores",
                System.Text.Encoding.UTF8.GetBytes($"entry_code,judge,criterion,score\nE0001,ก,{TestCycle.Definition.Criteria().First().Code},{round}\n"),
                "text/csv"));
            if (round == 3)
            {
                await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/entries/E0003/withdraw", new { reason = "ถอนตัว" }));
            }
            Assert.NotEqual(first, await AwaitedAsync(server, id, round));
            Assert.NotEqual(letter, await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0001"));
        }
        using (var earlier = await server.Client.PostAsync($"/api/cycles/{id}/approve", new { manifestSha256 = first }))
        {
            Assert.Equal(HttpStatusCode.Conflict, earlier.StatusCode);
            Assert.True((await AwardFlowClient.JsonAsync(earlier))["changes"]!["results"]!.GetValue<bool>());
        }
        Assert.Empty(server.MailsOf(id));

        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        Assert.Equal(
            ["saraban-e0001@entrant.example", "saraban-e0002@entrant.example"],
            server.MailsOf(id).Select(mail => MimeMessage.Load(mail, Cancelled).To.ToString()).Order(StringComparer.Ordinal));
        var ledger = (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray();
        Assert.Equal(
            [("E0001", true), ("E0002", true), ("E0003", false)],
            ledger.Select(row => (row!["entryCode"]!.GetValue<string>(), row["hasLetter"]!.GetValue<bool>())));

        var store = server.Services.GetRequiredService<LetterStore>();
        Assert.Equal(letter, (await store.FindAsync(CycleId.Parse(id), EntryCode.Parse("E0001"), LetterDocument.Letter, round: 1, Cancelled))!.ToArray());
        Assert.NotNull(await store.FindAsync(CycleId.Parse(id), EntryCode.Parse("E0003"), LetterDocument.Letter, round: 2, Cancelled));
        Assert.Null(await store.FindAsync(CycleId.Parse(id), EntryCode.Parse("E0003"), LetterDocument.Letter, Cancelled));
    }

    [Fact]
    public async Task What_was_set_aside_is_held_against_its_hashes_before_and_after_it_is()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await server.OpenCycleAsync(entries: 2);
        await AwaitedAsync(server, id, nth: 1);
        await SendBackAsync(server, id, "แก้ไขวันที่");
        var sound = await server.Client.GetJsonAsync($"/api/cycles/{id}/trail/documents");
        Assert.Equal((true, 1, true), (sound["isWhole"]!.GetValue<bool>(), (int)sound["rounds"]!, (int)sound["documents"]! >= 4));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001", "E0002"], "ค")));
        await AwaitedAsync(server, id, nth: 2);
        sound = await server.Client.GetJsonAsync($"/api/cycles/{id}/trail/documents");
        Assert.Equal((true, 2), (sound["isWhole"]!.GetValue<bool>(), (int)sound["rounds"]!));

        await embedded.Storage.Letters.WriteAsync(new NewBlob($"{id}/E0001/rounds/1/letter.pdf", BinaryData.FromString("%PDF other")), Cancelled);
        await embedded.Storage.Letters.DeleteAsync($"{id}/E0002/rounds/1/results.pdf", Cancelled);
        await embedded.Storage.Letters.WriteAsync(new NewBlob($"{id}/E0002/letter.pdf", BinaryData.FromString("%PDF other")), Cancelled);
        var bent = await server.Client.GetJsonAsync($"/api/cycles/{id}/trail/documents");
        Assert.Equal(
            [("documentAltered", 1, "E0001", "letter.pdf"), ("documentMissing", 1, "E0002", "results.pdf"), ("documentAltered", 2, "E0002", "letter.pdf")],
            bent["faults"]!.AsArray().Select(fault => (
                fault!["kind"]!.GetValue<string>(), (int)fault["round"]!, fault["entryCode"]!.GetValue<string>(), fault["document"]!.GetValue<string>())));

        // What the round stood on is told by the trail, and so is that somebody bent it.
        var round = (await embedded.Storage.Rows.FindAsync(id, "round!001", Cancelled))!;
        await embedded.Storage.Rows.CommitAsync(
            id, RowChange.Put(round.Key, round.Json.Replace("\"letters\":2", "\"letters\":3", StringComparison.Ordinal)), Cancelled);
        var trail = await server.Client.GetJsonAsync($"/api/cycles/{id}/trail?check=true");
        Assert.Equal("round!001", Assert.Single(trail["faults"]!.AsArray())!["row"]!.GetValue<string>());
    }

    [Theory]
    [InlineData(false, "saraban@right.example")]
    [InlineData(true, "saraban@uploaded.example")]
    public async Task An_address_that_was_corrected_stays_so_in_the_next_round_unless_another_is_uploaded(bool uploads, string expected)
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await server.OpenCycleAsync(entries: 1);
        await AwaitedAsync(server, id, nth: 1);
        await AwardFlowClient.SucceedAsync(
            await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0001/address", new { address = "saraban@right.example" }));
        await SendBackAsync(server, id, "แก้ไขวันที่");
        if (uploads)
        {
            var sheet = System.Text.Encoding.UTF8.GetString(TestSheets.Entries(["E0001"]))
                .Replace("saraban-e0001@entrant.example", "saraban@uploaded.example", StringComparison.Ordinal);
            await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", System.Text.Encoding.UTF8.GetBytes(sheet)));
        }
        await AwaitedAsync(server, id, nth: 2);
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        Assert.Equal(expected, Assert.Single(server.MailsOf(id).Select(mail => MimeMessage.Load(mail, Cancelled).To.ToString())));
    }

    [Fact]
    public async Task Sent_back_it_waits_for_a_person_to_close_or_to_set_a_time()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await server.OpenCycleAsync(entries: 1);
        server.ComeToClosing();
        await AwaitedAsync(server, id, nth: 1, close: false);
        await SendBackAsync(server, id, "แก้ไขวันที่");
        await server.DoneAsync("CloseScores", id, "LookAgainAt = , Pages = 0");
        server.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal("open", await server.Client.StateAsync(id));
        // Sheets are taken although the first closing time has passed.
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ก")));

        var extended = await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/extend", new { closesAt = server.Time.GetUtcNow().AddHours(1) })));
        Assert.NotNull(extended["closesAt"]);
        await server.AdvanceUntilAsync(TimeSpan.FromMinutes(20), async () => await server.Client.StateAsync(id) == "awaitingApproval");
    }

    [Theory]
    [InlineData("open")]
    [InlineData("sent")]
    public async Task Only_what_awaits_approval_is_sent_back(string state)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = state == "open" ? await server.OpenCycleAsync(entries: 1) : await server.SendCycleAsync(entries: 1);
        using var refused = await server.Client.PostAsync($"/api/cycles/{id}/sendBack", new { reason = "ผิด" });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        using var without = await server.Client.PostAsync($"/api/cycles/{id}/sendBack", new { reason = " " });
        Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        Assert.Equal(state, await server.Client.StateAsync(id));
    }

    [Fact]
    public async Task Paused_it_does_not_close_and_resumed_it_does()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1, definition => definition with { Approval = Approval.None });
        var paused = await PauseAsync(server, id);
        Assert.Equal(
            ("paused", "open", "local"),
            (paused["state"]!.GetValue<string>(), paused["pausedState"]!.GetValue<string>(), paused["paused"]!["by"]!.GetValue<string>()));
        using (var close = await server.Client.PostAsync($"/api/cycles/{id}/close"))
        {
            Assert.Equal(HttpStatusCode.Conflict, close.StatusCode);
        }
        server.ComeToClosing();
        server.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("paused", await server.Client.StateAsync(id));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/resume"));
        await server.SentAsync(id);
        using var again = await server.Client.PostAsync($"/api/cycles/{id}/resume");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task Paused_while_letters_go_out_it_stops_after_the_mail_at_hand_and_resumed_none_goes_twice()
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Mail:PerMinute", "60"));
        var id = await server.OpenCycleAsync(entries: 6, definition => definition with { Approval = Approval.None });
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(server.MailsOf(id).Length >= 2));
        await PauseAsync(server, id);
        var stopped = server.DoneAsync("ReleaseLetters", id, "Released = False");
        var gone = server.MailsOf(id).Length;
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(stopped.IsCompleted));
        server.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.InRange(server.MailsOf(id).Length, gone, gone + 1);
        Assert.Equal("paused", await server.Client.StateAsync(id));

        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/resume"));
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => await server.Client.StateAsync(id) == "sent");
        Assert.Equal(6, server.MailsOf(id).Select(mail => MimeMessage.Load(mail, Cancelled).To.ToString()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(6, server.MailsOf(id).Length);
    }

    [Fact]
    public async Task Called_off_before_a_mail_went_it_is_over()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 2);
        await AwaitedAsync(server, id, nth: 1);
        var cancelled = await AwardFlowClient.JsonAsync(
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/cancel", new { reason = "ยกเลิกการประกวด" })));
        Assert.Equal(("cancelled", "ยกเลิกการประกวด"), (cancelled["state"]!.GetValue<string>(), cancelled["cancelled"]!["reason"]!.GetValue<string>()));
        await server.FinishedAsync(id);
        foreach (var (path, body) in new (string, object?)[]
        {
            ("close", null), ("approve", new { manifestSha256 = new string('0', 64) }), ("pause", new { reason = "x" }), ("sendBack", new { reason = "x" }),
        })
        {
            using var refused = await server.Client.PostAsync($"/api/cycles/{id}/{path}", body);
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        }
        using var sheet = await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ก"));
        Assert.Equal(HttpStatusCode.Conflict, sheet.StatusCode);
        Assert.Empty(server.MailsOf(id));
    }

    [Fact]
    public async Task A_draft_is_not_called_off_and_what_was_sent_of_a_cancelled_cycle_is_not_sent_again()
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Mail:PerMinute", "60"));
        await AwardFlowClient.SucceedAsync(await server.Client.Http.PutAsync(
            "/api/cycles/draft-2564?draft=true", new StringContent("{\"id\": \"draft-2564\"}", System.Text.Encoding.UTF8, "application/json"), Cancelled));
        using var draft = await server.Client.PostAsync("/api/cycles/draft-2564/cancel", new { reason = "ไม่ใช้" });
        Assert.Equal(HttpStatusCode.Conflict, draft.StatusCode);

        var id = await server.OpenCycleAsync(entries: 4, definition => definition with { Approval = Approval.None });
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(server.MailsOf(id).Length >= 1));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/cancel", new { reason = "ผิดพลาด" }));
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => await server.Client.StateAsync(id) == "sent");
        using var resend = await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "ขอใหม่" });
        Assert.Equal(HttpStatusCode.Conflict, resend.StatusCode);
        Assert.NotEmpty((await server.Client.GetJsonAsync("/api/cycles")).AsArray());
    }

    [Fact]
    public async Task Called_off_while_letters_go_out_the_rest_is_held_and_the_others_are_followed_up()
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Mail:PerMinute", "60"));
        var id = await server.OpenCycleAsync(entries: 6, definition => definition with { Approval = Approval.None });
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), () => Task.FromResult(server.MailsOf(id).Length >= 2));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/cancel", new { reason = "ผิดพลาด" }));
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => await server.Client.StateAsync(id) == "sent");
        var rows = (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray();
        Assert.Equal(server.MailsOf(id).Length, rows.Count(row => row!["state"]!.GetValue<string>() == "accepted"));
        Assert.All(rows.Where(row => row!["state"]!.GetValue<string>() == "held"), row => Assert.Equal("cancelled", row!["why"]!["code"]!.GetValue<string>()));
        Assert.InRange(rows.Count(row => row!["state"]!.GetValue<string>() == "held"), 1, 4);
        // On paper they do not leave either.
        using var printed = UglyToad.PdfPig.PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf?documents=letter"));
        Assert.Equal(server.MailsOf(id).Length, printed.NumberOfPages);
        Assert.True((await server.Client.GetJsonAsync($"/api/cycles/{id}/trail?check=true"))["isWhole"]!.GetValue<bool>());
    }

    [Fact]
    public async Task What_an_approver_paused_no_operator_lets_go_on()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await server.OpenCycleAsync(entries: 1);
        using var approver = new AwardFlowClient(server.Address, AwardFlowClient.ApproverKey);
        using var @operator = new AwardFlowClient(server.Address, AwardFlowClient.OperatorKey);
        await AwardFlowClient.SucceedAsync(await @operator.PostAsync($"/api/cycles/{id}/pause", new { reason = "ตรวจคะแนน" }));
        // On top of the operator's own.
        await AwardFlowClient.SucceedAsync(await approver.PostAsync($"/api/cycles/{id}/pause", new { reason = "รอคำสั่ง" }));
        using var refused = await @operator.PostAsync($"/api/cycles/{id}/resume");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.True((await server.Client.GetJsonAsync($"/api/cycles/{id}"))["pausedByApprover"]!.GetValue<bool>());
        await AwardFlowClient.SucceedAsync(await approver.PostAsync($"/api/cycles/{id}/resume"));
        await AwardFlowClient.SucceedAsync(await @operator.PostAsync($"/api/cycles/{id}/pause", new { reason = "ตรวจคะแนน" }));
        await AwardFlowClient.SucceedAsync(await @operator.PostAsync($"/api/cycles/{id}/resume"));
    }

    [Fact]
    public async Task A_late_worker_of_an_earlier_round_changes_nothing_that_goes_out()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await server.OpenCycleAsync(entries: 1);
        await AwaitedAsync(server, id, nth: 1);
        var late = await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0001");
        await SendBackAsync(server, id, "คะแนนผิด");
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ก", a: 1)));
        await AwaitedAsync(server, id, nth: 2);
        var approved = await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0001");
        Assert.NotEqual(late, approved);
        // What it still had in memory of the first round, over what the second one rendered.
        await server.Services.GetRequiredService<LetterStore>().WriteAsync(CycleId.Parse(id), EntryCode.Parse("E0001"), LetterDocument.Letter, late, Cancelled);
        Assert.Equal(approved, await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0001"));
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        var mail = MimeMessage.Load(Assert.Single(server.MailsOf(id)), Cancelled);
        using var sent = new MemoryStream();
        mail.Attachments.OfType<MimePart>().First().Content!.DecodeTo(sent, Cancelled);
        Assert.Equal(approved, sent.ToArray());
    }

    private static async Task<string> AwaitedAsync(LocalServer server, string id, int nth, bool close = true)
    {
        if (close)
        {
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        }
        await server.Log.WaitForAsync(nth, $"ReleaseLetters of CycleRef {{ CycleId = {id} }}: Release {{ Released = False");
        var cycle = await server.Client.GetJsonAsync($"/api/cycles/{id}");
        Assert.Equal("awaitingApproval", cycle["state"]!.GetValue<string>());
        return cycle["manifestSha256"]!.GetValue<string>();
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> SendBackAsync(LocalServer server, string id, string reason) =>
        await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/sendBack", new { reason })));

    private static async Task<System.Text.Json.Nodes.JsonNode> PauseAsync(LocalServer server, string id) =>
        await AwardFlowClient.JsonAsync(
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/pause", new { reason = "รอตรวจสอบ" })));
}
