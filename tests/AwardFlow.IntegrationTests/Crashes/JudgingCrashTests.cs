using System.Collections.Concurrent;
using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Judging;
using AwardFlow.IntegrationTests.Running;

namespace AwardFlow.IntegrationTests.Crashes;

/// <summary>
/// The process is killed (SIGKILL) while judges save, submit and take back: what was answered is there. Two kills;
/// AWARDFLOW_KILLS=100 makes a hundred.
/// </summary>
public sealed class JudgingCrashTests : IDisposable
{
    private const int Judges = 6;
    private const int Entries = 10;
    private const string Id = "judging-crash";

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("AWARDFLOW_KILLS"), CultureInfo.InvariantCulture, out var kills)
        ? kills
        : 2;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_while_judges_save_nothing_that_was_answered_is_lost_or_stands_elsewhere()
    {
        var random = new Random(2564);
        var answered = new ConcurrentDictionary<(int Judge, string Entry), int>();
        var sent = new ConcurrentDictionary<(int Judge, string Entry), int>();
        string[] tokens = [];
        for (var kill = 0; kill <= Kills; kill++)
        {
            await using var process = LocalProcess.Serve(_folder.Of("data"));
            var address = await process.AddressAsync();
            if (tokens.Length == 0)
            {
                tokens = await OpenAsync(address);
            }
            await NothingLostAsync(address, tokens, answered, sent);
            await SubmissionsWholeAsync(address, tokens);
            if (kill == Kills)
            {
                break;
            }
            var left = random.Next(20, 120);
            await Task.WhenAll(tokens.Select((token, judge) => Task.Run(
                () => SaveAsync(address, token, judge, answered, sent, () => Interlocked.Decrement(ref left) == 0, process), Cancelled)));
            await process.EndedAsync();
        }
        Assert.NotEmpty(answered);
    }

    private static async Task<string[]> OpenAsync(string address)
    {
        using var client = new AwardFlowClient(address);
        var definition = TestCycle.Definition with
        {
            Id = CycleId.Parse(Id),
            ClosesAt = DateTimeOffset.UtcNow.AddDays(1),
            Judges = [.. Enumerable.Range(0, Judges).Select(judge => new Judge(JudgeName.Parse($"กรรมการ {judge}")))],
        };
        await AwardFlowClient.SucceedAsync(await client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await client.UploadAsync(Id, "entries", TestSheets.Entries(TestSheets.Codes(Entries))));
        using var links = await client.PostAsync($"/api/cycles/{Id}/judging/links");
        return [.. (await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(links)))["links"]!.AsArray()
            .Select(link => link!["url"]!.GetValue<string>().Split('#')[1])];
    }

    // Saves round and round until the process is killed. Each save has a number of its own in it: criterion A's points count up in quarters.
    private static async Task SaveAsync(
        string address, string token, int judge, ConcurrentDictionary<(int, string), int> answered,
        ConcurrentDictionary<(int, string), int> sent, Func<bool> isLast, LocalProcess process)
    {
        using var client = new JudgeClient(address, token);
        try
        {
            for (var i = 0; ; i++)
            {
                var entry = TestSheets.Codes(Entries)[i % Entries];
                var number = sent.AddOrUpdate((judge, entry), 1, (_, before) => before + 1);
                await client.SaveAsync(entry, Points(number), Points(judge), null);
                answered[(judge, entry)] = number;
                if (i % 3 == 2)
                {
                    await SubmitAsync(client);
                }
                if (isLast())
                {
                    process.Kill();
                }
            }
        }
        catch (HttpRequestException)
        {
            // It was killed.
        }
    }

    // Submitted, and taken back, so that the next can be saved: an upload each.
    private static async Task SubmitAsync(JudgeClient client)
    {
        using var asked = await client.SubmitAsync();
        using var submitted = asked.IsSuccessStatusCode
            ? null
            : await client.SubmitAsync((await AwardFlowClient.JsonAsync(asked))["confirm"]?.GetValue<string>());
        await AwardFlowClient.SucceedAsync(submitted ?? asked);
        using var back = await client.SendAsync(HttpMethod.Delete, "/api/judge/submit");
        await AwardFlowClient.SucceedAsync(back);
    }

    // What a judge submitted last counts whole, or nothing does: never half of it, and never two of one judge.
    private static async Task SubmissionsWholeAsync(string address, string[] tokens)
    {
        using var office = new AwardFlowClient(address);
        var history = (await office.GetJsonAsync($"/api/cycles/{Id}/uploads")).AsArray();
        Assert.Equal(Enumerable.Range(1, history.Count), history.Select(upload => upload!["number"]!.GetValue<int>()));
        var counting = history.Where(upload => upload!["source"]?.GetValue<string>() == "page" && upload["kind"]!.GetValue<string>() == "scores"
            && upload["undoneBy"] is null && upload["replacedBy"] is null)
            .ToList();
        Assert.Equal(counting.Count, counting.Select(upload => upload!["judges"]![0]!.GetValue<string>()).Distinct().Count());
        foreach (var token in tokens)
        {
            using var client = new JudgeClient(address, token);
            var isSubmitted = (await client.SheetAsync())["state"]!.GetValue<string>() == "submitted";
            Assert.Equal(isSubmitted, counting.Exists(upload => upload!["judges"]![0]!.GetValue<string>() == $"กรรมการ {Array.IndexOf(tokens, token)}"));
            if (isSubmitted)
            {
                using var back = await client.SendAsync(HttpMethod.Delete, "/api/judge/submit");
                await AwardFlowClient.SucceedAsync(back);
            }
        }
    }

    private static async Task NothingLostAsync(
        string address, string[] tokens, ConcurrentDictionary<(int Judge, string Entry), int> answered, ConcurrentDictionary<(int, string), int> sent)
    {
        foreach (var ((judge, entry), number) in answered)
        {
            using var client = new JudgeClient(address, tokens[judge]);
            var scores = (await client.EntryAsync(entry))["scores"]!;
            var stored = (int)(decimal.Parse(scores["A"]!.GetValue<string>(), CultureInfo.InvariantCulture) * 4);
            // What was sent last may have been stored too, unanswered.
            Assert.True(stored == number || stored == sent[(judge, entry)], $"Judge {judge}, entry {entry}: {number} was answered, {stored} is stored.");
            Assert.Equal(Points(judge), scores["B"]!.GetValue<string>());
            answered[(judge, entry)] = stored;
        }
    }

    private static string Points(int number) => (number % 200 / 4m).ToString("0.##", CultureInfo.InvariantCulture);
}
