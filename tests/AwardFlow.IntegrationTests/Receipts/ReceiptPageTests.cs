using System.Net;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Receipts;

/// <summary>The recipient's page, over real HTTP.</summary>
public class ReceiptPageTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    // Letters go out on 1 October 2021 at 16.30; the desks register them two days later, before any reminder is due.
    private static readonly DateTimeOffset TwoDaysLater = new(2021, 10, 3, 12, 0, 0, TimeSpan.FromHours(7));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_desk_confirms_its_letter_and_the_page_shows_its_stamp()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentAsync(server, entries: 2);
        using var desk = Recipient.Of(server, $"{id}_E0001");
        var form = await desk.TextAsync();
        Assert.Contains("<html lang=\"th\">", form, StringComparison.Ordinal);
        Assert.Contains("ทดสอบ ๒๕๖๔/ว๑", form, StringComparison.Ordinal);
        Assert.Contains("value=\"2564\"", form, StringComparison.Ordinal);
        Assert.Contains("value=\"12.00\"", form, StringComparison.Ordinal);

        using var confirmed = await desk.SubmitAsync(await desk.FormValueAsync(), "๒๙๒๑", name: "<b>สมศรี</b>");
        Assert.Equal(HttpStatusCode.SeeOther, confirmed.StatusCode);
        Assert.Equal($"{desk.Token}?lang=th", confirmed.Headers.Location!.OriginalString);
        var page = await desk.TextAsync();
        Assert.Contains("<p>เทศบาลตำบลที่ E0001</p><p>รับที่ ๒๙๒๑</p><p>วันที่ ๓ ต.ค. ๒๕๖๔</p><p>เวลา ๑๑.๐๐ น.</p>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;สมศรี&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);

        var delivery = await DeliveryAsync(server, id, "E0001");
        Assert.Equal(("received", "๒๙๒๑", "2021-10-03T11:00:00+07:00", "สำนักปลัด"), (
            (string)delivery["state"]!,
            (string)delivery["receipt"]!["registerNumber"]!,
            (string)delivery["receipt"]!["registeredAt"]!,
            (string)delivery["receipt"]!["division"]!));
        var line = delivery["journal"]!.AsArray()[^1]!;
        Assert.Equal(
            ("received", "recipient", "รับที่ ๒๙๒๑ วันที่ ๓ ต.ค. ๒๕๖๔ เวลา ๑๑.๐๐ น. สำนักปลัด (<b>สมศรี</b>)"),
            ((string)line["cause"]!, (string)line["by"]!, (string)line["receipt"]!));
        Assert.Equal(1, (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["received"]!);
        Assert.Contains(
            "E0001,saraban-e0001@entrant.example,received,", await server.Client.GetTextAsync($"/api/cycles/{id}/deliveries.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scanners_and_previews_that_fetch_the_page_and_the_letter_confirm_nothing()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentAsync(server, entries: 1);
        using var scanner = Recipient.Of(server, $"{id}_E0001");
        for (var i = 0; i < 3; i++)
        {
            foreach (var path in new[] { scanner.Path, scanner.Path + "?lang=en", scanner.Path + "/letter.pdf" })
            {
                using var page = await scanner.SendAsync(HttpMethod.Get, path);
                using var head = await scanner.SendAsync(HttpMethod.Head, path);
                Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (page.StatusCode, head.StatusCode));
                Assert.Equal(page.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
            }
            // Some post what they find, or nothing at all; none has the form's value.
            foreach (var body in new HttpContent?[] { null, new StringContent("{}"), new FormUrlEncodedContent([KeyValuePair.Create("number", "1")]) })
            {
                using var posted = await scanner.SendAsync(HttpMethod.Post, scanner.Path, body);
                Assert.Equal(HttpStatusCode.BadRequest, posted.StatusCode);
            }
            using var forged = await scanner.SubmitAsync("0.1633682400.AAAA", "1");
            Assert.Equal(HttpStatusCode.SeeOther, forged.StatusCode);
            Assert.Contains("แบบฟอร์มนี้หมดอายุ", await scanner.FollowAsync(forged), StringComparison.Ordinal);
        }
        Assert.Equal("accepted", (string)(await DeliveryAsync(server, id, "E0001"))["state"]!);
        Assert.StartsWith(
            "%PDF", System.Text.Encoding.ASCII.GetString(await server.Client.GetBytesAsync(scanner.Path + "/letter.pdf"))[..4], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_is_corrected_and_neither_an_old_form_nor_a_second_press_undoes_that()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentAsync(server, entries: 2);
        using var desk = Recipient.Of(server, $"{id}_E0001");
        var first = await desk.FormValueAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.SubmitAsync(first, "2921")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.SubmitAsync(first, "2921")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.ConfirmAsync("2922")).StatusCode);
        using var replayed = await desk.SubmitAsync(first, "2921");
        Assert.Equal(HttpStatusCode.SeeOther, replayed.StatusCode);
        var latest = await desk.FollowAsync(replayed);
        Assert.Contains("รับที่ ๒๙๒๒", latest, StringComparison.Ordinal);
        Assert.Contains("ยังไม่ได้บันทึกของท่าน", latest, StringComparison.Ordinal);
        var delivery = await DeliveryAsync(server, id, "E0001");
        Assert.Equal(("2922", 2), ((string)delivery["receipt"]!["registerNumber"]!, (int)delivery["receipt"]!["revision"]!));
        Assert.Equal(["received", "receipt corrected"], delivery["journal"]!.AsArray().TakeLast(2).Select(line => (string)line!["cause"]!));
        Assert.Equal(1, (int)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["received"]!);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_field_and_what_was_written_stays()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentAsync(server, entries: 1);
        using var desk = Recipient.Of(server, $"{id}_E0001");
        using var refused = await desk.SubmitAsync(
            await desk.FormValueAsync(), "", day: "31", time: "noon", division: "\"><script>alert(1)</script>", query: "?lang=en");
        Assert.Equal(HttpStatusCode.SeeOther, refused.StatusCode);
        var page = await desk.FollowAsync(refused);
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("<li><a href=\"#number\">Enter the register number</a></li>", page, StringComparison.Ordinal);
        Assert.Contains("id=\"error-TimeWrong\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Equal("accepted", (string)(await DeliveryAsync(server, id, "E0001"))["state"]!);
    }

    [Fact]
    public async Task The_page_is_kept_nowhere_sets_no_cookie_and_loads_nothing_from_elsewhere()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentAsync(server, entries: 1);
        using var desk = Recipient.Of(server, $"{id}_E0001");
        using var page = await desk.OpenAsync();
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
        Assert.StartsWith(
            "default-src 'none'; style-src 'self'; form-action 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("//", await page.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        using var style = await desk.SendAsync(HttpMethod.Get, "/pages/receipt.css");
        Assert.Equal(HttpStatusCode.OK, style.StatusCode);
    }

    [Fact]
    public async Task Late_events_never_overwrite_a_receipt()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentAsync(server, entries: 2);
        using var desk = Recipient.Of(server, $"{id}_E0001");
        await desk.ConfirmAsync("2921");
        var ledger = server.Services.GetRequiredService<DeliveryLedger>();
        var row = (await ledger.FindAsync(CycleId.Parse(id), EntryCode.Parse("E0001"), Cancelled))!;
        foreach (var state in new[] { DeliveryState.Delivered, DeliveryState.Deferred, DeliveryState.Bounced })
        {
            await ledger.ApplyAsync(
                new ProviderEvent(
                    $"{state}", CycleId.Parse(id), EntryCode.Parse("E0001"), row.Id, state, TwoDaysLater.AddDays(1), DeliveryCause.SendGrid($"{state}"), "m1"),
                Cancelled);
        }
        var delivery = await DeliveryAsync(server, id, "E0001");
        Assert.Equal(("received", "2921"), ((string)delivery["state"]!, (string)delivery["receipt"]!["registerNumber"]!));
        Assert.Equal(3, delivery["journal"]!.AsArray().Count(line => ((string)line!["cause"]!).StartsWith("SendGrid", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_receipt_may_come_by_telephone_and_is_marked_so()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentAsync(server, entries: 2);
        var path = $"/api/cycles/{id}/deliveries/E0001/receipt";
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.PostAsync(path, new { registerNumber = " " })).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest, (await server.Client.PostAsync(path, new { registerNumber = "1", registeredAt = TwoDaysLater.AddDays(1) })).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await server.Client.PostAsync(path, new { registerNumber = "1", registeredAt = TwoDaysLater.AddDays(-30) })).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0009/receipt", new { registerNumber = "1" })).StatusCode);
        var received = await AwardFlowClient.JsonAsync(
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(path, new { registerNumber = "77", division = "กองคลัง" })));
        Assert.Equal(
            ("received", "77", "local"),
            ((string)received["state"]!, (string)received["receipt"]!["registerNumber"]!, (string)received["receipt"]!["telephonedTo"]!));
        Assert.Equal("received by telephone", (string)(await DeliveryAsync(server, id, "E0001"))["journal"]!.AsArray()[^1]!["cause"]!);
        using var desk = Recipient.Of(server, $"{id}_E0001");
        Assert.Contains("บันทึกจากการแจ้งทางโทรศัพท์", await desk.TextAsync(), StringComparison.Ordinal);
        var open = await server.OpenCycleAsync(entries: 1, definition => definition with { ClosesAt = TwoDaysLater.AddDays(9) });
        Assert.Equal(
            HttpStatusCode.NotFound, (await server.Client.PostAsync($"/api/cycles/{open}/deliveries/E0001/receipt", new { registerNumber = "1" })).StatusCode);
    }

    [Fact]
    public async Task When_the_last_receipt_comes_the_cycle_is_completed_and_the_page_only_shows()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentAsync(server, entries: 2);
        using var one = Recipient.Of(server, $"{id}_E0001");
        using var other = Recipient.Of(server, $"{id}_E0002");
        await one.ConfirmAsync("1");
        Assert.Equal("sent", await server.Client.StateAsync(id));
        var before = await other.FormValueAsync();
        await other.SubmitAsync(before, "2");
        await server.FinishedAsync(id);
        Assert.Equal("completed", await server.Client.StateAsync(id));
        using var late = await one.ConfirmAsync("3");
        Assert.Equal(HttpStatusCode.SeeOther, late.StatusCode);
        var page = await one.TextAsync();
        Assert.Contains("รับที่ ๑", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Conflict, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/receipt", new { registerNumber = "1" })).StatusCode);
    }

    internal static async Task<string> SentAsync(LocalServer server, int entries)
    {
        var id = await server.SendCycleAsync(entries);
        server.Time.SetUtcNow(TwoDaysLater);
        return id;
    }

    private static Task<JsonNode> DeliveryAsync(LocalServer server, string id, string entry) =>
        server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/{entry}");
}
