using System.IO.Compression;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Records.Archive;
using AwardFlow.Storage;

namespace AwardFlow.IntegrationTests.Records;

/// <summary>Archives and backups brought into installations that lack them: embedded and a storage account, each from the other.</summary>
public sealed class RestoreTests(EmbeddedFixture embedded, AzuriteFixture azurite) : IClassFixture<EmbeddedFixture>, IClassFixture<AzuriteFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Zip => _folder.Of("archive.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_finished_cycle_comes_back_row_by_row_and_byte_by_byte_from_embedded_to_an_account_and_back()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await FinishedAsync(server);
        var before = await StorageComparison.OfAsync(embedded.Storage, id, Cancelled);
        Assert.True(before.Count > 40);

        await ArchiveAsync(embedded.Storage, id);
        var (code, words) = await RunAsync(Account, "restore", Zip);
        Assert.True(code == 0, words);
        Assert.Matches($"{id}: \\d+ rows and \\d+ files restored.\n", words);
        Assert.Equal(before, await StorageComparison.OfAsync(azurite.Storage, id, Cancelled));

        File.Delete(Zip);
        await ArchiveAsync(azurite.Storage, id);
        Assert.Equal(0, (await RunAsync(NoSettings, "restore", Zip, "--data", _folder.Of("data"))).Code);
        using var back = EmbeddedStorage.Open(_folder.Of("data"));
        Assert.Equal(before, await StorageComparison.OfAsync(back, id, Cancelled));
        Assert.Equal([id], await new CycleStore(back).ListAsync(Cancelled).Select(cycle => cycle.Id.Text).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_cycle_that_was_running_arrives_paused_and_mails_nothing_until_a_person_resumes_it()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 2, definition => definition with { Approval = Approval.None });
        await ArchiveAsync(embedded.Storage, id);
        Assert.Contains("is paused", (await RunAsync(NoSettings, "restore", Zip, "--data", _folder.Of("data"))).Words, StringComparison.Ordinal);

        using var storage = EmbeddedStorage.Open(_folder.Of("data"));
        await using var restored = await LocalServer.StartAsync(storage);
        var view = await restored.Client.GetJsonAsync($"/api/cycles/{id}");
        Assert.Equal("paused", view["state"]!.GetValue<string>());
        Assert.Contains(
            "กู้คืน", view.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        // Long past the closing time, and after sweeps.
        restored.Time.Advance(TimeSpan.FromDays(60));
        await restored.Log.WaitForAsync(id);
        Assert.Empty(restored.MailsOf(id));
        var trail = await restored.Client.GetJsonAsync($"/api/cycles/{id}/trail");
        Assert.Equal((true, "paused"), (trail["isWhole"]!.GetValue<bool>(), trail["rows"]!.AsArray()[^1]!["kind"]!.GetValue<string>()));

        // Its closing time is long past, so it closes by itself.
        await AwardFlowClient.SucceedAsync(await restored.Client.PostAsync($"/api/cycles/{id}/resume"));
        await restored.SentAsync(id);
        Assert.Equal(2, restored.MailsOf(id).Length);
    }

    [Fact]
    public async Task A_finished_cycle_whose_correction_is_under_way_arrives_paused()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{id}/cancel", new { reason = "ทดสอบ" }));
        await embedded.Storage.Rows.CommitAsync(
            id, RowChange.Add(new Correction { Partition = id, Key = Correction.KeyOf(1), State = CorrectionState.Sending, Entries = 1 }), Cancelled);
        await ArchiveAsync(embedded.Storage, id);
        Assert.Contains("is paused", (await RunAsync(NoSettings, "restore", Zip, "--data", _folder.Of("data"))).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_writes_over_no_cycle_and_takes_nothing_that_does_not_verify()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await ArchiveAsync(embedded.Storage, id);
        var data = _folder.Of("data");
        Assert.Equal(0, (await RunAsync(NoSettings, "restore", Zip, "--data", data)).Code);
        async Task<Dictionary<string, string>> RowsAsync()
        {
            using var storage = EmbeddedStorage.Open(data);
            return await storage.Rows.ListAsync(id, RowRange.All, Cancelled)
                .ToDictionaryAsync(row => row.Key, row => row.Version, cancellationToken: Cancelled);
        }

        var before = await RowsAsync();
        var (code, words) = await RunAsync(NoSettings, "restore", Zip, "--data", data);
        Assert.Equal(1, code);
        Assert.Contains("There is a cycle", words, StringComparison.Ordinal);
        Assert.Equal(before, await RowsAsync());

        await using (var zip = await ZipFile.OpenAsync(Zip, ZipArchiveMode.Update, Cancelled))
        {
            await using var readme = await zip.GetEntry($"{id}-archive/data/README.txt")!.OpenAsync(Cancelled);
            readme.WriteByte(0x55);
        }
        var (bent, where) = await RunAsync(NoSettings, "restore", Zip, "--data", _folder.Of("other"));
        Assert.Equal(1, bent);
        Assert.Contains("data/README.txt: was altered", where, StringComparison.Ordinal);
        using var other = EmbeddedStorage.Open(_folder.Of("other"));
        Assert.Empty(await new CycleStore(other).ListAsync(Cancelled).ToListAsync(Cancelled));
    }

    [Fact]
    public async Task A_lost_machine_comes_back_from_a_backup_that_was_made_while_it_worked()
    {
        var data = _folder.Of("data");
        string id;
        string finished;
        using (var storage = EmbeddedStorage.Open(data))
        {
            await using var server = await LocalServer.StartAsync(storage);
            finished = await FinishedAsync(server);
            id = await server.OpenCycleAsync(entries: 2, definition => definition with { Approval = Approval.None });
            await File.WriteAllTextAsync(Path.Combine(data, "receipts.key"), new string('k', 64), Cancelled);
            // Sheets come in meanwhile: what is in the backup is whole.
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
            var uploading = Task.Run(
                async () =>
                {
                    for (var judge = 0; !stop.IsCancellationRequested; judge++)
                    {
                        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(id, "scores", TestSheets.Scores(["E0001"], $"กรรมการ {judge}")));
                    }
                },
                Cancelled);
            var (code, words) = await RunAsync(NoSettings, "backup", "--data", data, "--out", _folder.Of("backup"));
            await stop.CancelAsync();
            await uploading;
            Assert.True(code == 0, words);
        }
        Directory.Delete(data, recursive: true);

        Assert.Equal(0, (await RunAsync(NoSettings, "verify", _folder.Of("backup"))).Code);
        var (restored, said) = await RunAsync(NoSettings, "restore", _folder.Of("backup"), "--data", data);
        Assert.True(restored == 0, said);
        Assert.Equal(0, (await RunAsync(NoSettings, "verify", "--data", data)).Code);
        Assert.Equal(new string('k', 64), await File.ReadAllTextAsync(Path.Combine(data, "receipts.key"), Cancelled));
        using var back = EmbeddedStorage.Open(data);
        var cycles = new CycleStore(back);
        Assert.Equal(CycleState.Completed, (await cycles.GetAsync(CycleId.Parse(finished), Cancelled)).State);
        var running = await cycles.GetAsync(CycleId.Parse(id), Cancelled);
        Assert.NotNull(running.Paused);
        foreach (var upload in await new AwardFlow.Intake.AcceptedRows(back).HistoryAsync(running, Cancelled))
        {
            Assert.True(
                await back.Uploads.ExistsAsync($"{id}/{upload.SourceBlob}", Cancelled) && await back.Uploads.ExistsAsync($"{id}/{upload.RowsBlob}", Cancelled));
        }
    }

    [Fact]
    public async Task A_server_that_is_pointed_at_a_backup_finds_no_cycle()
    {
        using (var storage = EmbeddedStorage.Open(_folder.Of("data")))
        {
            await using var server = await LocalServer.StartAsync(storage);
            await server.OpenCycleAsync(entries: 1);
        }
        Assert.Equal(0, (await RunAsync(NoSettings, "backup", "--data", _folder.Of("data"), "--out", _folder.Of("backup"))).Code);
        using var pointed = EmbeddedStorage.Open(_folder.Of("backup", "data"));
        Assert.Empty(await new CycleStore(pointed).ListAsync(Cancelled).ToListAsync(Cancelled));
        Assert.Equal(2, (await RunAsync(NoSettings, "backup", "--data", _folder.Of("data"), "--out", _folder.Of("backup"))).Code);
    }

    [Fact]
    public async Task What_is_erased_from_an_account_is_in_no_row_and_no_blob_of_it()
    {
        await using var server = await LocalServer.StartAsync(azurite.Storage);
        var id = await server.OpenCycleAsync(entries: 1);
        using var refused = await server.Client.UploadAsync(id, "scores", "entry_code,judge,A,B,C,id\nE0001,ก,4000,20,10,1-1037-02071-81-1\n"u8.ToArray());
        using var erased = await server.Client.Http.DeleteAsync($"/api/cycles/{id}/refused-uploads", Cancelled);
        erased.EnsureSuccessStatusCode();
        Assert.Empty(await azurite.Storage.Rows.ListAsync(id, RowRange.Prefix("refused!"), Cancelled).ToListAsync(Cancelled));
        await foreach (var blob in azurite.Storage.Uploads.ListAsync($"{id}/", Cancelled))
        {
            Assert.DoesNotContain("1-1037-02071-81-1", (await azurite.Storage.Uploads.FindAsync(blob.Name, Cancelled))!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_cut_off_is_no_cycle_and_is_restored_again()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await FinishedAsync(server);
        var before = await StorageComparison.OfAsync(embedded.Storage, id, Cancelled);
        await ArchiveAsync(embedded.Storage, id);
        using (var half = EmbeddedStorage.Open(_folder.Of("data")))
        {
            await half.Rows.CommitAsync("_cycles", RowChange.Put(id, "{}"), Cancelled);
            await half.Rows.CommitAsync(id, RowChange.Put("d!E9999!001!001", "{}"), Cancelled);
            await half.Letters.WriteAsync(new NewBlob($"{id}/E9999/letter.pdf", BinaryData.FromString("half")), Cancelled);
            Assert.Empty(await new CycleStore(half).ListAsync(Cancelled).ToListAsync(Cancelled));
        }
        Assert.Equal(0, (await RunAsync(NoSettings, "restore", Zip, "--data", _folder.Of("data"))).Code);
        using var whole = EmbeddedStorage.Open(_folder.Of("data"));
        Assert.Equal(before, await StorageComparison.OfAsync(whole, id, Cancelled));
    }

    [Theory]
    [InlineData("letters/E0001/letter.pdf", "%PDF-another", "E0001 letter.pdf was altered")]
    [InlineData("letters/E0001/letter.pdf", null, "E0001 letter.pdf is missing")]
    [InlineData("uploads/", null, ": is missing")]
    public async Task An_archive_that_lacked_a_file_when_it_was_made_does_not_verify_and_comes_back_where_a_person_says_so(
        string file, string? content, string told)
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.SendCycleAsync(entries: 1);
        await ArchiveAsync(embedded.Storage, id);
        var first = true;
        // What was uploaded as a sheet, not the definition.
        await RemadeArchive.WriteAsync(
            Zip,
            (path, text) => path.StartsWith(file, StringComparison.Ordinal)
                && (path.EndsWith(".pdf", StringComparison.Ordinal) || (path.EndsWith(".csv", StringComparison.Ordinal) && first)) && !(first = false)
                ? content
                : text,
            Cancelled);

        var (verified, words) = await RunAsync(NoSettings, "verify", Zip);
        Assert.Equal((1, true), (verified, words.Contains(told, StringComparison.Ordinal)));
        Assert.Contains("--damaged", (await RunAsync(NoSettings, "restore", Zip, "--data", _folder.Of("data"))).Words, StringComparison.Ordinal);
        var (code, said) = await RunAsync(NoSettings, "restore", Zip, "--damaged", "--data", _folder.Of("data"));
        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task An_archive_that_somebody_made_with_rows_that_nothing_can_read_neither_verifies_nor_gets_in()
    {
        await using var server = await LocalServer.StartAsync(embedded);
        var id = await server.OpenCycleAsync(entries: 1);
        await ArchiveAsync(embedded.Storage, id);
        await RemadeArchive.WriteAsync(
            Zip, (path, text) => path == ArchivedRows.File ? $"{text}{ArchivedRows.Line(new Row("d!x", "", "{}"))}\n" : text, Cancelled);
        var (code, words) = await RunAsync(NoSettings, "verify", Zip);
        Assert.Equal((1, true, false), (code, words.Contains("d!x", StringComparison.Ordinal), words.Contains("   at ", StringComparison.Ordinal)));
        Assert.Equal(1, (await RunAsync(NoSettings, "restore", Zip, "--damaged", "--data", _folder.Of("data"))).Code);
        using var data = EmbeddedStorage.Open(_folder.Of("data"));
        Assert.Empty(await new CycleStore(data).ListAsync(Cancelled).ToListAsync(Cancelled));
    }

    private static IReadOnlyDictionary<string, string> NoSettings { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    private Dictionary<string, string> Account => new(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = azurite.ConnectionString };

    private static async Task<string> FinishedAsync(LocalServer server)
    {
        var id = await server.SendCycleAsync(entries: 2);
        foreach (var entry in TestSheets.Codes(2))
        {
            await AwardFlowClient.SucceedAsync(await server.Client.PostAsync(
                $"/api/cycles/{id}/deliveries/{entry}/receipt", new { registerNumber = "2921", registeredAt = server.Time.GetUtcNow() }));
        }
        await server.FinishedAsync(id);
        return id;
    }

    private async Task ArchiveAsync(IStorage storage, string id)
    {
        using var snapshot = await CycleSnapshot.TakeAsync(storage, CycleId.Parse(id), Cancelled);
        await using var file = File.Create(Zip);
        await new ArchiveWriter(new MailSettings(), TimeProvider.System).WriteAsync(snapshot, file, Cancelled);
    }

    private static async Task<(int Code, string Words)> RunAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await using var command = LocalProcess.Start(environment, arguments);
        var code = await command.ExitAsync();
        return (code, $"{command.Output.All}\n{command.Errors.All}");
    }
}
