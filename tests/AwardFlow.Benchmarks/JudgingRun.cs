using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Local;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Benchmarks;

/// <summary>
/// Many judges score at once on their pages, over real HTTP and embedded storage, as fast as each gets its answers: how long a
/// save takes, and whether any score was lost or stands in another's place.
/// </summary>
internal static class JudgingRun
{
    private const string Id = "judging-2564";
    private const int Criteria = 6;
    private const int Max = 20;

    /// <summary>Runs it and prints the figures.</summary>
    /// <param name="judges">How many judges.</param>
    /// <param name="entries">How many entries each scores.</param>
    /// <param name="each">Whether every criterion is a save of its own; otherwise every entry is.</param>
    /// <param name="output">Where it is printed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>How many scores were lost or crossed.</returns>
    public static async Task<int> RunAsync(int judges, int entries, bool each, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("awardflow-judging-");
        try
        {
            using var storage = EmbeddedStorage.Open(Path.Combine(folder.FullName, "data"));
            await using var app = await LocalApp.StartAsync(
                "http://127.0.0.1:0",
                storage,
                builder => builder.Configuration.AddInMemoryCollection([new("Mail:Outbox", Path.Combine(folder.FullName, "outbox"))]),
                cancellationToken);
            using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = judges })
            {
                BaseAddress = new Uri(app.Urls.First()),
                Timeout = TimeSpan.FromMinutes(5),
            };
            var tokens = await OpenAsync(http, judges, entries, cancellationToken);
            var times = new ConcurrentBag<double>();
            var watch = Stopwatch.StartNew();
            await Task.WhenAll(
                tokens.Select((token, judge) => Task.Run(() => ScoreAsync(http, token, judge, entries, each, times, cancellationToken), cancellationToken)));
            var scored = watch.Elapsed;
            var wrong = await WrongAsync(http, tokens, entries, cancellationToken);
            watch.Restart();
            await Task.WhenAll(tokens.Select(token => SubmitAsync(http, token, cancellationToken)));
            var submitted = watch.Elapsed;
            wrong += await WrongAveragesAsync(http, judges, entries, cancellationToken);
            var sorted = times.Order().ToArray();
            double At(double share) => sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{judges} judges, {entries} entries, {Criteria} criteria, {(each ? "a save a score" : "a save an entry")}: {sorted.Length} saves in {scored.TotalSeconds:0.0} s, {sorted.Length / scored.TotalSeconds:0} a second; 50 % within {At(0.5):0} ms, 95 % within {At(0.95):0} ms, 99 % within {At(0.99):0} ms, all within {sorted[^1]:0} ms; submitted in {submitted.TotalSeconds:0.0} s; {wrong} scores lost or crossed; peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000} MB"));
            return wrong;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string[]> OpenAsync(HttpClient http, int judges, int entries, CancellationToken cancellationToken)
    {
        var definition = TestCycle.Definition with
        {
            Id = CycleId.Parse(Id),
            ClosesAt = DateTimeOffset.UtcNow.AddDays(30),
            Judges = [.. Enumerable.Range(0, judges).Select(judge => new Judge(JudgeName.Parse($"กรรมการคนที่ {judge}")))],
            Rubric =
            [
                new Category("1", "เกณฑ์", [.. Enumerable.Range(0, Criteria).Select(criterion => new Criterion($"C{criterion}", $"ข้อ {criterion}", Max))]),
            ],
        };
        await SendAsync(http, HttpMethod.Put, $"/api/cycles/{Id}", JsonSerializer.Serialize(definition, AwardJson.Options), null, null, cancellationToken);
        using var sheet = new ByteArrayContent(TestSheets.Entries(TestSheets.Codes(entries)));
        sheet.Headers.ContentType = new("text/csv");
        using var uploaded = await http.PostAsync($"/api/cycles/{Id}/entries", sheet, cancellationToken);
        uploaded.EnsureSuccessStatusCode();
        var links = await SendAsync(http, HttpMethod.Post, $"/api/cycles/{Id}/judging/links", "{}", null, null, cancellationToken);
        return [.. links["links"]!.AsArray().Select(link => link!["url"]!.GetValue<string>().Split('#')[1])];
    }

    private static async Task ScoreAsync(
        HttpClient http, string token, int judge, int entries, bool each, ConcurrentBag<double> times, CancellationToken cancellationToken)
    {
        var order = Enumerable.Range(0, entries).ToArray();
        new Random(judge).Shuffle(order);
        foreach (var entry in order)
        {
            var version = (await SendAsync(http, HttpMethod.Get, $"/api/judge/entries/{Code(entry)}", null, token, null, cancellationToken))["version"]!
                .GetValue<string>();
            for (var known = each ? 1 : Criteria; known <= Criteria; known++)
            {
                var body = JsonSerializer.Serialize(
                    new { scores = Enumerable.Range(0, known).ToDictionary(criterion => $"C{criterion}", criterion => Points(judge, entry, criterion)) });
                var watch = Stopwatch.GetTimestamp();
                var saved = await SendAsync(http, HttpMethod.Put, $"/api/judge/entries/{Code(entry)}", body, token, version, cancellationToken);
                times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
                version = saved["version"]!.GetValue<string>();
            }
        }
    }

    private static async Task<int> WrongAsync(HttpClient http, string[] tokens, int entries, CancellationToken cancellationToken)
    {
        var wrong = 0;
        await Parallel.ForAsync(0, tokens.Length, cancellationToken, async (judge, cancelled) =>
        {
            for (var entry = 0; entry < entries; entry++)
            {
                var scores = (await SendAsync(http, HttpMethod.Get, $"/api/judge/entries/{Code(entry)}", null, tokens[judge], null, cancelled))["scores"]!;
                Interlocked.Add(
                    ref wrong,
                    Enumerable.Range(0, Criteria).Count(criterion => scores[$"C{criterion}"]?.GetValue<string>() != Points(judge, entry, criterion)));
            }
        });
        return wrong;
    }

    private static async Task SubmitAsync(HttpClient http, string token, CancellationToken cancellationToken)
    {
        var sheet = await SendAsync(http, HttpMethod.Get, "/api/judge", null, token, null, cancellationToken);
        await SendAsync(http, HttpMethod.Post, "/api/judge/submit", null, token, sheet["version"]!.GetValue<string>(), cancellationToken);
    }

    private static async Task<int> WrongAveragesAsync(HttpClient http, int judges, int entries, CancellationToken cancellationToken)
    {
        var results = await SendAsync(http, HttpMethod.Get, $"/api/cycles/{Id}/results", null, null, null, cancellationToken);
        var averages = results["entries"]!.AsArray()
            .ToDictionary(result => result!["entry"]!["code"]!.GetValue<string>(), result => result!["average"]?.GetValue<decimal>(), StringComparer.Ordinal);
        return Enumerable.Range(0, entries).Count(entry =>
        {
            var sum = Enumerable.Range(0, judges)
                .Sum(judge => Enumerable.Range(0, Criteria).Sum(criterion => decimal.Parse(Points(judge, entry, criterion), CultureInfo.InvariantCulture)));
            return averages[Code(entry)] != Math.Round(sum / judges, 2, MidpointRounding.AwayFromZero);
        });
    }

    private static string Code(int entry) => string.Create(CultureInfo.InvariantCulture, $"E{entry + 1:D4}");

    // Another for each neighbour, so that a crossed one is seen.
    private static string Points(int judge, int entry, int criterion) =>
        (((judge * 7919L + entry * 104_729L + criterion * 1_299_709L) % (Max * 4 + 1)) / 4m).ToString("0.##", CultureInfo.InvariantCulture);

    private static async Task<JsonNode> SendAsync(
        HttpClient http, HttpMethod method, string path, string? body, string? token, string? version, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
        {
            request.Headers.Add("X-Judge-Token", token);
        }
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        }
        using var response = await http.SendAsync(request, cancellationToken);
        return response.IsSuccessStatusCode ? (await response.Content.ReadFromJsonAsync<JsonNode>(cancellationToken))!
            : throw new InvalidOperationException($"{method} {path}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
