using AwardFlow.Local;
using AwardFlow.Local.Import;
using AwardFlow.Storage;

namespace AwardFlow.Tests.Local;

/// <summary>An import that failed is made again, and until it is made nobody starts on nothing.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Made_again_it_passes_although_the_source_has_lost_a_row_a_cycle_and_a_file_meanwhile()
    {
        using var from = EmbeddedStorage.Open(_folder.Of("from"));
        using var to = EmbeddedStorage.Open(_folder.Of("to"));
        await from.Rows.CommitAsync(Catalogue.Partition, Catalogue.Name("kept"), Cancelled);
        await from.Rows.CommitAsync("kept", [RowChange.Put("cycle", "1"), RowChange.Put("d!E1", "2")], Cancelled);
        await from.Letters.WriteAsync(new NewBlob("kept/E1/letter.pdf", BinaryData.FromString("x")), Cancelled);
        // What an import that was cut off had copied.
        await to.Rows.CommitAsync("_import", RowChange.Put("mark", "{}"), Cancelled);
        foreach (var cycle in new[] { "kept", "lost" })
        {
            await to.Rows.CommitAsync(Catalogue.Partition, Catalogue.Name(cycle), Cancelled);
            await to.Rows.CommitAsync(cycle, [RowChange.Put("cycle", "0"), RowChange.Put("d!E2", "2")], Cancelled);
        }
        await to.Letters.WriteAsync(new NewBlob("lost/E2/letter.pdf", BinaryData.FromString("y")), Cancelled);

        Assert.Equal((1, 1), await new StorageImport(from, to).CopyAsync(Cancelled) is var (cycles, _, blobs) ? (cycles, blobs) : default);

        Assert.Equal(["cycle 1", "d!E1 2"], await RowsAsync(to, "kept"));
        Assert.Empty(await RowsAsync(to, "lost"));
        Assert.Equal(["kept/E1/letter.pdf"], (await to.Letters.ListAsync("", Cancelled).ToListAsync(Cancelled)).Select(blob => blob.Name));
        Assert.True(await StorageImport.WasMadeAsync(to, Cancelled));
    }

    [Fact]
    public async Task After_an_import_that_failed_at_once_a_start_without_it_is_refused()
    {
        using var data = DataFolder.Open(new DirectoryInfo(_folder.Of("data")));
        Directory.CreateDirectory(_folder.Of("data", "azurite"));
        await File.WriteAllTextAsync(_folder.Of("data", "azurite", "__azurite_db_table__.json"), "{}", Cancelled);
        await Assert.ThrowsAsync<UsageException>(() => LocalStorage.OpenAsync(data, "no connection string", Cancelled));
        Assert.True(File.Exists(_folder.Of("data", EmbeddedStorage.DatabaseName)));

        Assert.Contains(
            "--import",
            (await Assert.ThrowsAsync<UsageException>(() => LocalStorage.OpenAsync(data, import: null, Cancelled))).Message,
            StringComparison.Ordinal);
    }

    private static async Task<IEnumerable<string>> RowsAsync(IStorage storage, string partition) =>
        (await storage.Rows.ListAsync(partition, RowRange.All, Cancelled).ToListAsync(Cancelled)).Select(row => $"{row.Key} {row.Json}");
}
