using System.Net;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Records;

/// <summary>
/// What is kept no longer than it is needed: refused files, names on receipts, scores by judge, one person's data. Erased is what is found nowhere.
/// </summary>
public sealed class RetentionTests : IDisposable
{
    private const string NationalId = "1-1037-02071-81-1";
    private const string Person = "นางสาวสมศรี ใจดี";

    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;

    public RetentionTests() => _storage = EmbeddedStorage.Open(_folder.Of("data"));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_refused_file_is_listed_and_erased_at_once_and_then_found_nowhere()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await server.OpenCycleAsync(entries: 1);
        await RefuseAsync(server, id);
        Assert.True(await IsFoundAsync(NationalId));

        var listed = (await server.Client.GetJsonAsync($"/api/cycles/{id}/retention"))["refusedUploads"]!.AsArray().Single()!;
        Assert.Equal(("local", "scores"), (listed["by"]!.GetValue<string>(), listed["kind"]!.GetValue<string>()));
        Assert.Equal(TimeSpan.FromDays(30), listed["dueAt"]!.GetValue<DateTimeOffset>() - listed["at"]!.GetValue<DateTimeOffset>());
        using var erased = await server.Client.Http.DeleteAsync($"/api/cycles/{id}/refused-uploads/{listed["file"]}", Cancelled);
        Assert.Equal(HttpStatusCode.NoContent, erased.StatusCode);

