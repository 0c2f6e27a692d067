using System.Net;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using UglyToad.PdfPig;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>What came of the first letters, and what comes of a correction that was sent.</summary>
public partial class CorrectionTests
{
    [Fact]
    public async Task A_letter_that_came_back_is_not_corrected_nor_is_a_correction_that_did_referred_to()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/bounce", new { reason = "550 no such mailbox" }));
        using (var refused = await PostAsync(server, id, Request(["E0001", "E0002"])))
        {
            var problem = await AwardFlowClient.JsonAsync(refused);
            Assert.Equal((HttpStatusCode.BadRequest, "entries[0]"), (refused.StatusCode, problem["errors"]!.AsObject().Single().Key));
        }
        await SendAsync(server, id, Request(["E0002"]));
        await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0002/bounce", new { reason = "550 mailbox full", correction = 1 }));
        await SendAsync(server, id, Request(["E0002"]) with { Number = "ทดสอบ 2564/ว10" }, number: 2);
        var letter = Text(await server.Client.GetBytesAsync($"/api/cycles/{id}/corrections/2/letters/E0002"));
        Assert.Contains("ที่ ทดสอบ ๒๕๖๔/ว๑ ลงวันที่", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("๒๕๖๔/ว๙", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_comes_back_while_a_correction_awaits_approval_holds_that_letter_of_it()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await SentCycleAsync(server, entries: 2);
        await MakeAsync(server, id, Request(["E0001", "E0002"]));
        var seen = await StateAsync(server, id, "AwaitingApproval");
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/bounce", new { reason = "550 no such mailbox" }));
        await AwardFlowClient.SucceedAsync(await ApproveAsync(server, id, seen));
        await StateAsync(server, id, "Sent");
        var letters = (await server.Client.GetJsonAsync($"/api/cycles/{id}/corrections/1"))["letters"]!.AsArray();
        Assert.Equal(
            [("held", "firstNotReached"), ("accepted", null)],
            letters.Select(letter => (letter!["delivery"]!["state"]!.GetValue<string>(), letter["delivery"]!["why"]?["code"]!.GetValue<string>())));
    }

    [Fact]
    public async Task An_entry_is_in_one_correction_at_a_time()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await SentCycleAsync(server, entries: 2);
        await MakeAsync(server, id, Request(["E0001"]));
        await StateAsync(server, id, "AwaitingApproval");
        var second = Request(["E0001", "E0002"]) with { Number = "ทดสอบ 2564/ว10" };
        using (var refused = await PostAsync(server, id, second))
        {
            var problem = await AwardFlowClient.JsonAsync(refused);
            Assert.Equal((HttpStatusCode.BadRequest, "entries[0]"), (refused.StatusCode, problem["errors"]!.AsObject().Single().Key));
            Assert.Contains("correction 1", problem.ToJsonString(), StringComparison.Ordinal);
        }
        using (var other = await PostAsync(server, id, second with { Entries = [EntryCode.Parse("E0002")] }))
        {
            Assert.Equal(HttpStatusCode.Accepted, other.StatusCode);
        }
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/corrections/1/cancel", new { reason = "ไม่ต้องแก้" }));
        using var now = await PostAsync(server, id, Request(["E0001"]));
        Assert.Equal(HttpStatusCode.Accepted, now.StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_corrected_after_the_approval_is_let_go_by_a_second_person_also_when_the_cycle_is_completed()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await SentCycleAsync(server, entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/receipt", new { registerNumber = "1" }));
        await server.FinishedAsync(id);
        await MakeAsync(server, id, Request(["E0001"]));
        var seen = await StateAsync(server, id, "AwaitingApproval");
        await AwardFlowClient.SucceedAsync(await ApproveAsync(server, id, seen));
        await StateAsync(server, id, "Sent");
        await AwardFlowClient.SucceedAsync(
            await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0001/address", new { address = "saraban@new.example" }));
        await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "ไม่ถึง", correction = 1 }));
        await server.Log.WaitForAsync(2, $"CorrectionOrchestrator {id}_correction_1: finished");
        var held = (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001"))["corrections"]![0]!;
        Assert.Equal(("held", "addressNotApproved"), (held["state"]!.GetValue<string>(), held["why"]!["code"]!.GetValue<string>()));

        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(
            $"/api/cycles/{id}/addresses/release", new { addresses = new[] { new { entryCode = "E0001", address = "saraban@new.example" } } }));
        await server.Log.WaitForAsync(3, $"CorrectionOrchestrator {id}_correction_1: finished");
        Assert.Contains(server.MailsOf(id), mail => IsOf(mail, "new.example", isCorrection: true));
        Assert.DoesNotContain(server.MailsOf(id), mail => IsOf(mail, "new.example", isCorrection: false));
        Assert.Equal("completed", await server.Client.StateAsync(id));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_does_not_confirm_it_is_reminded_as_of_a_letter_and_telephoned_and_then_it_is_completed(bool cycleIsCompleted)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2);
        foreach (var entry in cycleIsCompleted ? ["E0001", "E0002"] : new[] { "E0002" })
        {
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/{entry}/receipt", new { registerNumber = "1" }));
        }
        await SendAsync(server, id, Request(["E0002"]));
        for (var reminder = 1; reminder <= 2; reminder++)
        {
            server.Time.Advance(TimeSpan.FromHours(73));
            await server.Log.WaitForAsync(1 + reminder, $"CorrectionOrchestrator {id}_correction_1: finished");
            Assert.Equal(reminder, RemindersOf(server, id).Count);
        }
        Assert.All(RemindersOf(server, id), mail => Assert.Equal("saraban-e0002@entrant.example", mail.To.ToString()));
        Assert.Contains("ว๙", RemindersOf(server, id)[0].Subject, StringComparison.Ordinal);
        Assert.Contains("ขอแก้ไข", RemindersOf(server, id)[0].Subject, StringComparison.Ordinal);

