using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Extensions.DependencyInjection;
using static AwardFlow.TestKit.SendGridServer;

namespace AwardFlow.IntegrationTests.Delivery;

/// <summary>A letter that a person has sent again goes out, whenever that is asked for and wherever it is cut off.</summary>
public class ResendTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_goes_out_although_its_page_is_being_mailed_at_that_moment()
    {
        await using var provider = await SendGridServer.StartAsync();
        await using var server = await LocalServer.StartAsync(
            embedded, ("Mail:Transport", "sendgrid"), ("SendGrid:ApiKey", ApiKey), ("SendGrid:BaseUrl", provider.Address.ToString()),
            ("Receipts:Key", "a-key-of-thirty-two-characters-!"), ("Receipts:BaseUrl", "https://award.example"), ("Approval:UndoSeconds", "0"));
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        provider.Meets = n =>
        {
            if (n == 2)
            {
                provider.Slowness = second;
                asked.SetResult();
            }
            return n == 1 ? Manner.Refuses400 : Manner.Takes;
        };
        var id = await server.OpenCycleAsync(entries: 3);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await server.Client.ApproveAsync(id);

        await asked.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancelled);
        Assert.Equal("dropped", await StateAsync(server, id));
        await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "the account was blocked" }));
        second.SetResult();
        // The page may find it being handed over, and then looks again when that must be done.
        await server.AdvanceUntilAsync(TimeSpan.FromSeconds(5), async () => await server.Client.StateAsync(id) == "sent");
        Assert.Equal("accepted", await StateAsync(server, id));
        Assert.Equal(["E0001", "E0002", "E0003"], provider.Taken.Select(mail => mail.Entry).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_goes_out_although_whoever_asked_was_cut_off_before_the_flow_was_told()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2);
        var ledger = server.Services.GetRequiredService<DeliveryLedger>();
        var row = (await ledger.FindAsync(CycleId.Parse(id), EntryCode.Parse("E0001"), Cancelled))!;
        Assert.NotNull(await ledger.TryMoveAsync(
            row,
            row with { State = DeliveryState.Pending, Sending = 2, Attempts = 0, ClaimedAt = null, LastClaimedAt = null, AcceptedAt = null },
            DeliveryCause.SentAgain("lost"),
            "somebody",
            Cancelled));
        server.Time.Advance(TimeSpan.FromDays(1));
        await server.SentAsync(id, nth: 2);
        Assert.Equal(("accepted", 3), (await StateAsync(server, id), server.MailsOf(id).Length));
    }

    private static async Task<string> StateAsync(LocalServer server, string id) =>
        (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001"))["state"]!;
}
