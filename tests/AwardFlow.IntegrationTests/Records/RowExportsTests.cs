using AwardFlow.IntegrationTests.Running;
using AwardFlow.Local.Records;
using AwardFlow.Records;
using AwardFlow.Records.Archive;
using AwardFlow.Records.Bags;
using AwardFlow.Records.Restore;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace AwardFlow.IntegrationTests.Records;

/// <summary>Rows are exported to blobs, as Azure does by its timer, and bring a cycle back whose files are there.</summary>
public sealed class RowExportsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;
    private readonly EmbeddedStorage _other;

    public RowExportsTests() => (_storage, _other) = (EmbeddedStorage.Open(_folder.Of("data")), EmbeddedStorage.Open(_folder.Of("exports")));

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IBlobContainer Exports => _other.Uploads;

    public void Dispose()
    {
        _storage.Dispose();
        _other.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_changed_is_exported_what_did_not_is_not_and_what_is_too_old_goes()
    {
        await using var server = await LocalServer.StartAsync(_storage);
        var (open, finished) = (await server.OpenCycleAsync(entries: 1), await server.OpenCycleAsync(entries: 1));
        await AwardFlowClient.SucceedAsync(await server.Client.PostAsync($"/api/cycles/{finished}/cancel", new { reason = "เลิก" }));
        var time = new FakeTimeProvider(server.Time.GetUtcNow());
        Assert.Equal(2, await RunAsync(server, time));
        Assert.Equal(0, await RunAsync(server, time));
        await AwardFlowClient.SucceedAsync(await server.Client.UploadAsync(open, "scores", TestSheets.Scores(["E0001"], "ก", 45)));
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await RunAsync(server, time));
        Assert.Equal(
            new[] { $"{finished}/", $"{open}/", $"{open}/" }.Order(StringComparer.Ordinal),
            (await NamesAsync()).Select(name => name[..(open.Length + 1)]).Order(StringComparer.Ordinal));
        time.Advance(TimeSpan.FromDays(14));
        Assert.Equal(0, await RunAsync(server, time));
        Assert.Equal(2, (await NamesAsync()).Count);
    }

    [Fact]
    public async Task An_export_verifies_and_brings_the_rows_back_where_the_files_are_and_nowhere_else()
    {
        string id;
        IReadOnlyList<Row> before;
        await using (var server = await LocalServer.StartAsync(_storage))
        {
            id = await server.SendCycleAsync(entries: 2);
            await RunAsync(server, new FakeTimeProvider(server.Time.GetUtcNow()));
            before = await _storage.Rows.ListAsync(id, RowRange.All, Cancelled).ToListAsync(Cancelled);
        }
        var path = Directory.GetFiles(_folder.Of("exports"), "*.zip", SearchOption.AllDirectories).Single();
        Assert.Equal(0, await BagVerification.RunAsync(path, Cancelled));
        await using var bag = await ZipBag.ReadAsync(path, Cancelled);
        var report = await BagCheck.OfAsync(bag, Cancelled);
        using var archive = await OpenedArchive.OpenAsync(bag, report, Cancelled);

        using var elsewhere = EmbeddedStorage.Open(_folder.Of("elsewhere"));
        var refused = await Assert.ThrowsAsync<RecordsException>(() => RestoreAsync(elsewhere, archive));
        Assert.Contains("rows alone", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RecordsException>(() => RestoreAsync(_storage, archive));

        // The rows are lost, the files are not.
        foreach (var row in before)
        {
            await _storage.Rows.CommitAsync(id, [RowChange.Delete(row.Key, row.Version)], Cancelled);
        }
        var files = await _storage.Letters.ListAsync($"{id}/", Cancelled).ToListAsync(Cancelled);
        Assert.True((await RestoreAsync(_storage, archive)).IsPaused);
        Assert.Equal(files, await _storage.Letters.ListAsync($"{id}/", Cancelled).ToListAsync(Cancelled));
        var after = await _storage.Rows.ListAsync(id, RowRange.All, Cancelled)
            .ToDictionaryAsync(row => row.Key, row => row.Json, StringComparer.Ordinal, Cancelled);
        Assert.All(
            before.Where(row => row.Key is not ("cycle" or "trailhead") && !row.Key.StartsWith("trail", StringComparison.Ordinal)),
            row => Assert.Equal(row.Json, after[row.Key]));
        await using var again = await LocalServer.StartAsync(_storage);
        Assert.Equal("paused", (string)(await again.Client.GetJsonAsync($"/api/cycles/{id}"))["state"]!);
        Assert.True((bool)(await again.Client.GetJsonAsync($"/api/cycles/{id}/trail"))["isWhole"]!);
    }

    private static Task<RestoredCycle> RestoreAsync(IStorage to, OpenedArchive archive) =>
        new CycleRestore(to, TimeProvider.System)
            .RunAsync(archive.Storage, archive.Cycle.Id, new RestoreOrigin("0", ""), Actor.Local, Cancelled, archive.IsRowsAlone);

    private Task<int> RunAsync(LocalServer server, TimeProvider time) =>
        ActivatorUtilities.CreateInstance<RowExports>(server.Services, Exports, new ExportSettings(ExportSettings.UsualDays), time).RunAsync(Cancelled);

    private async Task<List<string>> NamesAsync() => await Exports.ListAsync("", Cancelled).Select(blob => blob.Name).ToListAsync(Cancelled);
}
