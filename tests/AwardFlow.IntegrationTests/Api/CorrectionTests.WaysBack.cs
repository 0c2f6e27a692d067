using System.Net;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>A correction is sent back, called off, paused, or taken up again.</summary>
public partial class CorrectionTests
{
    [Fact]
    public async Task Sent_back_or_cancelled_it_is_over_and_its_number_is_free_again()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await SentCycleAsync(server, entries: 1);
        await MakeAsync(server, id, Request(["E0001"]));
        var seen = await StateAsync(server, id, "AwaitingApproval");
        using (var without = await server.Client.PostAsync($"/api/cycles/{id}/corrections/1/sendBack", new { reason = " " }))
        {
            Assert.Equal(HttpStatusCode.BadRequest, without.StatusCode);
        }
        var back = await AwardFlowClient.JsonAsync(
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/corrections/1/sendBack", new { reason = "เลขที่ผิด" })));
        Assert.Equal(
            ("sentBack", "wichai", "เลขที่ผิด"),
            (back["state"]!.GetValue<string>(), back["sentBack"]!["by"]!.GetValue<string>(), back["sentBack"]!["reason"]!.GetValue<string>()));
        using (var late = await ApproveAsync(server, id, seen))
        {
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        }
        Assert.Equal(2, (await MakeAsync(server, id, Request(["E0001"])))["number"]!.GetValue<int>());
        await StateAsync(server, id, "AwaitingApproval", number: 2);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/corrections/2/cancel", new { reason = "ไม่ต้องแก้" }));
        await server.Log.WaitForAsync($"CorrectionOrchestrator {id}_correction_2: finished");
        Assert.Single(server.MailsOf(id));
        using var again = await server.Client.PostAsync($"/api/cycles/{id}/corrections/2/sendBack", new { reason = "ผิด" });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
    }

    [Fact]
    public async Task A_letter_of_it_is_sent_again_and_a_page_of_it_that_was_cut_off_goes_on_with_the_sweep()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2);
        await SendAsync(server, id, Request(["E0001", "E0002"]));
        await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0002/resend", new { reason = "ไม่ถึง", correction = 1 }));
        await server.Log.WaitForAsync(2, $"CorrectionOrchestrator {id}_correction_1: finished");
        Assert.Equal(
            [1, 2],
            (await server.Client.GetJsonAsync($"/api/cycles/{id}/corrections/1"))["letters"]!.AsArray()
                .Select(letter => letter!["delivery"]!["sending"]!.GetValue<int>()));
        Assert.Equal(
            (5, "accepted"),
            (server.MailsOf(id).Length, (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0002"))["state"]!.GetValue<string>()));

        // Asked for, and cut off before the flow was told.
        var (corrections, cycles, ledger) = (
            server.Services.GetRequiredService<CorrectionStore>(), CycleId.Parse(id), server.Services.GetRequiredService<DeliveryLedger>());
        var row = (await ledger.FindAsync(cycles, EntryCode.Parse("E0001"), letter: 2, Cancelled))!;
        var correction = await corrections.GetAsync(cycles, 1, Cancelled);
        Assert.NotNull(await ledger.TryChangeAsync(
            row, row with { Status = new MailStatus { Sending = 2 }, Claim = new MailClaim() }, DeliveryCause.SentAgain("lost"), Actor.Local, Cancelled,
            RowChange.Replace(correction with { State = CorrectionState.Sending })));
        server.Time.Advance(TimeSpan.FromMinutes(2));
        await server.Log.WaitForAsync(3, $"CorrectionOrchestrator {id}_correction_1: finished");
        Assert.Equal(6, server.MailsOf(id).Length);
    }

    [Fact]
    public async Task Paused_nothing_of_it_goes_and_resumed_it_does()
    {
        await using var server = await LocalServer.StartAsync(embedded, [.. AwardFlowClient.Keys]);
        var id = await SentCycleAsync(server, entries: 1);
        await MakeAsync(server, id, Request(["E0001"]));
        var seen = await StateAsync(server, id, "AwaitingApproval");
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/pause", new { reason = "รอ" }));
        await AwardFlowClient.SucceedAsync(await ApproveAsync(server, id, seen));
        await server.Log.WaitForAsync($"CorrectLetters of CorrectionRef {{ CycleId = {id}, Number = 1", "LookAgainAt = 1");
        Assert.Single(server.MailsOf(id));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/resume"));
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(20), () => Task.FromResult(server.MailsOf(id).Length == 2));
    }
}
