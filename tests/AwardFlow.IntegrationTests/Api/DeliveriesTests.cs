using System.Net;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;
using MimeKit;

namespace AwardFlow.IntegrationTests.Api;

/// <summary>The ledger, and what people do to single deliveries.</summary>
public class DeliveriesTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task A_corrected_address_gets_the_letter_when_it_is_sent_again_and_the_history_stays()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentCycleAsync(server);
        using var corrected = await PutAddressAsync(server, id, "E0001", "saraban@right.example");
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        Assert.Equal(2, Directory.GetFiles(server.Outbox, $"{id}_*").Length);

        using var resend = await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "ที่อยู่เดิมผิด" });
        Assert.Equal(HttpStatusCode.Accepted, resend.StatusCode);
        await server.ResentAsync(id, "E0001");

        var mail = await MimeMessage.LoadAsync(Path.Combine(server.Outbox, $"{id}_E0001_2.eml"), TestContext.Current.CancellationToken);
        Assert.Equal("saraban@right.example", mail.To.ToString());
        Assert.Equal(3, Directory.GetFiles(server.Outbox, $"{id}_*").Length);
        var delivery = await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001");
        Assert.Equal(
            [
                "rendered", "claimed", "taken by the mail service",
                "address corrected from saraban-e0001@entrant.example", "sent again: ที่อยู่เดิมผิด", "claimed",
                "taken by the mail service",
            ],
            delivery["journal"]!.AsArray().Select(line => line!["cause"]!.GetValue<string>()));
        Assert.Equal(["local", "local"], delivery["journal"]!.AsArray().Select(line => line!["by"]?.GetValue<string>()).OfType<string>());
        Assert.Equal("sent", await server.Client.StateAsync(id));
    }

    [Fact]
    public async Task An_entry_with_a_Thai_code_is_sent_again_and_the_answer_says_where_it_stands()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle(cycle => cycle with { Approval = Approval.None });
        var id = definition.Id;
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id.Text, "entries", System.Text.Encoding.UTF8.GetBytes(
            "entry_code,project,organisation,addressee,saraban_email,province\nผลงาน-1,p,o,a,saraban@one.example,p\nผลงาน-2,p,o,a,saraban@two.example,p")));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id.Text, "scores", TestSheets.Scores(["ผลงาน-1", "ผลงาน-2"], "ก")));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.SentAsync(id.Text);

        using var resend = await server.Client.PostAsync($"/api/cycles/{id}/deliveries/{Uri.EscapeDataString("ผลงาน-1")}/resend", new { reason = "ขอใหม่" });
        Assert.Equal(HttpStatusCode.Accepted, resend.StatusCode);
        Assert.Equal("ผลงาน-1", (await server.Client.GetJsonAsync(resend.Headers.Location!.OriginalString))["entryCode"]!.GetValue<string>());
        await server.ResentAsync(id.Text, "ผลงาน-1");

        using var page = await server.Client.Http.GetAsync($"/api/cycles/{id}/deliveries?limit=1", TestContext.Current.CancellationToken);
        var next = Assert.Single(page.Headers.GetValues("Link")).Split('>')[0].TrimStart('<');
        Assert.Equal("ผลงาน-2", Assert.Single((await server.Client.GetJsonAsync(next)).AsArray())!["entryCode"]!.GetValue<string>());
        using var letter = await server.Client.Http.GetAsync(
            $"/api/cycles/{id}/letters/{Uri.EscapeDataString("ผลงาน-1")}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, letter.StatusCode);
    }

    [Fact]
    public async Task A_letter_that_came_back_to_a_mailbox_is_recorded_and_told_in_code_and_in_words()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentCycleAsync(server);
        await AwardFlowClient.SucceedAsync(
            await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/bounce", new { reason = "550 5.1.1 no such mailbox" }));
        var delivery = await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001");
        Assert.Equal(
            ("bounced", "It came back: 550 5.1.1 no such mailbox", "cameBack", "550 5.1.1 no such mailbox"),
            ((string)delivery["state"]!, (string)delivery["detail"]!, (string)delivery["why"]!["code"]!, (string)delivery["why"]!["arguments"]!["reason"]!));
        Assert.Equal(
            ("came back: 550 5.1.1 no such mailbox", "local"),
            ((string)delivery["journal"]!.AsArray()[^1]!["cause"]!, (string)delivery["journal"]!.AsArray()[^1]!["by"]!));
        Assert.Contains("E0001", await server.Client.GetTextAsync($"/api/cycles/{id}/telephone-list.csv"), StringComparison.Ordinal);
        Assert.Contains("/bounce", await server.Client.GetTextAsync("/openapi.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_a_letter_again_leaves_the_cycles_date_and_mails_no_other_letter()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentCycleAsync(server);
        var sentAt = (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}"))["sentAt"]!;
        server.Time.Advance(TimeSpan.FromHours(5));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = "lost" }));
        await server.ResentAsync(id, "E0001");
        var cycle = await server.Client.GetJsonAsync($"/api/cycles/{id}");
        Assert.Equal(("sent", sentAt, 2, 2), ((string)cycle["state"]!, (string)cycle["sentAt"]!, (int)cycle["mailed"]!, (int)cycle["rendered"]!));
        Assert.Equal(3, Directory.GetFiles(server.Outbox, $"{id}_*").Length);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"address\": null}")]
    [InlineData("{\"address\": 5}")]
    [InlineData("null")]
    public async Task A_correction_without_an_address_is_refused(string body)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var response = await server.Client.Http.PutAsync(
            $"/api/cycles/{id}/entries/E0001/address",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull((await AwardFlowClient.JsonAsync(response))["errors"]!["address"]);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@b.example, c@d.example")]
    [InlineData("a@b.example\r\nBcc: x@y.example")]
    [InlineData("")]
    public async Task What_is_no_address_is_refused(string address)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentCycleAsync(server);
        using var response = await PutAddressAsync(server, id, "E0001", address);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("saraban-e0001@entrant.example", (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001"))["address"]!.GetValue<string>());
    }

    [Fact]
    public async Task Before_sending_a_corrected_address_is_simply_used()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await AwardFlowClient.SucceedAsync(await PutAddressAsync(server, id, "E0001", "saraban@right.example"));
        await server.Client.ApproveAsync(id);
        await server.DoneAsync("FinishSending", id);
        Assert.Equal(
            "saraban@right.example",
            MimeMessage.Load(Directory.GetFiles(server.Outbox, $"{id}_*").Single(), TestContext.Current.CancellationToken).To.ToString());
    }

    [Fact]
    public async Task Sending_again_needs_a_reason_a_letter_and_released_letters()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentCycleAsync(server);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { reason = " " })).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/resend", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E9999/resend", new { reason = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/a%23b/resend", new { reason = "x" })).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound, (await server.Client.PostAsync("/api/cycles/nobody-knows-it/deliveries/E0001/resend", new { reason = "x" })).StatusCode);
        var open = await server.OpenCycleAsync(entries: 1);
        Assert.Equal(HttpStatusCode.Conflict, (await server.Client.PostAsync($"/api/cycles/{open}/deliveries/E0001/resend", new { reason = "x" })).StatusCode);
        Assert.Equal(2, Directory.GetFiles(server.Outbox, $"{id}_*").Length);
    }

    [Fact]
    public async Task Only_a_held_delivery_can_be_settled_by_word()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await SentCycleAsync(server);
        Assert.Equal(HttpStatusCode.Conflict, (await server.Client.PostAsync($"/api/cycles/{id}/deliveries/E0001/settle", new { reason = "x" })).StatusCode);
    }

    [Fact]
    public async Task Exports_are_harmless_to_spreadsheets()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var definition = LocalServer.NewCycle();
        var id = definition.Id;
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(definition));
        const string Formula = "=HYPERLINK(\"http://evil.example\")";
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(
            id.Text,
            "entries",
            System.Text.Encoding.UTF8.GetBytes(
                $"entry_code,project,organisation,addressee,saraban_email,province\nE0001,p,\"{Formula.Replace("\"", "\"\"", StringComparison.Ordinal)}\",a,=1+1@evil.example,p")));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id.Text, "scores", TestSheets.Scores(["E0001"], "ก")));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id.Text, "False");
        Assert.Contains(
            "E0001,\"'=1+1@evil.example\",pending,", await server.Client.GetTextAsync($"/api/cycles/{id}/deliveries.csv"), StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", await server.Client.GetTextAsync($"/api/cycles/{id}/results.csv"), StringComparison.Ordinal);
        using var workbook = new MemoryStream(await server.Client.GetBytesAsync($"/api/cycles/{id}/deliveries.xlsx"));
        IDictionary<string, object> row = MiniExcelLibs.MiniExcel.Query(workbook, useHeaderRow: true).Single();
        Assert.Equal("'=1+1@evil.example", row["address"]);
    }

    private static Task<HttpResponseMessage> PutAddressAsync(LocalServer server, string id, string entry, string address) => server.Client.Http.PutAsync(
        $"/api/cycles/{id}/entries/{entry}/address",
        new StringContent(new JsonObject { ["address"] = address }.ToJsonString(AwardJson.Options), System.Text.Encoding.UTF8, "application/json"),
        TestContext.Current.CancellationToken);

    private static async Task<string> SentCycleAsync(LocalServer server)
    {
        var id = await server.OpenCycleAsync(entries: 2);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("ReleaseLetters", id, "False");
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        return id;
    }
}
