using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Receipts;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Receipts;

/// <summary>Links in hostile hands: one answer to all that open nothing, and no link in any log.</summary>
public class ReceiptLinkTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private const string Key = "a-key-of-receipts-for-tests-only-2564";
    private const int Guesses = 10_000;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_ten_thousand_guesses_none_works_and_all_get_the_same_answer_whether_the_entry_exists_or_not()
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Receipts:Key", Key));
        var id = await ReceiptPageTests.SentAsync(server, entries: 2);
        using var desk = Recipient.Of(server, $"{id}_E0001");
        var answers = new HashSet<string>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(
            Guess(server, desk, id).Take(Guesses), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Cancelled }, async (guess, _) =>
            {
                using var response = await desk.SendAsync(
                    guess.Method, guess.Path, guess.Method == HttpMethod.Post ? new FormUrlEncodedContent([KeyValuePair.Create("number", "1")]) : null);
                var answer = await DescribeAsync(response);
                lock (answers)
                {
                    answers.Add(answer);
                }
            });
        Assert.StartsWith("404 ", Assert.Single(answers), StringComparison.Ordinal);
        Assert.DoesNotContain("E0001", answers.Single(), StringComparison.Ordinal);
        Assert.All((await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray(), row => Assert.Equal("accepted", (string)row!["state"]!));
        using var genuine = await desk.OpenAsync();
        Assert.Equal(HttpStatusCode.OK, genuine.StatusCode);
    }

    [Fact]
    public async Task A_link_that_expired_was_sent_again_or_went_to_a_wrong_address_opens_nothing()
    {
        await using var server = await LocalServer.StartAsync(embedded, ("Receipts:Key", Key));
        var id = await ReceiptPageTests.SentAsync(server, entries: 2);
        using var guess = await new Recipient(server, "/r/AAAA").OpenAsync();
        var nothing = await DescribeAsync(guess);
        using var resent = Recipient.Of(server, $"{id}_E0001");
        using var wrong = Recipient.Of(server, $"{id}_E0002");
        var form = await wrong.FormValueAsync();

        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "asked for" }));
        await server.ResentAsync(id, "E0001");
        var body = new JsonObject { ["address"] = "saraban@right.example" }.ToJsonString(AwardJson.Options);
        await AwardFlowClient.SucceedAsync(await server.Client.Http.PutAsync(
            $"/api/cycles/{id}/entries/E0002/address", new StringContent(body, Encoding.UTF8, "application/json"), Cancelled));
        Assert.Equal(nothing, await DescribeAsync(await resent.OpenAsync()));
        Assert.Equal(nothing, await DescribeAsync(await wrong.OpenAsync()));
        Assert.Equal(nothing, await DescribeAsync(await wrong.SubmitAsync(form, "2921")));
        Assert.Equal(nothing, await DescribeAsync(await wrong.SendAsync(HttpMethod.Get, wrong.Path + "/letter.pdf")));

        using var latest = Recipient.Of(server, $"{id}_E0001_2");
        Assert.Equal(HttpStatusCode.OK, (await latest.OpenAsync()).StatusCode);
        server.Time.Advance(TimeSpan.FromDays(61));
        Assert.Equal(nothing, await DescribeAsync(await latest.OpenAsync()));
    }

    [Fact]
    public async Task A_link_opens_its_own_letter_and_nothing_else()
    {
        await using var server = await LocalServer.StartAsync(
            embedded, ("Receipts:Key", Key), ("Approval:Default", "none"), ("Api:Keys:malee", "a-key-of-an-operator"), ("Api:Keys:malee:Role", "operator"));
        server.Client.Http.DefaultRequestHeaders.Add("X-Api-Key", "a-key-of-an-operator");
        var id = await ReceiptPageTests.SentAsync(server, entries: 2);
        using var desk = Recipient.Of(server, $"{id}_E0001");
        using var other = Recipient.Of(server, $"{id}_E0002");
        using var foreign = await desk.SubmitAsync(await other.FormValueAsync(), "1");
        Assert.Contains("แบบฟอร์มนี้หมดอายุ", await desk.FollowAsync(foreign), StringComparison.Ordinal);
        foreach (var path in new[] { $"{desk.Path}/certificate.exe", $"{desk.Path}/..%2f", $"{desk.Path[..^1]}/letter.pdf" })
        {
            using var response = await desk.SendAsync(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
        using var api = new HttpRequestMessage(HttpMethod.Get, new Uri(new Uri(server.Address), $"/api/cycles/{id}/deliveries"));
        api.Headers.Add("X-Api-Key", desk.Token);
        using var http = new HttpClient();
        using var refused = await http.SendAsync(api, Cancelled);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task No_log_line_holds_a_link()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await ReceiptPageTests.SentAsync(server, entries: 1);
        using var desk = Recipient.Of(server, $"{id}_E0001");
        await desk.OpenAsync();
        await desk.SubmitAsync("", "");
        await desk.SendAsync(HttpMethod.Delete, desk.Path);
        await desk.SendAsync(HttpMethod.Get, desk.Path + "/letter.pdf");
        await desk.ConfirmAsync("2921");
        await server.FinishedAsync(id);
        Assert.DoesNotContain(desk.Token[..20], server.Log.All, StringComparison.Ordinal);
    }

    // Random ones, cut and altered ones, and well-made ones with another key, of entries and cycles that are and are not.
    private static IEnumerable<(HttpMethod Method, string Path)> Guess(LocalServer server, Recipient desk, string id)
    {
        var random = new Random(2564);
        var forger = new ReceiptLinks(new ReceiptSettings { Key = RandomNumberGenerator.GetBytes(32) }, server.Time);
        for (var i = 0; ; i++)
        {
            var token = (i % 4) switch
            {
                0 => Convert.ToBase64String(RandomNumberGenerator.GetBytes(random.Next(1, 90))).Replace('+', '-').Replace('/', '_').TrimEnd('='),
                1 => Altered(desk.Token, random),
                2 => desk.Token[..random.Next(1, desk.Token.Length)],
                _ => forger.For(
                    TestCycle.Definition, LetterDelivery.Of(CycleId.Parse(i % 8 == 3 ? id : "no-such-cycle"), EntryCode.Parse($"E000{random.Next(1, 9)}")) with
                    {
                        Address = "saraban-e0001@entrant.example",
                        ClaimedAt = server.Time.GetUtcNow(),
                    }).Segments[^1],
            };
            yield return i % 5 == 0 ? (HttpMethod.Get, $"/r/{token}/letter.pdf") : (i % 3 == 0 ? HttpMethod.Post : HttpMethod.Get, $"/r/{token}");
        }
    }

    private static string Altered(string token, Random random)
    {
        var at = random.Next(token.Length);
        return new StringBuilder(token) { [at] = token[at] == 'A' ? 'B' : 'A' }.ToString();
    }

    private static async Task<string> DescribeAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal);
        return $"{(int)response.StatusCode} {string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(',', header.Value)}"))}\n{await response.Content.ReadAsStringAsync(Cancelled)}";
    }
}
