using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Records.Report;
using AwardFlow.Records.Retention;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.IntegrationTests.Records;

/// <summary>What the sweep erases is found by content in no file: of drafts, of whole cycles, of telephone numbers and of names, also after a crash.</summary>
public sealed class ErasureTests : IDisposable
{
    private const string Person = "นางสาวสมศรี ใจดี";
    private const string Telephone = "081-234-5678";

    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;

    public ErasureTests() => _storage = EmbeddedStorage.Open(_folder.Of("data"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_draft_that_was_never_opened_goes_whole_and_leaves_a_line_that_says_so()
    {
        await using var server = await LocalServer.StartAsync(_storage, ("Retention:DraftsDays", "10"));
        var id = (string)(await AwardFlowClient.JsonAsync(
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync("/api/cycles", new { source = "sample" }))))["id"]!;
        var organiser = (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}/definition"))["organiser"]!["name"]!;
        Assert.True(await IsFoundAsync(organiser));
        await SweepAsync(server, TimeSpan.FromDays(11));
        Assert.False(await IsFoundAsync(organiser));
        Assert.False(await IsFoundAsync(id));
        var told = await server.Services.GetRequiredService<CycleTrails>()
            .CheckAllAsync(Cancelled)
            .SingleAsync(report => report.Of == CycleTrails.Records, Cancelled);
        Assert.Equal((true, 1), (told.IsWhole, told.End.Lines));
    }

    [Fact]
    public async Task A_cycle_whose_time_is_over_is_found_in_no_file_and_its_mails_have_left_the_outbox()
    {
        await using var server = await LocalServer.StartAsync(_storage, ("Retention:CycleDays", "3653"));
        var id = await FinishedAsync(server, "");
        var address = TestCycle.Entry("E0001").SarabanEmail;
        Assert.True(await IsFoundAsync(address));
        Assert.NotEmpty(server.MailsOf(id));
        await SweepAsync(server, TimeSpan.FromDays(3654));
        foreach (var text in new[] { id, address, Person, TestCycle.Entry("E0001").Organisation })
        {
            Assert.False(await IsFoundAsync(text), text);
        }
        Assert.Empty(server.MailsOf(id));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await server.Client.Http.GetAsync($"/api/cycles/{id}", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task Telephone_numbers_go_a_year_after_the_cycle_unless_it_says_sooner_and_all_else_stays()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await FinishedAsync(server, Telephone);
        var soon = await FinishedAsync(server, "02-999-8888", definition => definition with { Retention = new RetentionRules { TelephonesDays = 5 } });
        var before = await server.Client.GetTextAsync($"/api/cycles/{id}/results.csv");
        await SweepAsync(server, TimeSpan.FromDays(6));
        Assert.False(await IsFoundAsync("02-999-8888"));
        Assert.True(await IsFoundAsync(Telephone));
        var due = (await server.Client.GetJsonAsync($"/api/cycles/{id}/retention"))["kinds"]!.AsArray().Single(kind => (string)kind!["kind"]! == "telephones")!;
        Assert.Equal((365, true), ((int)due["days"]!, due["dueAt"] is not null));

        await SweepAsync(server, TimeSpan.FromDays(366));
        Assert.False(await IsFoundAsync(Telephone));
        Assert.Equal(before, await server.Client.GetTextAsync($"/api/cycles/{id}/results.csv"));
        Assert.Contains(TestCycle.Entry("E0001").SarabanEmail, await server.Client.GetTextAsync($"/api/cycles/{id}/results?limit=5"), StringComparison.Ordinal);
        var snapshot = await server.Client.GetJsonAsync($"/api/cycles/{id}/snapshot");
        Assert.Equal((true, true), ((bool)snapshot["hashesMatch"]!, (bool)snapshot["resultsReproduced"]!));
        Assert.NotEmpty(await server.Client.GetBytesAsync($"/api/cycles/{id}/letters.pdf"));
        Assert.True((bool)(await server.Client.GetJsonAsync($"/api/cycles/{id}/trail"))["isWhole"]!);
        // Once is enough: nothing is told again.
        var told = await server.Client.GetTextAsync($"/api/cycles/{id}/trail.csv");
        await SweepAsync(server, TimeSpan.FromDays(368));
        Assert.Equal(told, await server.Client.GetTextAsync($"/api/cycles/{id}/trail.csv"));
    }

    [Fact]
    public async Task A_name_on_the_receipt_of_a_correction_that_comes_later_goes_when_its_own_time_is_over()
    {
        await using var server = await LocalServer.StartAsync(_storage, ("Retention:ReceiptNamesDays", "3"));
        var id = await FinishedAsync(server, "");
        await SweepAsync(server, TimeSpan.FromDays(4));
        Assert.False(await IsFoundAsync(Person));
        server.Time.Advance(TimeSpan.FromDays(4));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/corrections", new CorrectionRequest
        {
            Entries = [EntryCode.Parse("E0001")],
            Number = "ทดสอบ 2564/ว9",
            Date = new DateOnly(2021, 10, 20),
            Opening = ["ตามหนังสือที่อ้างถึงนั้น ปรากฏว่าข้อความคลาดเคลื่อน"],
            Closing = ["จึงเรียนมาเพื่อโปรดทราบ"],
        }));
        await server.Log.WaitForAsync($"CorrectLetters of CorrectionRef {{ CycleId = {id}, Number = 1", "IsOver = True");
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(
            $"/api/cycles/{id}/deliveries/E0001/receipt",
            new { registerNumber = "30", registeredAt = server.Time.GetUtcNow(), name = "นายมานะ อดทน", correction = 1 }));
        await SweepAsync(server, TimeSpan.FromDays(2));
        Assert.True(await IsFoundAsync("มานะ"));
        await SweepAsync(server, TimeSpan.FromDays(4));
        Assert.False(await IsFoundAsync("มานะ"));
        Assert.Equal((true, true), await TrailAsync(server, id));
        Assert.Equal(
            2,
            (await server.Services.GetRequiredService<CycleStore>().GetAsync(CycleId.Parse(id), Cancelled)).Erased
                .Single(erased => erased.Kind == RetentionKind.ReceiptNames).Count);
    }

    [Fact]
    public async Task An_erasure_of_names_that_is_cut_off_anywhere_is_finished_by_the_next_sweep_and_no_journal_is_left_without_its_hash()
    {
        for (var cut = 1; cut < 12; cut++)
        {
            var storage = new FaultyStorage(_storage);
            await using var server = await LocalServer.StartAsync(storage, ("Retention:ReceiptNamesDays", "3"));
            var id = await FinishedAsync(server, "");
            Assert.Equal((true, true), await TrailAsync(server, id));
            var (commits, last) = (0, cut);
            storage.AfterCommit = (partition, _) =>
            {
                if (partition == id && ++commits == last)
                {
                    storage.Commits = new StorageException(StorageFault.Unavailable, "cut off");
                }
                return Task.CompletedTask;
            };
            await SweepAsync(server, TimeSpan.FromDays(4));
            var wasCut = storage.Commits is not null;
            (storage.AfterCommit, storage.Commits) = (null, null);
            await SweepAsync(server, TimeSpan.FromDays(4));
            Assert.False(await IsFoundAsync(Person), $"cut {cut}");
            Assert.Equal((true, true), await TrailAsync(server, id));
            if (!wasCut)
            {
                Assert.True(cut > 4, $"Only {cut} commits were cut off.");
                return;
            }
        }
        Assert.Fail("An erasure has more commits than were cut off.");
    }

    [Fact]
    public async Task The_report_still_says_how_far_judges_agreed_when_their_scores_are_erased()
    {
        await using var server = await LocalServer.StartAsync(_storage, ("Retention:ScoresByJudgeDays", "10"));
        var id = await FinishedAsync(server, "");
        var before = await AgreementAsync(server, id);
        Assert.DoesNotContain("ไม่สามารถ", before, StringComparison.Ordinal);
        await SweepAsync(server, TimeSpan.FromDays(11));
        Assert.Empty(await _storage.Results.ListAsync($"{id}/scores-", Cancelled).ToListAsync(Cancelled));
        Assert.Equal(before, await AgreementAsync(server, id));
        // Where an earlier version erased them, it says so and not that judges were too few.
        await _storage.Results.DeleteAsync($"{id}/agreement.json", Cancelled);
        Assert.Contains("ถูกลบแล้วเมื่อวันที่", await AgreementAsync(server, id), StringComparison.Ordinal);
    }

    private static async Task<string> AgreementAsync(LocalServer server, string id) =>
        new ReportWords(await server.Services.GetRequiredService<FigureReader>().ReadAsync(CycleId.Parse(id), Cancelled)).Agreement;

    // Whether the chain is whole, and whether every line of a journal has its hash in it.
    private async Task<(bool IsWhole, bool AllKept)> TrailAsync(LocalServer server, string id)
    {
        var report = await server.Services.GetRequiredService<CycleTrails>().CheckAsync(CycleId.Parse(id), Cancelled);
        var kept = await new TrailReader(_storage.Rows).KeptRowsAsync(id, Cancelled);
        return (report.IsWhole, await _storage.Rows.ListAsync(id, RowRange.Prefix("j!"), Cancelled).AllAsync(row => kept.Contains(row.Key), Cancelled));
    }

    // As much later: the server's own clock stays, since a year of its minutes takes a minute.
    private static Task SweepAsync(LocalServer server, TimeSpan later) =>
        ActivatorUtilities.CreateInstance<RetentionRun>(server.Services, new FakeTimeProvider(server.Time.GetUtcNow() + later)).RunAsync(Cancelled);

    private static async Task<string> FinishedAsync(LocalServer server, string telephone, Func<CycleDefinition, CycleDefinition>? change = null)
    {
        var id = await server.OpenCycleAsync(
            entries: 2, definition => (change ?? (same => same))(definition with { Approval = Approval.None, ClosesAt = server.Time.GetUtcNow().AddDays(7) }));
        if (telephone.Length > 0)
        {
            var sheet = string.Join('\n', TestSheets.Codes(2).Select(TestCycle.Entry)
                .Select(entry => $"{entry.Code},{entry.Project},{entry.Organisation},{entry.Addressee},{entry.SarabanEmail},{entry.Province},{telephone}")
                .Prepend("entry_code,project,organisation,addressee,saraban_email,province,phone"));
            await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "entries", Encoding.UTF8.GetBytes(sheet)));
        }
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ก", 45, 25, 15)));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], "ข", 44, 24, 14)));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/close"));
        await server.SentAsync(id);
        foreach (var entry in new[] { "E0001", "E0002" })
        {
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(
                $"/api/cycles/{id}/deliveries/{entry}/receipt",
                new { registerNumber = "2921", registeredAt = server.Time.GetUtcNow(), name = entry == "E0001" ? Person : null }));
        }
        await server.FinishedAsync(id);
        return id;
    }

    private Task<bool> IsFoundAsync(string text) => ContentSearch.IsInAsync(_folder.Of("data"), text);
}
