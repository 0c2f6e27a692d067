using System.Globalization;
using System.Net;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using MimeKit;
using UglyToad.PdfPig;

namespace AwardFlow.IntegrationTests.Api;

public class WholeCycleTests(EmbeddedFixture embedded) : IClassFixture<EmbeddedFixture>
{
    [Fact]
    public async Task From_the_definition_to_one_mail_an_entry()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 3);
        Assert.Equal("open", await server.Client.StateAsync(id));

        server.ComeToClosing();
        await server.DoneAsync("ReleaseLetters", id, "False");
        Assert.Equal("awaitingApproval", await server.Client.StateAsync(id));
        Assert.Empty(server.MailsOf(id));

        await server.Client.ApproveAsync(id);
        await server.DoneAsync("FinishSending", id);

        var cycle = await server.Client.GetJsonAsync($"/api/cycles/{id}");
        Assert.Equal(("sent", 3, 3, 3), (cycle["state"]!.GetValue<string>(), (int)cycle["letters"]!, (int)cycle["rendered"]!, (int)cycle["mailed"]!));
        Assert.Equal("local", cycle["approvedBy"]!.GetValue<string>());
        Assert.Equal(
            "entry_code,organisation,judges,average,rank,passed\r\nE0001,เทศบาลตำบลที่ E0001,2,70.00,1,true\r\n",
            string.Concat((await server.Client.GetTextAsync($"/api/cycles/{id}/results.csv")).Split('\n').Take(2).Select(line => line + '\n')));
        var deliveries = (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray();
        Assert.All(deliveries, row => Assert.Equal(("accepted", 1), (row!["state"]!.GetValue<string>(), (int)row["attempts"]!)));
        var mails = server.MailsOf(id).Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file)).ToList();
        Assert.Equal(
            ["saraban-e0001@entrant.example", "saraban-e0002@entrant.example", "saraban-e0003@entrant.example"], mails.Select(mail => mail.To.ToString()));
        Assert.All(mails, mail => Assert.Equal(
            ["-letter.pdf", "-certificate.pdf", "-results.pdf"], mail.Attachments.Cast<MimePart>().Select(attachment => attachment.FileName![5..])));
    }

    [Fact]
    public async Task The_sample_comes_out_with_the_seed_letters_average()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var sample = SampleFolder.Path;
        var definition = CycleDefinitionReader.Read(await File.ReadAllBytesAsync(Path.Combine(sample, "cycle.json"), TestContext.Current.CancellationToken));
        var cycle = definition with { Id = LocalServer.NewCycle().Id };
        await AwardFlowClient.SucceedAsync(await server.Client.PutAsync(cycle));
        foreach (var file in Directory.GetFiles(sample).Where(file => Path.GetExtension(file) is ".csv" or ".xlsx").Order(StringComparer.Ordinal))
        {
            var kind = Path.GetFileName(file).StartsWith("entries", StringComparison.Ordinal) ? "entries" : "scores";
            var type = file.EndsWith(".csv", StringComparison.Ordinal) ? "text/csv" : AwardFlowClient.Xlsx;
            await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(
                cycle.Id.Text, kind, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), type));
        }

        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{cycle.Id}/close"));
        await server.DoneAsync("ReleaseLetters", cycle.Id.Text, "False");

        var results = (await server.Client.GetJsonAsync($"/api/cycles/{cycle.Id}/results"))["entries"]!.AsArray();
        Assert.True(results.Count >= 12);
        Assert.Equal(results.Count, results.Select(result => result!["entry"]!["province"]!.GetValue<string>()).Distinct().Count());
        Assert.Equal([false, true], results.Select(result => (bool)result!["passed"]!).Distinct().Order());
        Assert.Contains(results.GroupBy(result => (int)result!["rank"]!), tie => tie.Count() > 1);
        var line = results.Single(result => result!["entry"]!["project"]!.GetValue<string>().Contains("LINE Official Account", StringComparison.Ordinal))!;
        Assert.Equal(67.92m, (decimal)line["average"]!);
        using var letter = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{cycle.Id}/letters/{line["entry"]!["code"]}"));
        Assert.Contains("คะแนนเฉลี่ย ๖๗.๙๒", string.Concat(letter.GetPages().Select(page => page.Text)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_approval_letters_go_as_soon_as_they_are_rendered()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 2, definition => definition with { Approval = Approval.None });
        server.ComeToClosing();
        await server.DoneAsync("FinishSending", id);
        Assert.Equal(2, Directory.GetFiles(server.Outbox, $"{id}_*").Length);
    }

    [Fact]
    public async Task An_approval_that_comes_while_letters_are_rendered_is_refused_since_nobody_has_seen_them()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 200);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.DoneAsync("CloseScores", id, "Closed = True");
        using var refused = await server.Client.PostAsync($"/api/cycles/{id}/approve", new { manifestSha256 = new string('0', 64) });
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        await server.DoneAsync("ReleaseLetters", id, "False");
        await server.Client.ApproveAsync(id);
        await server.SentAsync(id);
        Assert.Equal(200, server.MailsOf(id).Length);
    }

    [Fact]
    public async Task Extending_moves_the_closing_time()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/extend", new { closesAt = TestCycle.ClosesAt.AddDays(1) }));
        await server.DoneAsync("CloseScores", id, $"LookAgainAt = {TestCycle.ClosesAt.AddDays(1).ToString(CultureInfo.CurrentCulture)}");
        server.ComeToClosing();
        Assert.Equal("open", await server.Client.StateAsync(id));
        server.Time.Advance(TimeSpan.FromDays(1));
        await server.DoneAsync("CloseScores", id, "Closed = True");
    }

    [Fact]
    public async Task A_preview_is_the_letter_so_far_marked_as_a_draft()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        using var preview = PdfDocument.Open(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters/E0001"));
        Assert.Contains("ร่าง", preview.GetPage(1).Text, StringComparison.Ordinal);
        Assert.Contains("คะแนนเฉลี่ย ๗๐.๐๐", preview.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_before_closing_are_marked_provisional()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        Assert.True((bool)(await server.Client.GetJsonAsync($"/api/cycles/{id}/results"))["provisional"]!);
        Assert.StartsWith(
            "entry_code,organisation,judges,average,rank,passed,provisional",
            await server.Client.GetTextAsync($"/api/cycles/{id}/results.csv"),
            StringComparison.Ordinal);
        Assert.Equal("PK"u8.ToArray(), (await server.Client.GetBytesAsync($"/api/cycles/{id}/results.xlsx"))[..2]);
    }

    [Fact]
    public async Task The_last_accepted_score_counts()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ก", 50, 30, 20)));
        var result = (await server.Client.GetJsonAsync($"/api/cycles/{id}/results"))["entries"]![0]!;
        Assert.Equal((85m, 2), ((decimal)result["average"]!, (int)result["judges"]!));
    }
}
