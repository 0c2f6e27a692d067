using System.Collections.Concurrent;
using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Extensions.Logging.Abstractions;

namespace AwardFlow.IntegrationTests.Crashes;

/// <summary>
/// Cycles whose reminders are due, and whose process is killed (SIGKILL) at random moments while they go out, again and
/// again, while receipts come in. AWARDFLOW_CRASH_SEED gives other moments.
/// </summary>
public class ReminderCrashTests
{
    private const int Entries = 100;
    private const int PageSize = 50;

    // Requests between one start and the next kill: few enough that the reminders take several.
    private const int MostBetween = 30;

    private static readonly string[] Ids = ["remind-0"];
    private static readonly string[] Codes = TestSheets.Codes(Entries);

    // Some confirm before the reminders are due, and the last ones of each page while its first are being handed over.
    private static readonly string[] ConfirmedBefore = [.. Codes.Where((_, i) => i % PageSize is > 0 and < 5)];
    private static readonly string[] ConfirmedMeanwhile = [.. Codes.Where((_, i) => i % PageSize >= PageSize - 2)];
    private static readonly string[] Open = [.. Codes.Except(ConfirmedBefore, StringComparer.Ordinal).Except(ConfirmedMeanwhile, StringComparer.Ordinal)];

    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("AWARDFLOW_CRASH_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 2564;

    [Fact]
    public async Task Where_the_provider_can_be_asked_each_open_entry_is_reminded_exactly_once_and_nobody_else_is()
    {
        await using var world = await SendingWorld.StartAsync();
        var kills = await RemindAsync(world);
        var spared = 0;
        foreach (var id in Ids)
        {
            var reminders = await RemindersAsync(world, id);
            // What a kill left in doubt is marked: the provider may not have seen it yet when it was asked.
            Assert.All(Open, code => Assert.Equal((DeliveryState.Accepted, 1), (reminders[code].State, Mails(world, reminders[code]))));
            Assert.Contains(Open, code => !reminders[code].PossibleDuplicate);
            spared += NobodyElse(world, id, reminders);
        }
        Assert.True(kills > 2 && spared > 0, $"only {kills} kills, {spared} receipts just in time");
        TestContext.Current.SendDiagnosticMessage($"{Ids.Length} cycles of {Entries} entries, {kills} kills, {spared} receipts just in time");
    }

    [Fact]
    public async Task Where_it_cannot_nobody_is_reminded_twice_and_what_is_in_doubt_is_held_until_a_person_decides()
    {
        await using var world = await SendingWorld.StartAsync();
        world.SendGrid.HasActivity = false;
        var kills = await RemindAsync(world);
        var (held, spared) = (0, 0);
        await using var process = world.Serve();
        using var client = AwardFlowClient.OfBothRoles(await process.AddressAsync());
        foreach (var id in Ids)
        {
            var reminders = await RemindersAsync(world, id);
            Assert.All(Open, code => Assert.True(
                Fate(world, reminders[code]) is (_, DeliveryState.Accepted, false, 1) or (_, DeliveryState.Held, false, <= 1),
                $"{Fate(world, reminders[code])}"));
            spared += NobodyElse(world, id, reminders);
            held += await DecideAsync(world, process, client, id, reminders);
        }
        Assert.True(kills > 2 && spared > 0, $"only {kills} kills, {spared} receipts just in time");
        Assert.InRange(held, 1, 100);
        TestContext.Current.SendDiagnosticMessage($"{Ids.Length} cycles of {Entries} entries, {kills} kills, {held} held, {spared} receipts just in time");
    }

    private static async Task<int> RemindAsync(SendingWorld world)
    {
        await SendAsync(world);
        // No reminder is cut off twice: after that it would rightly wait for a person.
        var met = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        world.SendGrid.Spares = delivery => !met.TryAdd(delivery, true);
        var random = new Random(Seed);
        var kills = 0;
        // What the provider holds must not time out before the receipts are in.
        await using (var process = world.Serve(settings: ("Mail__Timeout", "00:00:20")))
        {
            await ConfirmInTheMiddleAsync(world, process);
            var kill = Kill.AtRequest(world, process, random.Next(1, MostBetween + 1), taken: random.Next(2) == 0);
            kill.Arm();
            world.SendGrid.Slowness.SetResult();
            if (await EndsAsync(process, kill))
            {
                return kills;
            }
        }
        while (true)
        {
            kills++;
            await using var process = world.Serve();
            var kill = Kill.AtRequest(world, process, random.Next(1, MostBetween + 1), taken: random.Next(2) == 0);
            kill.Arm();
            if (await EndsAsync(process, kill))
            {
                return kills;
            }
        }
    }

    private static async Task SendAsync(SendingWorld world)
    {
        await using (var process = world.Serve())
        {
            using var client = AwardFlowClient.OfBothRoles(await process.AddressAsync());
            foreach (var id in Ids)
            {
                await SendingWorld.OpenCycleAsync(client, id, Codes);
                await AwardFlowClient.SucceedAsync(await client.PostAsync($"/api/cycles/{id}/close"));
            }
            foreach (var id in Ids)
            {
                await process.Output.WaitForAsync($"FinishSending of CycleRef {{ CycleId = {id} }}: True");
                await ConfirmAsync(client, id, ConfirmedBefore);
            }
        }
        foreach (var id in Ids)
        {
            await world.LetDaysPassAsync(id, days: 4);
        }
    }

    // The provider holds the first reminders until the receipts are in.
    private static async Task ConfirmInTheMiddleAsync(SendingWorld world, LocalProcess process)
    {
        var middle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.SendGrid.Slowness = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        world.SendGrid.Meets = _ =>
        {
            middle.TrySetResult();
            return SendGridServer.Manner.Takes;
        };
        using var client = AwardFlowClient.OfBothRoles(await process.AddressAsync());
        await middle.Task;
        await Task.WhenAll(Ids.Select(id => ConfirmAsync(client, id, ConfirmedMeanwhile)));
    }

    // Whether the reminders are done; otherwise the process was killed.
    private static async Task<bool> EndsAsync(LocalProcess process, Kill kill)
    {
        var finished = Task.WhenAll(Ids.Select(id => process.Output.WaitForAsync($"FollowUpReceipts of CycleRef {{ CycleId = {id} }}", "Next = Wait")));
        if (await Task.WhenAny(finished, process.EndedAsync()) != finished)
        {
            return false;
        }
        await finished;
        kill.Disarm();
        return true;
    }

    private static async Task ConfirmAsync(AwardFlowClient client, string id, string[] codes)
    {
        foreach (var code in codes)
        {
            await AwardFlowClient.SucceedAsync(await client.PostAsync($"/api/cycles/{id}/deliveries/{code}/receipt", new { registerNumber = "1" }));
        }
    }

    // As an officer would who looks into the provider's own pages: what is there was sent, what is not goes again.
    private static async Task<int> DecideAsync(
        SendingWorld world, LocalProcess process, AwardFlowClient client, string id, Dictionary<string, LetterDelivery> reminders)
    {
        var held = (await client.GetJsonAsync($"/api/cycles/{id}/reminders?state=held")).AsArray()
            .Select(row => row!["entryCode"]!.GetValue<string>()).ToList();
        Assert.Equal(reminders.Values.Where(row => row.State == DeliveryState.Held).Select(row => row.EntryCode.Text), held);
        foreach (var code in held)
        {
            var decision = Mails(world, reminders[code]) == 1 ? "settle" : "resend";
            await AwardFlowClient.SucceedAsync(
                await client.PostAsync($"/api/cycles/{id}/deliveries/{code}/{decision}", new { reason = "looked it up", reminder = 1 }));
        }
        for (var looks = 1; (await client.GetJsonAsync($"/api/cycles/{id}/reminders?state=pending,claimed")).AsArray().Count > 0; looks++)
        {
            await process.Output.WaitForAsync(looks, $"FollowUpReceipts of CycleRef {{ CycleId = {id} }}", "Next = Wait");
        }
        var after = await RemindersAsync(world, id);
        Assert.All(Open, code => Assert.Equal((code, DeliveryState.Accepted, 1), (code, after[code].State, Mails(world, after[code]))));
        return held.Count;
    }

    // Says how many receipts came after their reminder was entered and before it went out.
    private static int NobodyElse(SendingWorld world, string id, Dictionary<string, LetterDelivery> reminders)
    {
        var spared = reminders.Values.Where(row => !Open.Contains(row.EntryCode.Text, StringComparer.Ordinal)).ToList();
        Assert.All(spared, row => Assert.Equal((DeliveryState.Received, false, 0), (row.State, row.PossibleDuplicate, Mails(world, row))));
        Assert.Empty(spared.Select(row => row.EntryCode.Text).Except(ConfirmedMeanwhile, StringComparer.Ordinal));
        // Nothing went but the letters and these.
        Assert.Equal(Entries + reminders.Values.Sum(row => Mails(world, row)), world.SendGrid.Taken.Count(mail => mail.Cycle == id));
        return spared.Count;
    }

    private static (string Entry, DeliveryState State, bool PossibleDuplicate, int Mails) Fate(SendingWorld world, LetterDelivery reminder) =>
        (reminder.EntryCode.Text, reminder.State, reminder.PossibleDuplicate, Mails(world, reminder));

    private static int Mails(SendingWorld world, LetterDelivery reminder) => world.SendGrid.Taken.Count(mail => mail.Delivery == reminder.Id);

    // One a letter: a second one for the same due would be a row of its own.
    private static async Task<Dictionary<string, LetterDelivery>> RemindersAsync(SendingWorld world, string id) =>
        await new DeliveryLedger(world.Storage, TimeProvider.System, NullLogger<DeliveryLedger>.Instance)
            .RemindersAsync(CycleId.Parse(id), EntryCode.Parse(Codes[0]), EntryCode.Parse(Codes[^1]), TestContext.Current.CancellationToken)
            .ToDictionaryAsync(row => row.EntryCode.Text, StringComparer.Ordinal, TestContext.Current.CancellationToken);
}