        Assert.Empty((await server.Client.GetJsonAsync($"/api/cycles/{id}/retention"))["refusedUploads"]!.AsArray());
        Assert.False(await IsFoundAsync(NationalId));
        Assert.False(await IsFoundAsync(listed["file"]!.GetValue<string>()[..64]));
        var trail = await server.Client.GetJsonAsync($"/api/cycles/{id}/trail");
        var line = trail["rows"]!.AsArray()[^1]!;
        Assert.Equal(
            (true, "recordsErased", "refusedUploads", "1"),
            (
                trail["isWhole"]!.GetValue<bool>(),
                line["kind"]!.GetValue<string>(),
                line["after"]!["kind"]!.GetValue<string>(),
                line["after"]!["count"]!.GetValue<string>()));
    }

    [Fact]
    public async Task What_was_taken_stays_and_refused_files_go_when_they_are_due()
    {
        await using var server = await LocalServer.StartAsync(_storage, ("Retention:RefusedUploadsDays", "10"));
        var id = await server.OpenCycleAsync(
            entries: 1, definition => definition with { ClosesAt = TestCycle.ClosesAt.AddYears(1), Retention = new RetentionRules { RefusedUploadsDays = 5 } });
        await RefuseAsync(server, id);
        var retention = server.Services.GetService(typeof(AwardFlow.Records.Retention.RetentionRun)) as AwardFlow.Records.Retention.RetentionRun;
        server.Time.Advance(TimeSpan.FromDays(4));
        await retention!.RunAsync(Cancelled);
        Assert.True(await IsFoundAsync(NationalId));
        server.Time.Advance(TimeSpan.FromDays(1));
        await retention.RunAsync(Cancelled);
        Assert.False(await IsFoundAsync(NationalId));
        Assert.Equal(3, (await server.Client.GetJsonAsync($"/api/cycles/{id}/uploads")).AsArray().Count);
        foreach (var upload in (await server.Client.GetJsonAsync($"/api/cycles/{id}/uploads")).AsArray())
        {
            Assert.NotEmpty(await server.Client.GetBytesAsync($"/api/cycles/{id}/uploads/{upload!["sha256"]}"));
        }
    }

    [Fact]
    public async Task Names_and_scores_by_judge_go_when_the_cycle_is_over_long_enough_and_the_chain_stays_whole()
    {
        await using var server = await LocalServer.StartAsync(_storage, ("Retention:ReceiptNamesDays", "30"), ("Retention:ScoresByJudgeDays", "60"));
        var id = await FinishedAsync(server);
        Assert.True(await IsFoundAsync(Person));
        var retention = (AwardFlow.Records.Retention.RetentionRun)server.Services.GetService(typeof(AwardFlow.Records.Retention.RetentionRun))!;
        server.Time.Advance(TimeSpan.FromDays(31));
        await retention.RunAsync(Cancelled);

        Assert.False(await IsFoundAsync(Person));
        var receipt = (await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001"))["receipt"]!;
        Assert.Equal(("2921", null), (receipt["registerNumber"]!.GetValue<string>(), receipt["name"]));
        Assert.True((await server.Client.GetJsonAsync($"/api/cycles/{id}/trail"))["isWhole"]!.GetValue<bool>());
        Assert.Single(await _storage.Results.ListAsync($"{id}/scores-", Cancelled).ToListAsync(Cancelled));

        server.Time.Advance(TimeSpan.FromDays(31));
        await retention.RunAsync(Cancelled);
        Assert.Empty(await _storage.Results.ListAsync($"{id}/scores-", Cancelled).ToListAsync(Cancelled));
        Assert.Contains("E0001", await server.Client.GetTextAsync($"/api/cycles/{id}/results.csv"), StringComparison.Ordinal);
        using var statistics = await server.Client.Http.GetAsync($"/api/cycles/{id}/statistics", Cancelled);
        Assert.Equal(HttpStatusCode.Conflict, statistics.StatusCode);
        var kinds = (await server.Client.GetJsonAsync($"/api/cycles/{id}/retention"))["kinds"]!.AsArray();
        Assert.All(kinds.Where(kind => kind!["kind"]!.GetValue<string>() is "receiptNames" or "scoresByJudge"), kind => Assert.NotNull(kind!["erasedAt"]));
    }

    [Fact]
    public async Task One_persons_data_is_found_by_place_and_erased_but_for_what_must_be_kept()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await FinishedAsync(server);
        var open = await server.OpenCycleAsync(entries: 1);
        await RefuseAsync(server, open, Person);

        var found = await ForgetAsync(server, Person, erase: false);
        Assert.Equal(["receiptNames", "trailValues"], Kinds(found, id));
        Assert.Equal(["refusedUploads"], Kinds(found, open));
        Assert.DoesNotContain(
            "สมศรี", found.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        Assert.True(await IsFoundAsync(Person));

        await ForgetAsync(server, Person, erase: true);
        Assert.Empty((await ForgetAsync(server, Person, erase: false))["found"]!.AsArray());
        Assert.False(await IsFoundAsync(Person));
        Assert.True((await server.Client.GetJsonAsync($"/api/cycles/{id}/trail"))["isWhole"]!.GetValue<bool>());

        // An official letter's address and the sheet that it stood in are kept, and it is said why.
        var address = TestCycle.Entry("E0001").SarabanEmail;
        var kept = await ForgetAsync(server, address, erase: true);
        Assert.Contains("ledger", Kinds(kept, id));
        Assert.All(
            kept["found"]!.AsArray().Where(finding => finding!["kind"]!.GetValue<string>() is "ledger" or "uploads" or "results" or "trail"),
            finding => Assert.True(finding!["isKept"]!.GetValue<bool>()));
        Assert.Contains("2526", kept["keptBecause"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(address, await server.Client.GetTextAsync($"/api/cycles/{id}/deliveries.csv"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("salt")]
    [InlineData("after")]
    [InlineData("E0001")]
    [InlineData("2921")]
    [InlineData("ใจดี")]
    [InlineData("address")]
    public async Task A_word_that_names_nobody_erases_nothing_of_receipts_nor_of_what_the_trail_says(string word)
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var id = await FinishedAsync(server);
        var before = await server.Client.GetTextAsync($"/api/cycles/{id}/trail.csv");
        Assert.All((await ForgetAsync(server, word, erase: true))["found"]!.AsArray(), finding => Assert.True(finding!["isKept"]!.GetValue<bool>()));
        Assert.Equal(before, await server.Client.GetTextAsync($"/api/cycles/{id}/trail.csv"));
        Assert.Equal(Person, (string)(await server.Client.GetJsonAsync($"/api/cycles/{id}/deliveries/E0001"))["receipt"]!["name"]!);
    }

    [Fact]
    public async Task Somebody_who_is_hardly_named_is_not_looked_for()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        using var response = await server.Client.PostAsync("/api/forget", new { who = "สม" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static string[] Kinds(JsonNode found, string cycle) =>
        [.. found["found"]!.AsArray().Where(finding => finding!["cycle"]!.GetValue<string>() == cycle).Select(finding => finding!["kind"]!.GetValue<string>())];

    private static async Task<JsonNode> ForgetAsync(LocalServer server, string who, bool erase) =>
        await AwardFlowClient.JsonAsync(await AwardFlowClient.SucceedAsync(await server.Client.PostAsync("/api/forget", new { who, erase })));

    // A workbook, so that the text is packed, with a column that nobody asked for; its scores are above the maximum.
    private static async Task RefuseAsync(LocalServer server, string id, string text = NationalId)
    {
        using var workbook = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(workbook, new[] { new { entry_code = "E0001", judge = "ก", A = 4000, B = 20, C = 10, id = text } });
        using var refused = await server.Client.UploadAsync(id, "scores", workbook.ToArray(), AwardFlowClient.Xlsx);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    private static async Task<string> FinishedAsync(LocalServer server)
    {
        var id = await server.SendCycleAsync(entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(
            $"/api/cycles/{id}/deliveries/E0001/receipt", new { registerNumber = "2921", registeredAt = server.Time.GetUtcNow(), name = Person }));
        await server.FinishedAsync(id);
        return id;
    }

    private Task<bool> IsFoundAsync(string text) => ContentSearch.IsInAsync(_folder.Of("data"), text);
}
