using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using AwardFlow.IntegrationTests.Running;
using static AwardFlow.TestKit.SendGridServer;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>Events that SendGrid signs and sends back.</summary>
public class SendGridWebhookTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task A_bounce_stands_in_the_ledger_with_its_reason()
    {
        await using var sendGrid = await SendGridServer.StartAsync();
        await using var server = await StartAsync(sendGrid);
        var mails = await SentCycleAsync(server, sendGrid, entries: 2);
        var now = server.Time.GetUtcNow();
        Assert.Equal(HttpStatusCode.NoContent, await CallAsync(server, sendGrid, Event(mails[0], "delivered", now), Event(mails[1], "bounce", now)));
        var deliveries = (await server.Client.GetJsonAsync($"/api/cycles/{mails[0].Cycle}/deliveries")).AsArray();
        Assert.Equal(
            ["E0001 delivered ", "E0002 bounced 550 5.1.1 no such mailbox"], deliveries.Select(row => $"{row!["entryCode"]} {row["state"]} {row["detail"]}"));
    }

    [Fact]
    public async Task A_late_processed_never_overwrites_delivered_and_a_repeat_is_one_line_of_the_journal()
    {
        await using var sendGrid = await SendGridServer.StartAsync();
        await using var server = await StartAsync(sendGrid);
        var mail = (await SentCycleAsync(server, sendGrid, entries: 1)).Single();
        var now = server.Time.GetUtcNow();
        var (delivered, processed) = (Event(mail, "delivered", now.AddSeconds(2)), Event(mail, "processed", now.AddSeconds(1)));
        await CallAsync(server, sendGrid, delivered);
        await CallAsync(
            server, sendGrid, processed, delivered.DeepClone().AsObject(), Event(mail, "open", now.AddSeconds(3)), Event(mail, "quantum_leap", now));
        var delivery = await server.Client.GetJsonAsync($"/api/cycles/{mail.Cycle}/deliveries/E0001");
        Assert.Equal("delivered", delivery["state"]!.GetValue<string>());
        Assert.Equal(["SendGrid: delivered", "SendGrid: processed"],
            delivery["journal"]!.AsArray()
                .Select(line => line!["cause"]!.GetValue<string>())
                .Where(cause => cause.StartsWith("SendGrid", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Without_a_key_no_event_is_taken()
    {
        await using var sendGrid = await SendGridServer.StartAsync();
        await using var server = await LocalServer.StartAsync(embedded);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await CallAsync(server, sendGrid));
    }

    [Fact]
    public async Task Ten_thousand_forged_replayed_truncated_and_reordered_calls_lead_to_no_wrong_state_and_no_500()
    {
        await using var sendGrid = await SendGridServer.StartAsync();
        await using var forger = await SendGridServer.StartAsync();
        await using var server = await StartAsync(sendGrid);
        var mails = await SentCycleAsync(server, sendGrid, entries: 40);
        var (random, now) = (new Random(2564), server.Time.GetUtcNow());

        // What really happened: each mail was processed, often deferred, and then delivered or bounced.
        var truth = mails.Index().ToDictionary(mail => mail.Item.Entry, mail => mail.Index % 3 == 0 ? "bounced" : "delivered", StringComparer.Ordinal);
        var genuine = mails.SelectMany(mail => new[]
        {
            Event(mail, "processed", now.AddSeconds(1)),
            Event(mail, "deferred", now.AddSeconds(2)),
            Event(mail, truth[mail.Entry] == "bounced" ? "bounce" : "delivered", now.AddSeconds(3)),
        }).ToArray();
        random.Shuffle(genuine);
        var replayed = Enumerable.Range(0, 600).Select(_ => random.GetItems(genuine, random.Next(1, 4))).Concat(genuine.Select(each => new[] { each }));
        var calls = replayed.Select(batch => sendGrid.Call(Batch(batch), now))
            .Concat(Enumerable.Range(0, 10_000 - 600 - genuine.Length).Select(i => Hostile(i, mails, sendGrid, forger, random, now))).ToArray();
        random.Shuffle(calls);

        var answers = new System.Collections.Concurrent.ConcurrentBag<HttpStatusCode>();
        await Parallel.ForEachAsync(
            calls, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (call, token) =>
            {
                using var response = await server.Client.Http.SendAsync(call, token);
                answers.Add(response.StatusCode);
            });

        Assert.Equal(10_000, answers.Count);
        Assert.All(answers, answer => Assert.Contains(
            answer, new[] { HttpStatusCode.NoContent, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge }));
        var deliveries = (await server.Client.GetJsonAsync($"/api/cycles/{mails[0].Cycle}/deliveries")).AsArray();
        Assert.Equal(
            truth.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => (each.Key, each.Value)),
            deliveries.Select(row => (row!["entryCode"]!.GetValue<string>(), row["state"]!.GetValue<string>())));
        var journal = (await server.Client.GetJsonAsync($"/api/cycles/{mails[0].Cycle}/deliveries/{mails[0].Entry}"))["journal"]!.AsArray();
        Assert.Equal(
            ["SendGrid: bounce", "SendGrid: deferred", "SendGrid: processed"],
            journal.Select(line => line!["cause"]!.GetValue<string>())
                .Where(cause => cause.StartsWith("SendGrid", StringComparison.Ordinal) && !cause.EndsWith("(of another sending)", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    private static HttpRequestMessage Hostile(
        int i, IReadOnlyList<TakenMail> mails, SendGridServer sendGrid, SendGridServer forger, Random random, DateTimeOffset now)
    {
        var mail = mails[random.Next(mails.Count)];
        var lie = Batch(Event(mail, random.Next(2) == 0 ? "bounce" : "dropped", now.AddHours(1)));
        switch (i % 10)
        {
            case 0: // signed with another key
                return forger.Call(lie, now);
            case 1: // the body changed after it was signed
                return WithBody(sendGrid.Call(lie, now), lie.Replace("bounce", "dropped", StringComparison.Ordinal) + " ");
            case 2: // cut off
                return WithBody(sendGrid.Call(lie, now), lie[..random.Next(lie.Length)]);
            case 3: // kept for an hour
                return sendGrid.Call(lie, now.AddHours(-1));
            case 4: // no signature
                return new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/sendgrid") { Content = new StringContent(lie) };
            case 5: // genuine, but not JSON
                return sendGrid.Call(lie[..^1], now);
            case 6: // genuine, of an entry that is not there
                return sendGrid.Call(Batch(Event(mail with { Entry = "E9999" }, "bounce", now.AddHours(1))), now);
            case 7: // genuine, of another sending
                return sendGrid.Call(Batch(Event(mail with { Delivery = new string('0', 32) }, "bounce", now.AddHours(1))), now);
            case 8: // genuine, with members of the wrong kinds
                var odd = Event(mail, "bounce", now.AddHours(1));
                odd[random.GetItems(["timestamp", "event", "sg_event_id", "cycle", "entry", "delivery"], 1)[0]] = new JsonArray(1, 2);
                return sendGrid.Call(Batch(odd), now);
            default: // garbage in the headers
                var call = new HttpRequestMessage(HttpMethod.Post, "/api/webhooks/sendgrid") { Content = new StringContent(lie) };
                call.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Signature", Convert.ToBase64String(RandomBytes(random)));
                call.Headers.TryAddWithoutValidation("X-Twilio-Email-Event-Webhook-Timestamp", random.NextInt64().ToString(CultureInfo.InvariantCulture));
                return call;
        }
    }

    private static HttpRequestMessage WithBody(HttpRequestMessage call, string body)
    {
        call.Content = new StringContent(body);
        return call;
    }

    private static byte[] RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(0, 100)];
        random.NextBytes(bytes);
        return bytes;
    }

    private static string Batch(params JsonObject[] events) => new JsonArray([.. events.Select(each => each.DeepClone())]).ToJsonString();

    private static async Task<HttpStatusCode> CallAsync(LocalServer server, SendGridServer sendGrid, params JsonObject[] events)
    {
        using var response = await server.Client.Http.SendAsync(sendGrid.Call(Batch(events), server.Time.GetUtcNow()), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private Task<LocalServer> StartAsync(SendGridServer sendGrid) => LocalServer.StartAsync(
        embedded, ("Mail:Transport", "sendgrid"), ("SendGrid:ApiKey", ApiKey),
        ("SendGrid:BaseUrl", sendGrid.Address.ToString()), ("SendGrid:WebhookPublicKey", sendGrid.PublicKey),
        ("Receipts:Key", "a-key-of-receipts-for-tests-only-2564"), ("Receipts:BaseUrl", "https://award.example"));

    private static async Task<List<TakenMail>> SentCycleAsync(LocalServer server, SendGridServer sendGrid, int entries)
    {
        var id = await server.OpenCycleAsync(entries, definition => definition with { Approval = AwardFlow.Cycles.Approval.None });
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.SentAsync(id);
        return [.. sendGrid.Taken.OrderBy(mail => mail.Entry, StringComparer.Ordinal)];
    }
}
