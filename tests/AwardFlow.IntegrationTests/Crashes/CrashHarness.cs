using System.Globalization;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Crashes;

/// <summary>
/// Cycles of 100 entries whose process is killed (SIGKILL) at random moments, again and again, until they complete. Five of
/// them; AWARDFLOW_CRASH_CYCLES=200 runs more, AWARDFLOW_CRASH_SEED other moments.
/// </summary>
public class CrashHarness
{
    private const int CyclesAtOnce = 5;
    private const int Entries = 100;

    private static readonly int Cycles = Number("AWARDFLOW_CRASH_CYCLES", 5);
    private static readonly int Seed = Number("AWARDFLOW_CRASH_SEED", 2564);

    [Fact]
    public async Task Where_the_provider_can_be_asked_nothing_is_lost_and_nothing_doubled()
    {
        var (kills, doubled, marked) = await RunAsync(hasActivity: true);
        Assert.Equal((0, 0), (doubled, marked));
        Assert.True(kills >= Cycles, $"only {kills} kills");
    }

    [Fact]
    public async Task Where_it_cannot_nothing_is_lost_and_every_possible_duplicate_is_marked()
    {
        var (kills, doubled, marked) = await RunAsync(hasActivity: false);
        Assert.InRange(doubled, 1, marked);
        Assert.True(kills >= Cycles, $"only {kills} kills");
    }

    private static async Task<(int Kills, int Doubled, int Marked)> RunAsync(bool hasActivity)
    {
        await using var world = await SendingWorld.StartAsync();
        world.SendGrid.HasActivity = hasActivity;
        var random = new Random(Seed);
        var codes = TestSheets.Codes(Entries);
        var (kills, doubled, marked) = (0, 0, 0);
        for (var first = 0; first < Cycles; first += CyclesAtOnce)
        {
            string[] ids = [.. Enumerable.Range(first, Math.Min(CyclesAtOnce, Cycles - first)).Select(i => string.Create(CultureInfo.InvariantCulture, $"crash-{i}"))];
            kills += await RunAsync(world, ids, codes, random);
            await using var after = world.Serve();
            using var client = new AwardFlowClient(await after.AddressAsync());
            foreach (var id in ids)
            {
                doubled += await world.NothingLostAsync(client, id, codes);
                marked += (await client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray().Count(row => (bool)row!["possibleDuplicate"]!);
            }
        }
        TestContext.Current.SendDiagnosticMessage($"{Cycles} cycles of {Entries} entries, {kills} kills, {doubled} doubled, {marked} marked");
        return (kills, doubled, marked);
    }

    // Starts the process until the cycles are sent, killing it each time at some request to the provider or some line of its log.
    private static async Task<int> RunAsync(SendingWorld world, string[] ids, string[] codes, Random random)
    {
        for (var kills = 0; ; kills++)
        {
            var process = world.Serve();
            await using (process)
            {
                var after = random.Next(1, 120);
                var killed = random.Next(3) == 0 ? Kill.AtLine(world, process, after) : Kill.AtRequest(world, process, after, taken: random.Next(2) == 0);
                using var client = new AwardFlowClient(await process.AddressAsync());
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