        server.Time.Advance(TimeSpan.FromDays(4));
        var calls = (await server.Client.GetJsonAsync($"/api/cycles/{id}/telephone-list")).AsArray();
        Assert.Equal(1, (int)Assert.Single(calls, call => call!["entryCode"]!.GetValue<string>() == "E0002")!["correction"]!);
        Assert.Contains(
            ",1",
            (await server.Client.GetTextAsync($"/api/cycles/{id}/telephone-list.csv")).Split('\n')
                .Single(line => line.StartsWith("E0002", StringComparison.Ordinal)),
            StringComparison.Ordinal);
        await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0002/receipt", new { registerNumber = "9", correction = 1 }));
        server.Time.Advance(TimeSpan.FromMinutes(2));
        await server.Log.WaitForAsync(4, $"CorrectionOrchestrator {id}_correction_1: finished");
        using var late = await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0002/receipt", new { registerNumber = "10", correction = 1 });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.True((await server.Client.GetJsonAsync($"/api/cycles/{id}/trail?check=true"))["isWhole"]!.GetValue<bool>());
        using var report = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/report.pdf"));
        Assert.Contains("หนังสือแก้ไข", string.Concat(report.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_receipts_have_a_time_of_their_own_that_begins_when_it_is_sent()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(
            entries: 2, definition => definition with { Receipts = new ReceiptRules { Reminders = 0, ClosesReceiptsAfterDays = 10 } });
        server.Time.Advance(TimeSpan.FromDays(5));
        await SendAsync(server, id, Request(["E0001", "E0002"]));
        server.Time.Advance(TimeSpan.FromDays(5.5));
        await server.FinishedAsync(id);
        await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/receipt", new { registerNumber = "1", correction = 1 }));
        Assert.Equal("sent", (await server.Client.GetJsonAsync($"/api/cycles/{id}/corrections/1"))["state"]!.GetValue<string>());
        server.Time.Advance(TimeSpan.FromDays(5));
        await server.Log.WaitForAsync(2, $"CorrectionOrchestrator {id}_correction_1: finished");
        Assert.Equal("completed", (await server.Client.GetJsonAsync($"/api/cycles/{id}/corrections/1"))["state"]!.GetValue<string>());
        using var late = await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0002/receipt", new { registerNumber = "2", correction = 1 });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }
}
