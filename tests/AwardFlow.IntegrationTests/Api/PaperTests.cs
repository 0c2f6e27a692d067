using System.Net;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>Letters that go by post, in cycles of mail and paper.</summary>
public class PaperTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_of_mail_and_paper_is_sent_posted_telephoned_and_completed()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, ["E0001", "E0003"]);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        Assert.Equal(HttpStatusCode.Conflict, (await PostedAsync(server, id, "E0001", "2021-10-01", null)).StatusCode);
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        Assert.Equal(["E0001 toPost", "E0002 accepted", "E0003 toPost", "E0004 accepted"], await StatesAsync(server, id));
        Assert.Equal(2, server.MailsOf(id).Length);
        var cycle = await server.Client.GetJsonAsync($"/api/cycles/{id}");
        Assert.Equal((2, 2, 0, "sent"), ((int)cycle["mailed"]!, (int)cycle["toPost"]!, (int)cycle["posted"]!, (string)cycle["state"]!));
        // Nobody has what was not posted.
        Assert.Equal(HttpStatusCode.Conflict, (await ReceiptAsync(server, id, "E0001")).StatusCode);

        server.Time.Advance(TimeSpan.FromDays(1));
        await AwardFlowClient.SucceedAsync(await PostedAsync(server, id, "E0001", "2021-10-02", "rb 12345678 5 th"));
        var csv = "รหัสผลงาน,วันที่ส่ง,หมายเลขสิ่งของ\nE0003,2/10/2564,EE473124829TH\n";
        Assert.Equal(
            1,
            (int)(await AwardFlowClient.JsonAsync(
                await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "deliveries/posted", Encoding.UTF8.GetBytes(csv)))))["letters"]!);
        Assert.Equal(["E0001 posted", "E0002 accepted", "E0003 posted", "E0004 accepted"], await StatesAsync(server, id));
        Assert.Contains("\nE0001,,posted,,0,false\r\n", await server.Client.GetTextAsync($"/api/cycles/{id}/deliveries.csv"), StringComparison.Ordinal);
        var row = await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001");
        Assert.Equal(("2021-10-02T00:00:00+07:00", "RB123456785TH"), ((string)row["postedAt"]!, (string)row["trackingNumber"]!));

        server.Time.Advance(TimeSpan.FromDays(2) + TimeSpan.FromHours(18));
        Assert.Equal(["E0001 posted", "E0003 posted"], await TelephoneListAsync(server, id));
        foreach (var entry in new[] { "E0001", "E0002", "E0003", "E0004" })
        {
            await AwardFlowClient.SucceedAsync(await ReceiptAsync(server, id, entry));
        }
        await server.FinishedAsync(id);
        cycle = await server.Client.GetJsonAsync($"/api/cycles/{id}");
        Assert.Equal(("completed", 4, 2), ((string)cycle["state"]!, (int)cycle["received"]!, (int)cycle["posted"]!));
        var trail = await server.Client.GetTextAsync($"/api/cycles/{id}/trail.csv");
        Assert.Contains("posted", trail, StringComparison.Ordinal);
        Assert.Contains("RB123456785TH", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_came_back_goes_by_post_when_a_person_says_so_and_late_events_of_its_mail_change_nothing()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 2);
        var ledger = server.Services.GetRequiredService<DeliveryLedger>();
        var mailed = (await ledger.FindAsync(CycleId.Parse(id), EntryCode.Parse("E0001"), Cancelled))!;
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/bounce", new { reason = "550" }));
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/post", new { reason = " " })).StatusCode);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/post", new { reason = "ไม่มีกล่องจดหมาย" }));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await ledger.ApplyAsync(
            new ProviderEvent(
                "late", mailed.Cycle, mailed.EntryCode, mailed.Id, DeliveryState.Delivered, server.Time.GetUtcNow(), DeliveryCause.SendGrid("delivered"), "m1"),
            Cancelled);
        Assert.Equal(["E0001 toPost", "E0002 accepted"], await StatesAsync(server, id));
        server.Time.Advance(TimeSpan.FromSeconds(1));
        await AwardFlowClient.SucceedAsync(await PostedAsync(server, id, "E0001", "2021-10-01", null));
        // Received, and its number mended afterwards.
        await AwardFlowClient.SucceedAsync(await ReceiptAsync(server, id, "E0001"));
        await AwardFlowClient.SucceedAsync(await PostedAsync(server, id, "E0001", "2021-10-01", "RB123456785TH"));
        var row = await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001");
        Assert.Equal(("received", "RB123456785TH", 2), ((string)row["state"]!, (string)row["trackingNumber"]!, (int)row["sending"]!));
        Assert.Equal(
            ["to go by post: ไม่มีกล่องจดหมาย", "SendGrid: delivered (of another sending)", "posted", "received by telephone", "posting corrected"],
            row["journal"]!.AsArray().Select(line => (string)line!["cause"]!).TakeLast(5));
        Assert.Equal(HttpStatusCode.Conflict, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/post", new { reason = "x" })).StatusCode);
    }

    [Fact]
    public async Task A_list_of_postings_is_recorded_whole_or_not_at_all()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, ["E0001", "E0003", "E0004"]);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        using var refused = await server.Client.PostAsync($"/api/cycles/{id}/deliveries/posted", new
        {
            letters = new object[]
            {
                new { entryCode = "E0001", postedAt = "2021-10-01", trackingNumber = "RB123456785TH" },
                new { entryCode = "E0002", postedAt = "2021-10-01" },
                new { entryCode = "E0003", postedAt = "2031-10-01", trackingNumber = "RB123456785TH" },
                new { entryCode = "E0004", postedAt = "2021-09-01", trackingNumber = "RB123456789TH" },
                new { entryCode = "E0001", postedAt = "2021-10-01" },
                new { entryCode = "E0009", postedAt = "2021-10-01" },
            },
        });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal(
            [
                "2 entryCode E0002", "3 postedAt", "3 trackingNumber RB123456785TH", "4 postedAt",
                "4 trackingNumber RB123456789TH", "5 entryCode E0001", "6 entryCode E0009",
            ],
            (await AwardFlowClient.JsonAsync(refused))["rows"]!.AsArray()
                .Select(row => $"{row!["row"]} {row["column"]} {((string)row["column"]! == "postedAt" ? "" : row["value"])}".TrimEnd()));
        Assert.Equal(["E0001 toPost", "E0002 accepted", "E0003 toPost", "E0004 toPost"], await StatesAsync(server, id));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/posted", new { letters = new object?[] { null } })).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/posted", new { letters = Array.Empty<object>() })).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await server.Client.UploadAsync(id, "deliveries/posted", Encoding.UTF8.GetBytes("entry_code,tracking_number\nE0001,RB123456785TH"))).StatusCode);
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(
            id, "deliveries/posted?postedAt=2021-10-01", Encoding.UTF8.GetBytes("entry_code,tracking_number\nE0001,RB123456785TH\nE0003,")));
        Assert.Equal(["E0001 posted", "E0002 accepted", "E0003 toPost", "E0004 toPost"], await StatesAsync(server, id));
    }

    [Fact]
    public async Task Numbers_that_are_recorded_change_places_or_go_when_a_person_confirms_just_that()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await PostedCycleAsync(server, ["E0001", "E0003", "E0004"]);
        await AwardFlowClient.SucceedAsync(await ListAsync(server, id, "E0001,2021-10-01,RB123456785TH\nE0003,2021-10-01,EE473124829TH\nE0004,2021-10-01,\n"));
        const string swapped = "E0001,2021-10-01,EE473124829TH\nE0003,2021-10-01,\nE0004,2021-10-01,RB123456785TH\n";
        using var asked = await ListAsync(server, id, swapped);
        Assert.Equal(HttpStatusCode.Conflict, asked.StatusCode);
        var said = await AwardFlowClient.JsonAsync(asked);
        Assert.Equal(
            ["E0001 RB123456785TH EE473124829TH", "E0003 EE473124829TH "],
            said["changes"]!.AsArray().Select(change => $"{change!["entryCode"]} {change["from"]} {change["to"]}"));
        Assert.Equal(["RB123456785TH", "EE473124829TH", ""], await NumbersAsync(server, id));
        // What was confirmed is not something else.
        Assert.Equal(HttpStatusCode.Conflict, (await ListAsync(server, id, "E0001,2021-10-01,\n", (string)said["confirm"]!)).StatusCode);
        await AwardFlowClient.SucceedAsync(await ListAsync(server, id, swapped, (string)said["confirm"]!));
        Assert.Equal(["EE473124829TH", "", "RB123456785TH"], await NumbersAsync(server, id));
        // The same again changes nothing and asks nothing.
        await AwardFlowClient.SucceedAsync(await ListAsync(server, id, swapped));

        using var wiped = await PostedAsync(server, id, "E0001", "2021-10-01", null);
        Assert.Equal(HttpStatusCode.Conflict, wiped.StatusCode);
        var confirm = (string)(await AwardFlowClient.JsonAsync(wiped))["confirm"]!;
        await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/posted?confirm={confirm}", new { postedAt = "2021-10-01" }));
        Assert.Equal(["", "", "RB123456785TH"], await NumbersAsync(server, id));
        Assert.True((await server.Client.GetJsonAsync($"/api/cycles/{id}/trail"))["isWhole"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Two_lists_at_the_same_moment_never_give_one_number_to_two_letters_and_each_is_recorded_whole_or_not_at_all()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await PostedCycleAsync(server, ["E0001", "E0002", "E0003", "E0004"]);
        for (var round = 0; round < 5; round++)
        {
            var (one, two) = (Tracking(2 * round), Tracking(2 * round + 1));
            var answers = await Task.WhenAll(
                ConfirmedAsync(server, id, $"E0001,2021-10-01,{one}\nE0002,2021-10-01,{two}\n"),
                ConfirmedAsync(server, id, $"E0003,2021-10-01,{one}\nE0004,2021-10-01,{two}\n"));
            var numbers = await NumbersAsync(server, id);
            Assert.Single(answers, HttpStatusCode.OK);
            Assert.Equal(numbers.Where(number => number.Length > 0), numbers.Where(number => number.Length > 0).Distinct());
            var first = answers[0] == HttpStatusCode.OK;
            Assert.Equal([one, two], first ? numbers[..2] : numbers[2..]);
        }
    }

    [Fact]
    public async Task A_letter_that_is_given_an_address_while_a_list_is_recorded_leaves_none_of_the_list_recorded()
    {
        var storage = new FaultyStorage(embedded.Storage);
        await using var server = await LocalServer.StartAsync(storage);
        var id = await server.OpenCycleAsync(entries: 60, definition => definition with { Approval = Approval.Required });
        await PaperOnlyAsync(server, id, 60);
        var commits = 0;
        // The list has two pages. Behind the first one somebody has a letter of the second go by mail.
        storage.AfterCommit = async (partition, changes) =>
        {
            if (partition == id && changes.Any(change => change.Key == "postings") && Interlocked.Increment(ref commits) == 2)
            {
                await AwardFlowClient.SucceedAsync(
                    await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0060/address", new { address = "saraban@found.example" }));
            }
        };
        using var refused = await ListAsync(server, id, string.Concat(TestSheets.Codes(60).Select(code => $"{code},2021-10-01,\n")));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("E0060", (string)(await AwardFlowClient.JsonAsync(refused))["rows"]!.AsArray().Single()!["value"]!);
        Assert.DoesNotContain(await StatesAsync(server, id), state => state.EndsWith(" posted", StringComparison.Ordinal));
        Assert.True((await server.Client.GetJsonAsync($"/api/cycles/{id}/trail"))["isWhole"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Before_approval_an_address_may_be_taken_away_or_given_and_what_is_approved_is_another()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, ["E0001"]);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        var seen = (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["manifestSha256"]!;
        await AwardFlowClient.SucceedAsync(await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0002/address", new { address = "" }));
        await AwardFlowClient.SucceedAsync(
            await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0001/address", new { address = "saraban@given.example" }));
        Assert.Equal(["E0001 pending", "E0002 toPost", "E0003 pending", "E0004 pending"], await StatesAsync(server, id));
        using var stale = await server.Client.PostAsync($"/api/cycles/{id}/approve", new { manifestSha256 = seen });
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        Assert.Equal(["E0001 accepted", "E0002 toPost", "E0003 accepted", "E0004 accepted"], await StatesAsync(server, id));
        // Afterwards an address for what waits for the post has it go by mail; nobody signs in here, so nobody is waited for.
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0003/address", new { address = "" })).StatusCode);
        await AwardFlowClient.SucceedAsync(
            await server.Client.PutJsonAsync($"/api/cycles/{id}/entries/E0002/address", new { address = "saraban@found.example" }));
        await server.ResentAsync(id, "E0002");
        Assert.Equal(4, server.MailsOf(id).Length);
    }

    [Fact]
    public async Task A_cycle_wholly_on_paper_is_sent_without_a_mail()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await OpenAsync(server, ["E0001", "E0002", "E0003", "E0004"]);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        Assert.Empty(server.MailsOf(id));
        Assert.All(await StatesAsync(server, id), state => Assert.EndsWith(" toPost", state, StringComparison.Ordinal));
    }

    private static async Task<string> PostedCycleAsync(LocalServer server, string[] byPost)
    {
        var id = await OpenAsync(server, byPost);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        return id;
    }

    private static async Task PaperOnlyAsync(LocalServer server, string id, int entries)
    {
        var sheet = string.Join('\n', TestSheets.Codes(entries).Select(TestCycle.Entry)
            .Select(entry => $"{entry.Code},{entry.Project},{entry.Organisation},{entry.Addressee},,{entry.Province}")
            .Prepend("entry_code,project,organisation,addressee,saraban_email,province"));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", Encoding.UTF8.GetBytes(sheet)));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "Released = False");
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
    }

    private static Task<HttpResponseMessage> ListAsync(LocalServer server, string id, string rows, string? confirm = null) =>
        server.Client.UploadAsync(
            id, $"deliveries/posted{(confirm is null ? "" : $"?confirm={confirm}")}", Encoding.UTF8.GetBytes($"entry_code,posted_at,tracking_number\n{rows}"));

    // As a person does who is asked.
    private static async Task<HttpStatusCode> ConfirmedAsync(LocalServer server, string id, string rows)
    {
        using var first = await ListAsync(server, id, rows);
        if (first.StatusCode != HttpStatusCode.Conflict)
        {
            return first.StatusCode;
        }
        using var second = await ListAsync(server, id, rows, (string)(await AwardFlowClient.JsonAsync(first))["confirm"]!);
        return second.StatusCode;
    }

    private static string Tracking(int number)
    {
        var serial = number.ToString("D8", System.Globalization.CultureInfo.InvariantCulture);
        return $"RB{serial}{TrackingNumber.CheckDigit(serial)}TH";
    }

    private static async Task<string[]> NumbersAsync(LocalServer server, string id)
    {
        var numbers = new List<string>();
        foreach (var row in (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray()
            .Where(row => (string)row!["state"]! is "posted" or "toPost"))
        {
            numbers.Add((string?)(await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/{row!["entryCode"]}"))["trackingNumber"] ?? "");
        }
        return [.. numbers];
    }

    private static async Task<string> OpenAsync(LocalServer server, string[] byPost)
    {
        var id = await server.OpenCycleAsync(entries: 4, definition => definition with { Approval = Approval.Required });
        var sheet = string.Join('\n', TestSheets.Codes(4).Select(TestCycle.Entry)
            .Select(entry => $"{entry.Code},{entry.Project},{entry.Organisation},{entry.Addressee},{(byPost.Contains(entry.Code.Text) ? "" : entry.SarabanEmail)},{entry.Province},99 หมู่ 1 ต.ในเมือง อ.เมือง จ.ยะลา 95000")
            .Prepend("entry_code,project,organisation,addressee,saraban_email,province,postal_address"));
        var answer = await AwardFlowClient.JsonAsync(
            await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", Encoding.UTF8.GetBytes(sheet))));
        Assert.Equal(byPost.Length, (int)answer["byPost"]!);
        Assert.Empty(answer["warnings"]!.AsArray());
        return id;
    }

    private static Task<HttpResponseMessage> PostedAsync(LocalServer server, string id, string entry, string postedAt, string? trackingNumber) =>
        server.Client.PostAsync($"/api/cycles/{id}/deliveries/{entry}/posted", new { postedAt, trackingNumber });

    private static Task<HttpResponseMessage> ReceiptAsync(LocalServer server, string id, string entry) =>
        server.Client.PostAsync($"/api/cycles/{id}/deliveries/{entry}/receipt", new { registerNumber = "1" });

    private static async Task<string[]> StatesAsync(LocalServer server, string id) =>
        [.. (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray().Select(row => $"{row!["entryCode"]} {row["state"]}")];

    private static async Task<string[]> TelephoneListAsync(LocalServer server, string id) =>
        [.. (await server.Client.GetJsonAsync($"/api/cycles/{id}/telephone-list")).AsArray().Select(call => $"{call!["entryCode"]} {call["state"]}")];
}
