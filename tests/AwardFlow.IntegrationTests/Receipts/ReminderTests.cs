using System.Net;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Receipts;

/// <summary>Reminders and completion through the whole product, with a clock that jumps.</summary>
public class ReminderTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_does_not_confirm_is_reminded_twice_and_then_stands_on_the_list_to_telephone_until_the_time_is_over()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentWithPhonesAsync(server);
        using var confirms = Recipient.Of(server, $"{id}_E0001");
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/receipt", new { registerNumber = "1" }));
        await BounceAsync(server, id, "E0002");
        Assert.Equal(["E0002 bounced 0"], await TelephoneListAsync(server, id));

        server.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
        await RemindedAsync(server, id, 1);
        Assert.Equal([$"{id}_E0003_reminder-1.eml", $"{id}_E0004_reminder-1.eml"], RemindersIn(server, id));
        using (var reminded = Recipient.Of(server, $"{id}_E0003_reminder-1"))
        {
            await reminded.SubmitAsync(await reminded.FormValueAsync(), "33", day: "4");
        }
        server.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
        await RemindedAsync(server, id, 2);
        Assert.Equal([$"{id}_E0003_reminder-1.eml", $"{id}_E0004_reminder-1.eml", $"{id}_E0004_reminder-2.eml"], RemindersIn(server, id));
        Assert.Equal(["E0002 bounced 0"], await TelephoneListAsync(server, id));

        server.Time.Advance(TimeSpan.FromDays(4));
        Assert.Equal(["E0002 bounced 0", "E0004 accepted 2"], await TelephoneListAsync(server, id));
        Assert.Equal("sent", await server.Client.StateAsync(id));
        server.Time.Advance(TimeSpan.FromDays(20));
        await server.FinishedAsync(id);
        var cycle = await server.Client.GetJsonAsync($"/api/cycles/{id}");
        Assert.Equal(("completed", 2), ((string)cycle["state"]!, (int)cycle["received"]!));
        Assert.Equal(3, RemindersIn(server, id).Length);
        var csv = await server.Client.GetTextAsync($"/api/cycles/{id}/telephone-list.csv");
        Assert.Contains(
            "E0004,เทศบาลตำบลที่ E0004,นายกเทศมนตรีตำบลที่ E0004,0 7321 0004,saraban-e0004@entrant.example,accepted,2,2021-10-", csv, StringComparison.Ordinal);
        Assert.Contains("E0002,เทศบาลตำบลที่ E0002,นายกเทศมนตรีตำบลที่ E0002,,saraban-e0002@entrant.example,bounced,0,2021-10-", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_that_jumps_far_ahead_brings_one_reminder_and_one_that_goes_back_brings_none()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 1);
        server.Time.Advance(TimeSpan.FromDays(25));
        await RemindedAsync(server, id, 1);
        // Not yet: it counts from the reminder that went out late.
        server.Time.Advance(TimeSpan.FromDays(2));
        await using (var again = await LocalServer.StartAsync(embedded))
        {
            // A second machine whose clock is weeks behind.
            await again.Log.WaitForAsync("FollowUpReceipts of ", id, "Next = Wait");
            Assert.Empty(RemindersIn(again, id));
        }
        Assert.Equal([$"{id}_E0001_reminder-1.eml"], RemindersIn(server, id));
        server.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(1));
        await RemindedAsync(server, id, 2);
        Assert.Equal([$"{id}_E0001_reminder-1.eml", $"{id}_E0001_reminder-2.eml"], RemindersIn(server, id));
    }

    [Fact]
    public async Task After_a_restart_the_dues_go_on_where_they_were()
    {
        string id;
        await using (var first = await LocalServer.StartAsync(embedded))
        {
            id = await first.SendCycleAsync(entries: 2);
            first.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
            await RemindedAsync(first, id, 1);
            Assert.Equal(2, RemindersIn(first, id).Length);
        }
        await using var second = await LocalServer.StartAsync(embedded);
        second.Time.SetUtcNow(TestCycle.ClosesAt.AddDays(-7).AddDays(4));
        await second.Log.WaitForAsync("FollowUpReceipts of ", id, "Next = Wait");
        Assert.Empty(RemindersIn(second, id));
        second.Time.SetUtcNow(TestCycle.ClosesAt.AddDays(-7).AddDays(6.2));
        await RemindedAsync(second, id, 1);
        Assert.Equal([$"{id}_E0001_reminder-2.eml", $"{id}_E0002_reminder-2.eml"], RemindersIn(second, id));
        second.Time.SetUtcNow(TestCycle.ClosesAt.AddDays(-7).AddDays(30));
        await second.FinishedAsync(id);
        Assert.Equal(2, RemindersIn(second, id).Length);
    }

    [Fact]
    public async Task A_letter_that_is_sent_again_while_receipts_come_in_goes_out_and_has_dues_of_its_own()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2, definition => definition with { Receipts = new ReceiptRules { Reminders = 1 } });
        server.Time.Advance(TimeSpan.FromDays(2));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "lost" }));
        await server.ResentAsync(id, "E0001");
        server.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(1));
        await RemindedAsync(server, id, 1);
        Assert.Equal([$"{id}_E0002_reminder-1.eml"], RemindersIn(server, id));
        server.Time.Advance(TimeSpan.FromDays(2));
        await RemindedAsync(server, id, 2);
        Assert.Equal([$"{id}_E0001_2_reminder-1.eml", $"{id}_E0002_reminder-1.eml"], RemindersIn(server, id));
    }

    [Fact]
    public async Task A_reminder_that_comes_back_is_the_last_one()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 1);
        server.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
        await RemindedAsync(server, id, 1);
        var ledger = server.Services.GetRequiredService<DeliveryLedger>();
        await foreach (var reminder in ledger.RemindersAsync(CycleId.Parse(id), EntryCode.Parse("E0001"), EntryCode.Parse("E0001"), Cancelled))
        {
            await ledger.ApplyAsync(
                new ProviderEvent(
                    "e1", CycleId.Parse(id), EntryCode.Parse("E0001"), reminder.Id, DeliveryState.Bounced,
                    server.Time.GetUtcNow(), DeliveryCause.SendGrid("bounce", words: "552 mailbox full"), "m1"),
                Cancelled);
        }
        server.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
        await server.Log.WaitForAsync(2, "RemindPage of ", id);
        Assert.Single(RemindersIn(server, id));
        Assert.Equal(["E0001 accepted 2"], await TelephoneListAsync(server, id));
        var list = await server.Client.GetJsonAsync($"/api/cycles/{id}/telephone-list");
        Assert.Equal("Reminder 1 came back. 552 mailbox full", (string)list[0]!["detail"]!);
    }

    [Fact]
    public async Task A_person_decides_about_a_held_reminder_that_it_was_sent_or_that_it_goes_again()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 3);
        server.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(1));
        await RemindedAsync(server, id, 1);
        await HoldReminderAsync(server, id, "E0001");
        await HoldReminderAsync(server, id, "E0002");
        var held = (await server.Client.GetJsonAsync($"/api/cycles/{id}/reminders?state=held")).AsArray();
        Assert.Equal(["E0001 1 held", "E0002 1 held"], held.Select(row => $"{row!["entryCode"]} {row["reminder"]} {row["state"]}"));

        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync(server, id, "E0003", "settle")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await DecideAsync(server, id, "E0003", "resend")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await DecideAsync(server, id, "E0001", "settle", reminder: 2)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await DecideAsync(server, id, "E0001", "settle", reason: " ")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DecideAsync(server, id, "E0001", "settle")).StatusCode);
        File.Delete(Path.Combine(server.Outbox, $"{id}_E0002_reminder-1.eml"));
        Assert.Equal(HttpStatusCode.Accepted, (await DecideAsync(server, id, "E0002", "resend")).StatusCode);
        await RemindedAsync(server, id, 2);

        Assert.Equal([$"{id}_E0001_reminder-1.eml", $"{id}_E0002_reminder-1.eml", $"{id}_E0003_reminder-1.eml"], RemindersIn(server, id));
        var reminders = (await server.Client.GetJsonAsync($"/api/cycles/{id}/reminders")).AsArray();
        Assert.Equal(
            ["E0001 accepted false", "E0002 accepted true", "E0003 accepted false"],
            reminders.Select(row => $"{row!["entryCode"]} {row["state"]} {row["possibleDuplicate"]!.ToJsonString()}"));
        var journal = (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001"))["journal"]!.AsArray()[^1]!;
        Assert.Equal(("settled as sent: looked it up", 1, "local"), ((string)journal["cause"]!, (int)journal["reminder"]!, (string)journal["by"]!));
        Assert.Equal("accepted", (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001"))["state"]!);
    }

    private static Task<HttpResponseMessage> DecideAsync(
        LocalServer server, string id, string entry, string decision, int reminder = 1, string reason = "looked it up") =>
        server.Client.PostAsync($"/api/cycles/{id}/deliveries/{entry}/{decision}", new { reason, reminder });

    // As it is where a mail service cannot say what became of it, which the outbox always can.
    private static async Task HoldReminderAsync(LocalServer server, string id, string entry)
    {
        var ledger = server.Services.GetRequiredService<DeliveryLedger>();
        var row = (await ledger.FindReminderAsync(CycleId.Parse(id), EntryCode.Parse(entry), 1, Cancelled))!;
        Assert.NotNull(await ledger.TryMoveAsync(
            row, row with { State = DeliveryState.Held, AcceptedAt = null, Why = DeliveryCause.HeldUnsure }, DeliveryCause.HeldUnsure, by: null, Cancelled));
    }

    private static async Task RemindedAsync(LocalServer server, string id, int nth)
    {
        await server.Log.WaitForAsync(nth, "RemindPage of ", id, "LookAgainAt =");
        await server.Log.WaitForAsync(nth, "FollowUpReceipts of ", id, "Next = Remind");
    }

    // Cycles of other tests go on too, since they share the storage.
    private static string[] RemindersIn(LocalServer server, string id) => !Directory.Exists(server.Outbox) ? [] :
        [.. Directory.GetFiles(server.Outbox, $"{id}_*_reminder-*.eml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static async Task<string[]> TelephoneListAsync(LocalServer server, string id) =>
        [.. (await server.Client.GetJsonAsync($"/api/cycles/{id}/telephone-list")).AsArray()
            .Select(call => $"{call!["entryCode"]} {call["state"]} {call["reminders"]}")];

    private static async Task BounceAsync(LocalServer server, string id, string entry)
    {
        var ledger = server.Services.GetRequiredService<DeliveryLedger>();
        var row = (await ledger.FindAsync(CycleId.Parse(id), EntryCode.Parse(entry), Cancelled))!;
        await ledger.ApplyAsync(
            new ProviderEvent(
                "b1", CycleId.Parse(id), EntryCode.Parse(entry), row.Id, DeliveryState.Bounced,
                server.Time.GetUtcNow(), DeliveryCause.SendGrid("bounce", words: "550"), "m1"),
            Cancelled);
    }

    private static async Task<string> SentWithPhonesAsync(LocalServer server)
    {
        var codes = TestSheets.Codes(4);
        var id = await server.OpenCycleAsync(4, definition => definition with { Approval = Approval.None });
        var sheet = string.Join('\n', codes.Select(TestCycle.Entry)
            .Select(entry => $"{entry.Code},{entry.Project},{entry.Organisation},{entry.Addressee},{entry.SarabanEmail},{entry.Province},{(entry.Code == EntryCode.Parse("E0002") ? "" : $"0 7321 {entry.Code.Text[1..]}")}")
            .Prepend("entry_code,project,organisation,addressee,saraban_email,province,โทรศัพท์"));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", Encoding.UTF8.GetBytes(sheet)));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.SentAsync(id);
        return id;
    }
}
