using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Notices;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace AwardFlow.IntegrationTests.Judging;

/// <summary>The secretary's board, links by mail, reminders, paper, and what the chair sends back, over real HTTP.</summary>
public class JudgingBoardTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private const string ChairKey = "the-chairs-key-of-tests-only";
    private static readonly string[] Names = ["นางสาวมาลี ใจดี", "นายวิชัย ตั้งใจ"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_go_out_by_mail_once_and_open_the_judge_s_own_sheet()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys, ("Receipts:BaseUrl", "https://award.example.go.th")]);
        var id = await OpenAsync(server);
        using var made = await server.Client.PostAsync($"/api/cycles/{id}/judging/links", new { send = true });
        var answer = await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(made));
        Assert.Equal((Names[0], "noAddress"), (answer["mailed"]!.AsArray().Single()!.GetValue<string>(), Text(answer, "skipped", 0, "why")));
        Assert.Equal(Names[1], Text(answer, "skipped", 0, "judge"));
        var mail = Assert.Single(await MailsAsync(server, id, 1));
        var url = Text(answer, "links", 0, "url");
        Assert.StartsWith("https://award.example.go.th/judge#", url, StringComparison.Ordinal);
        Assert.Contains(url, mail.TextBody, StringComparison.Ordinal);
        Assert.Contains(Names[0], mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("malee@committee.example", mail.To.Mailboxes.Single().Address);
        Assert.Equal("ขอเชิญให้คะแนนผลงาน: รอบทดสอบ", mail.Subject);
        using var judge = new JudgeClient(server.Address, url.Split('#')[1]);
        Assert.Equal(Names[0], Text(await judge.SheetAsync(), "judge"));
        Assert.Equal("sent", Text(await JudgeApiTests.BoardAsync(server, id), "judges", 0, "mail"));
        // No link stands in the trail, or anywhere that the API shows.
        Assert.DoesNotContain(url.Split('#')[1], await server.Client.GetTextAsync($"/api/cycles/{id}/trail.jsonl"), StringComparison.Ordinal);
        Assert.DoesNotContain(url.Split('#')[1], (await JudgeApiTests.BoardAsync(server, id)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_not_submitted_is_reminded_at_most_once_a_day()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server);
        using var addressed = await server.Client.PutJsonAsync(
            $"/api/cycles/{id}/judging/{Uri.EscapeDataString(Names[1])}", new { email = "wichai@committee.example" });
        Assert.Equal(HttpStatusCode.NoContent, addressed.StatusCode);
        using var judge = new JudgeClient(server.Address, await JudgeApiTests.LinkAsync(server, id, Names[0]));
        await judge.SaveAsync("E0001", "40", "20", "10");
        using var submitted = await judge.SubmitAsync();
        await AwardFlowClient.SucceedAsync(submitted);
        var first = await RemindAsync(server, id);
        Assert.Equal((Names[1], Names[0], "submitted"), (Text(first, "reminded", 0), Text(first, "skipped", 0, "judge"), Text(first, "skipped", 0, "why")));
        Assert.Equal("wichai@committee.example", Assert.Single(await MailsAsync(server, id, 1)).To.Mailboxes.Single().Address);
        server.Time.Advance(TimeSpan.FromHours(23));
        Assert.Equal("remindedLately", Text(await RemindAsync(server, id), "skipped", 1, "why"));
        server.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Names[1], Text(await RemindAsync(server, id), "reminded", 0));
        await MailsAsync(server, id, 2);
    }

    [Fact]
    public async Task A_withdrawn_link_opens_nothing_and_the_board_says_so()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server);
        using var judge = new JudgeClient(server.Address, await JudgeApiTests.LinkAsync(server, id, Names[0]));
        await judge.SheetAsync();
        using var withdrawn = await server.Client.Http.DeleteAsync($"/api/cycles/{id}/judging/{Uri.EscapeDataString(Names[0])}/link", Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        using var refused = await judge.TryAsync("/api/judge");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var board = await JudgeApiTests.BoardAsync(server, id);
        Assert.Equal(("withdrawn", "none"), (Text(board, "judges", 0, "link"), Text(board, "judges", 1, "link")));
    }

    [Fact]
    public async Task The_chair_sends_an_entry_back_and_is_shown_no_addresses()
    {
        await using var server = await LocalServer.StartAsync(
            embedded, [.. AwardFlowClient.Keys, ("Api:Keys:prasert", ChairKey), ("Api:Keys:prasert:Role", "chair")]);
        var id = await OpenAsync(server);
        using var judge = new JudgeClient(server.Address, await JudgeApiTests.LinkAsync(server, id, Names[0]));
        await judge.SaveAsync("E0001", "40", "20", "10");
        using var submitted = await judge.SubmitAsync();
        await AwardFlowClient.SucceedAsync(submitted);
        using var chair = new AwardFlowClient(server.Address, ChairKey);
        var path = $"/api/cycles/{id}/judging/{Uri.EscapeDataString(Names[0])}/entries/E0001";
        using var returned = await chair.PostAsync($"{path}/return", new { question = "โปรดทบทวนข้อ A" });
        await AwardFlowClient.SucceedAsync(returned);
        Assert.Equal(
            ("returned", "โปรดทบทวนข้อ A"), (Text(await judge.SheetAsync(), "entries", 0, "state"), Text(await judge.EntryAsync("E0001"), "question", "text")));
        Assert.Equal("returned", Text(await chair.GetJsonAsync($"/api/cycles/{id}/judging"), "judges", 0, "cells", 0));
        Assert.DoesNotContain("committee.example", await chair.GetTextAsync($"/api/cycles/{id}/judging"), StringComparison.Ordinal);
        using var changed = await chair.PutJsonAsync(path, JudgeClient.Body("1", "1", "1"));
        Assert.Equal(HttpStatusCode.Forbidden, changed.StatusCode);
        Assert.Contains("ขอให้ทบทวนคะแนนผลงาน", (await MailsAsync(server, id, 1)).Select(mail => mail.Subject!.Split(':')[0]));
        await judge.SaveAsync("E0001", "45", "20", "10");
        using var again = await judge.SubmitAsync();
        await AwardFlowClient.SucceedAsync(again);
        Assert.Equal("complete", Text(await judge.SheetAsync(), "entries", 0, "state"));
        Assert.Equal(75m, (await server.Client.GetJsonAsync($"/api/cycles/{id}/results"))["entries"]![0]!["average"]!.GetValue<decimal>());
    }

    [Fact]
    public async Task Scores_on_paper_are_typed_with_the_scan_and_what_a_judge_typed_is_not_shown_before_it_is_submitted()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server);
        using var judge = new JudgeClient(server.Address, await JudgeApiTests.LinkAsync(server, id, Names[0]));
        await judge.SaveAsync("E0001", "41.75", null, null);
        var hidden = await server.Client.GetJsonAsync($"/api/cycles/{id}/judging/{Uri.EscapeDataString(Names[0])}/entries/E0001");
        Assert.True(hidden["hidden"]!.GetValue<bool>());
        Assert.DoesNotContain("41.75", hidden.ToJsonString(), StringComparison.Ordinal);

        var path = $"/api/cycles/{id}/judging/{Uri.EscapeDataString(Names[1])}";
        using var typed = new HttpRequestMessage(HttpMethod.Put, $"{path}/entries/E0001")
        {
            Content = System.Net.Http.Json.JsonContent.Create(JudgeClient.Body("๔๐", "20", "10")),
        };
        typed.Headers.TryAddWithoutValidation("If-Match", $"\"{Text(await server.Client.GetJsonAsync($"{path}/entries/E0001"), "version")}\"");
        using var saved = await server.Client.Http.SendAsync(typed, Cancelled);
        await AwardFlowClient.SucceedAsync(saved);
        using var scan = new ByteArrayContent([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1]);
        scan.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var kept = await server.Client.Http.PostAsync($"{path}/paper?name=scan.png", scan, Cancelled);
        var sha256 = Text(await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(kept)), "sha256");
        using var submitted = await server.Client.PostAsync($"{path}/submit");
        await AwardFlowClient.SucceedAsync(submitted);
        Assert.Equal(9, (await server.Client.GetBytesAsync($"{path}/paper/{sha256}")).Length);
        var row = (await JudgeApiTests.BoardAsync(server, id))["judges"]![1]!;
        Assert.Equal(
            ("submitted", "paper", "submitted", 1), (Text(row, "state"), Text(row, "source"), Text(row, "cells", 0), row["fromPaper"]!.GetValue<int>()));
        using var page = new ByteArrayContent("<script>"u8.ToArray());
        page.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        using var refused = await server.Client.Http.PostAsync($"{path}/paper", page, Cancelled);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, refused.StatusCode);
    }

    [Fact]
    public async Task Closing_says_who_has_not_submitted_and_asks()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server);
        using var judge = new JudgeClient(server.Address, await JudgeApiTests.LinkAsync(server, id, Names[0]));
        await judge.SaveAsync("E0001", "40", "20", "10");
        using var asked = await server.Client.PostAsync($"/api/cycles/{id}/close");
        var problem = await AwardFlowClient.JsonAsync(asked);
        Assert.Equal(
            (HttpStatusCode.Conflict, Names[0], 1),
            (asked.StatusCode, Text(problem, "judging", 0, "judge"), problem["judging"]![0]!["complete"]!.GetValue<int>()));
        Assert.Equal("open", await server.Client.StateAsync(id));
        using var closed = await server.Client.PostAsync($"/api/cycles/{id}/close?confirm={Text(problem, "confirm")}&unsubmitted=count");
        Assert.Equal(HttpStatusCode.Accepted, closed.StatusCode);
        Assert.Equal("unsubmitted", Text((await server.Client.GetJsonAsync($"/api/cycles/{id}/uploads"))[1]!, "source"));
    }

    private static async Task<string> OpenAsync(LocalServer server) => await JudgeApiTests.OpenAsync(
        server, 1, definition => definition with
        {
            Judges = [new Judge(JudgeName.Parse(Names[0])) { Email = "malee@committee.example" }, new Judge(JudgeName.Parse(Names[1]))],
        });

    private static async Task<JsonNode> RemindAsync(LocalServer server, string id)
    {
        using var response = await server.Client.PostAsync($"/api/cycles/{id}/judging/reminders");
        return await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(response));
    }

    // The server looks by itself too, once a minute: one that it has begun to send is waited for.
    private static async Task<IReadOnlyList<MimeMessage>> MailsAsync(LocalServer server, string id, int count)
    {
        // The clock stands meanwhile: a mail that outlasts its patience is not sent again.
        await server.AdvanceUntilAsync(TimeSpan.Zero, async () =>
        {
            await server.Services.GetRequiredService<NoticeRun>().RunAsync(Cancelled);
            return server.MailsOf(id).Length >= count;
        });
        var mails = await Task.WhenAll(server.MailsOf(id).Select(file => MimeMessage.LoadAsync(file, Cancelled)));
        Assert.Equal(count, mails.Length);
        return mails;
    }

    private static string Text(JsonNode node, params object[] path) => JudgeApiTests.Text(node, path);
}
