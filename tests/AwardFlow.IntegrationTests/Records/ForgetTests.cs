using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Judging;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Records.Retention;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.IntegrationTests.Records;

/// <summary>One person's data on request: found wherever it is, and erased by two.</summary>
public sealed class ForgetTests : IDisposable
{
    private const string Person = "นางสาวสมศรี ใจดี";
    private const string Email = "somsri@committee.example";

    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;

    public ForgetTests() => _storage = EmbeddedStorage.Open(_folder.Of("data"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_operator_asks_and_an_approver_who_is_another_sees_what_goes_and_stays_before_it_happens()
    {
        await using var server = await LocalServer.StartAsync(
            _storage, [.. AwardFlowClient.Keys, ("Api:Keys:somchai", "a-key-of-both-roles-of-tests"), ("Api:Keys:somchai:Role", "operator,approver")]);
        using var both = new AwardFlowClient(server.Address, "a-key-of-both-roles-of-tests");
        using var approver = new AwardFlowClient(server.Address, AwardFlowClient.ApproverKey);
        var id = await server.OpenCycleAsync(entries: 1);
        await RefuseAsync(server, id, Workbook(Person));

        // An approver alone asks for nothing, and an operator alone erases nothing.
        Assert.Equal(HttpStatusCode.Forbidden, (await approver.PostAsync("/api/forget", new { who = Person, erase = true })).StatusCode);
        using var asked = await both.PostAsync("/api/forget", new { who = Person, erase = true });
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var answer = await AwardFlowClient.JsonAsync(asked);
        Assert.Equal(("refusedUploads", false, false), ((string)answer["found"]![0]!["kind"]!, (bool)answer["found"]![0]!["isKept"]!, (bool)answer["erased"]!));
        Assert.True(await IsFoundAsync(Person));
        // The same is not asked for twice.
        var request = (string)answer["request"]!["id"]!;
        Assert.Equal(
            request,
            (string)(await AwardFlowClient.JsonAsync(await both.PostAsync("/api/forget", new { who = $" {Person} ", erase = true })))["request"]!["id"]!);

        var waiting = (await approver.GetJsonAsync("/api/forget")).AsArray().Single()!;
        Assert.Equal((request, Person, "somchai"), ((string)waiting["id"]!, (string)waiting["who"]!, (string)waiting["by"]!));
        var seen = (string)(await approver.GetJsonAsync($"/api/forget/{request}"))["seen"]!;
        Assert.Equal(HttpStatusCode.Conflict, (await both.PostAsync($"/api/forget/{request}/approve", new { seen })).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await approver.PostAsync($"/api/forget/{request}/approve", new { seen = "0123456789abcdef" })).StatusCode);
        Assert.True(await IsFoundAsync(Person));
        await AwardFlowClient.SucceedAsync(await approver.PostAsync($"/api/forget/{request}/approve", new { seen }));
        Assert.False(await IsFoundAsync(Person));
        Assert.Empty((await approver.GetJsonAsync("/api/forget")).AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await approver.PostAsync($"/api/forget/{request}/approve", new { seen })).StatusCode);

        var trail = await new TrailReader(_storage.Rows).PageAsync(CycleTrails.Records, after: 0, 10, Cancelled);
        Assert.Equal([("forgetAsked", "somchai"), ("forgetApproved", "wichai")], trail.Select(line => (line.Line.Kind, line.Line.By!.Name)));
        Assert.Equal(
            "wichai",
            (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}/trail"))["rows"]!.AsArray()
                .Single(row => (string)row!["kind"]! == "personForgotten")!["by"]!["name"]!);
    }

    [Fact]
    public async Task A_request_that_is_taken_back_or_that_nobody_decides_on_names_nobody_any_more()
    {
        await using var server = await LocalServer.StartAsync(_storage, [.. AwardFlowClient.Keys]);
        var id = await server.OpenCycleAsync(entries: 1);
        await RefuseAsync(server, id, Encoding.UTF8.GetBytes($"entry_code,judge,A\nE0001,{Person},9999\n"));
        foreach (var name in new[] { Person, "สมศรี ใจดี" })
        {
            var request = (string)(await AwardFlowClient.JsonAsync(
                await server.Client.PostAsync("/api/forget", new { who = name, erase = true })))["request"]!["id"]!;
            if (name == Person)
            {
                Assert.Equal(HttpStatusCode.NoContent, (await server.Client.Http.DeleteAsync($"/api/forget/{request}", Cancelled)).StatusCode);
            }
        }
        server.Time.Advance(TimeSpan.FromDays(31));
        await server.Services.GetRequiredService<RetentionRun>().RunAsync(Cancelled);
        Assert.Empty((await server.Client.GetJsonAsync("/api/forget")).AsArray());
        Assert.False(await IsFoundAsync("สมศรี"));
        var trail = await new TrailReader(_storage.Rows).PageAsync(CycleTrails.Records, after: 0, 10, Cancelled);
        Assert.Equal(["forgetAsked", "forgetWithdrawn", "forgetAsked", "forgetWithdrawn"], trail.Select(line => line.Line.Kind));
    }

