using System.Globalization;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Crashes;

/// <summary>
/// Cycles on one machine whose process is killed (SIGKILL) at random moments, again and again, until they are sent: eight kills
/// where the mail service can be asked and eight where it cannot. AWARDFLOW_KILLS=500 makes a thousand, AWARDFLOW_CRASH_SEED other moments.
/// </summary>
public class CrashHarness
{
    private const int CyclesAtOnce = 3;
    private const int Entries = 60;
    private const int LongestLife = 60;

    private static readonly int Kills = Number("AWARDFLOW_KILLS", 8);
    private static readonly int Seed = Number("AWARDFLOW_CRASH_SEED", 2564);

    [Fact]
    public async Task Where_the_provider_can_be_asked_nothing_is_lost_and_nothing_doubled() => Assert.Equal(0, (await RunAsync(hasActivity: true)).Doubled);

    [Fact]
    public async Task Where_it_cannot_nothing_is_lost_and_every_possible_duplicate_is_marked()
    {
        var (doubled, marked) = await RunAsync(hasActivity: false);
        Assert.InRange(doubled, 0, marked);
        Assert.True(marked > 0, "No kill left a mail in doubt: the moments are too tame.");
    }

    private static async Task<(int Doubled, int Marked)> RunAsync(bool hasActivity)
    {
        await using var world = await SendingWorld.OnOneMachineAsync();
        world.SendGrid.HasActivity = hasActivity;
        var random = new Random(Seed);
        var codes = TestSheets.Codes(Entries);
        var (cycles, kills, doubled, marked) = (0, 0, 0, 0);
        while (kills < Kills)
        {
            string[] ids = [.. Enumerable.Range(cycles, CyclesAtOnce).Select(i => string.Create(CultureInfo.InvariantCulture, $"crash-{i}"))];
            cycles += ids.Length;
            kills += await RunAsync(world, ids, codes, random);
            await using var after = world.Serve();
            using var client = AwardFlowClient.OfBothRoles(await after.AddressAsync());
            foreach (var id in ids)
            {
                doubled += await world.NothingLostAsync(client, id, codes);
                marked += (await client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray().Count(row => (bool)row!["possibleDuplicate"]!);
            }
        }
        TestContext.Current.SendDiagnosticMessage($"{cycles} cycles of {Entries} entries, {kills} kills, {doubled} doubled, {marked} marked");
        return (doubled, marked);
    }

    // Starts the process until the cycles are sent, killing it each time at some request to the provider or some line of its log.
    private static async Task<int> RunAsync(SendingWorld world, string[] ids, string[] codes, Random random)
    {
        for (var kills = 0; ; kills++)
        {
            var process = world.Serve();
            await using (process)
            {
                var after = random.Next(1, LongestLife);
                var killed = random.Next(3) == 0 ? Kill.AtLine(world, process, after) : Kill.AtRequest(world, process, after, taken: random.Next(2) == 0);
                using var client = AwardFlowClient.OfBothRoles(await process.AddressAsync());
                if (kills == 0)
                {
                    foreach (var id in ids)
                    {
                        await SendingWorld.OpenCycleAsync(client, id, codes);
                        await AwardFlowClient.SucceedAsync(await client.PostAsync($"/api/cycles/{id}/close"));
                    }
                }
                killed.Arm();
                var finished = Task.WhenAll(ids.Select(id => FinishedAsync(client, process, id)));
                if (await Task.WhenAny(finished, process.EndedAsync()) == finished && finished.IsCompletedSuccessfully)
                {
                    killed.Disarm();
                    return kills;
                }
            }
        }
    }

    private static async Task FinishedAsync(AwardFlowClient client, LocalProcess process, string id)
    {
        if (await client.StateAsync(id) != "sent")
        {
            await process.Output.WaitForAsync($"FinishSending of CycleRef {{ CycleId = {id} }}: True");
        }
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