    [Fact]
    public async Task A_judge_is_found_in_address_link_drafts_and_outbox_and_goes_when_the_cycle_is_over()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await JudgeApiTests.OpenAsync(server, 1, definition => definition with { Judges = [new Judge(JudgeName.Parse(Person)) { Email = Email }] });
        var token = await JudgeApiTests.LinkAsync(server, id, Person);
        using (var judge = new JudgeClient(server.Address, token))
        {
            await judge.SaveAsync("E0001", "40", "20", "10");
        }
        await AwardFlowClient.SucceedAsync(
            await server.Client.PutJsonAsync($"/api/cycles/{id}/judging/{Uri.EscapeDataString(Person)}", new { email = "somsri.new@committee.example" }));
        Directory.CreateDirectory(server.Outbox);
        await File.WriteAllTextAsync(
            Path.Combine(server.Outbox, $"{id}_NOTICE-1.eml"),
            $"To: {Email}\r\nSubject: =?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes($"เรียน {Person}"))}?=\r\n\r\nx",
            Cancelled);

        var found = await FindAsync(server, Person);
        Assert.Equal(
            ["judgeDrafts True", "judges True", "outbox True", "trail True", "trailValues False", "uploads True"],
            found.Select(finding => $"{finding!["kind"]} {finding["isKept"]!.ToString() is "true" or "True"}").Order(StringComparer.Ordinal));
        Assert.Equal(["outbox"], (await FindAsync(server, Email)).Select(finding => (string)finding!["kind"]!).Where(kind => kind == "outbox"));

        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/cancel", new { reason = "เลิก" }));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync("/api/forget", new { who = Person, erase = true }));
        Assert.Equal(["trail", "uploads"], (await FindAsync(server, Person)).Select(finding => (string)finding!["kind"]!).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFiles(server.Outbox, $"{id}_NOTICE-1.eml"));
        Assert.Empty(await _storage.Rows.ListAsync(id, RowRange.Prefix("judging!"), Cancelled).ToListAsync(Cancelled));
        using var after = new JudgeClient(server.Address, token);
        Assert.Equal(HttpStatusCode.Unauthorized, (await after.SendAsync(HttpMethod.Get, "/api/judge")).StatusCode);
    }

    private static async Task<JsonArray> FindAsync(LocalServer server, string who) =>
        (await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(await server.Client.PostAsync("/api/forget", new { who }))))["found"]!.AsArray();

    private static async Task RefuseAsync(LocalServer server, string id, byte[] file)
    {
        using var refused = await server.Client.UploadAsync(id, "scores", file, file.AsSpan().StartsWith("PK"u8) ? AwardFlowClient.Xlsx : "text/csv");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    // The name in a cell whose text is cut into runs, as a spreadsheet does where a part of it is bold.
    private static byte[] Workbook(string name)
    {
        using var workbook = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(workbook, new[] { new { entry_code = "E0001", judge = "ก", A = 4000, B = 20, C = 10, note = "NOTE" } });
        using (var zip = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)).ToList())
            {
                string text;
                using (var reader = new StreamReader(entry.Open()))
                {
                    text = reader.ReadToEnd();
                }
                if (text.Contains("NOTE", StringComparison.Ordinal))
                {
                    const string runs = "<x:r><x:rPr><x:b/></x:rPr><x:t>{0}</x:t></x:r>\n  <x:r><x:t>{1}</x:t></x:r>";
                    var cell = $"<x:c r=\"F2\" t=\"inlineStr\"><x:is>{string.Format(System.Globalization.CultureInfo.InvariantCulture, runs, name[..7], name[7..])}</x:is></x:c>";
                    var cut = System.Text.RegularExpressions.Regex.Replace(
                        text, "<x:c [^>]*>(?!<x:c ).{0,40}NOTE.{0,40}?</x:c>", cell, System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
                    Assert.NotEqual(text, cut);
                    using var writer = new StreamWriter(entry.Open());
                    writer.BaseStream.SetLength(0);
                    writer.Write(cut);
                }
            }
        }
        return workbook.ToArray();
    }

    // A name that is cut into runs stands nowhere as a whole, but its parts do.
    private async Task<bool> IsFoundAsync(string name) =>
        await ContentSearch.IsInAsync(_folder.Of("data"), name) || await ContentSearch.IsInAsync(_folder.Of("data"), name[^5..]);
}
