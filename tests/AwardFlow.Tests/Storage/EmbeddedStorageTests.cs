using AwardFlow.Storage;
using Microsoft.Data.Sqlite;

namespace AwardFlow.Tests.Storage;

public sealed class EmbeddedStorageTests : StorageContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("awardflow-test-").FullName;
    private EmbeddedStorage _storage;

    public EmbeddedStorageTests() => _storage = EmbeddedStorage.Open(_folder);

    protected override IStorage Storage => _storage;

    private string Database => Path.Combine(_folder, EmbeddedStorage.DatabaseName);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _storage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_was_stored_is_there_after_a_restart()
    {
        var version = await _storage.Rows.CommitAsync("c", RowChange.Add("a", "1"), Cancelled);
        await _storage.Letters.WriteAsync(new NewBlob("c/ก/letter.pdf", BinaryData.FromString("x")), Cancelled);

        Reopen();

        Assert.Equal(new Row("a", version!, "1"), await _storage.Rows.FindAsync("c", "a", Cancelled));
        Assert.True(await _storage.Letters.ExistsAsync("c/ก/letter.pdf", Cancelled));
    }

    [Fact]
    public async Task What_was_forgotten_is_still_to_be_written_out_after_a_restart_and_only_once()
    {
        var text = new string('x', 5_000);
        var versions = (await _storage.Rows.CommitAsync("c", [.. Enumerable.Range(0, 90).Select(n => RowChange.Add($"{n:D2}", text))], Cancelled)).Versions;
        await _storage.Rows.CommitAsync("c", [.. versions!.Index().Select(each => RowChange.Delete($"{each.Index:D2}", each.Item!))], Cancelled);
        await _storage.ForgetDeletedAsync(Cancelled);
        Reopen();
        var before = new FileInfo(Database).Length;
        await _storage.CompactAsync(Cancelled);
        Assert.True(new FileInfo(Database).Length < before / 4, "The database was not written anew.");

        Reopen();
        var once = await File.ReadAllBytesAsync(Database, Cancelled);
        await _storage.CompactAsync(Cancelled);
        Assert.Equal(once, await File.ReadAllBytesAsync(Database, Cancelled));
    }

    [Fact]
    public async Task A_person_finds_a_letter_by_its_entry()
    {
        await _storage.Letters.WriteAsync(new NewBlob("dga-2564/น้ำ-01/letter.pdf", BinaryData.FromString("x")), Cancelled);

        Assert.Equal("x", await File.ReadAllTextAsync(Path.Combine(_folder, "letters", "dga-2564", "น้ำ-01", "letter.pdf"), Cancelled));
    }

    [Fact]
    public async Task A_file_that_was_cut_off_before_it_had_its_name_is_no_blob_and_is_gone_at_the_next_start()
    {
        await _storage.Letters.WriteAsync(new NewBlob("c/a", BinaryData.FromString("whole")), Cancelled);
        var cutOff = Path.Combine(_folder, ".unfinished", "0123456789abcdef");
        await File.WriteAllTextAsync(cutOff, "hal", Cancelled);

        Reopen();

        Assert.False(File.Exists(cutOff));
        Assert.Equal(["c/a"], (await _storage.Letters.ListAsync("", Cancelled).ToListAsync(Cancelled)).Select(blob => blob.Name));
    }

    [Fact]
    public async Task Files_and_folders_are_the_owners_alone()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has access lists; docs/one-machine.md says how to set the folder's.");
        await _storage.Letters.WriteAsync(new NewBlob("c/a/letter.pdf", BinaryData.FromString("x")), Cancelled);
        await _storage.Rows.CommitAsync("c", RowChange.Add("a", "1"), Cancelled);

        Assert.All(Directory.EnumerateFileSystemEntries(_folder, "*", SearchOption.AllDirectories), path =>
            Assert.Equal(0, (int)Mode(path) & Convert.ToInt32("077", 8)));
    }

    [Fact]
    public async Task A_database_of_a_later_version_is_refused_in_a_sentence_and_left_alone()
    {
        await _storage.Rows.CommitAsync("c", RowChange.Add("a", "1"), Cancelled);
        _storage.Dispose();
        Execute($"PRAGMA user_version = {RowSchema.Version + 1};");

        var refusal = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder));

        Assert.Equal(StorageFault.TooNew, refusal.Fault);
        Assert.Contains("later version of AwardFlow", refusal.Message, StringComparison.Ordinal);
        Execute($"PRAGMA user_version = {RowSchema.Version};");
        Reopen();
        Assert.NotNull(await _storage.Rows.FindAsync("c", "a", Cancelled));
    }

    [Fact]
    public void What_is_no_database_is_damage()
    {
        _storage.Dispose();
        File.WriteAllText(Database, string.Concat(Enumerable.Repeat("This is no database. ", 1000)));

        Assert.Equal(StorageFault.Damaged, Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder)).Fault);
    }

    [Fact]
    public async Task A_damaged_page_is_told_at_the_start_wherever_it_is()
    {
        for (var some = 0; some < 20; some++)
        {
            await _storage.Rows.CommitAsync("c",
            [
                .. Enumerable.Range(0, 100).Select(number => RowChange.Add($"d!{some:D2}-{number:D2}", $$"""{"address":"saraban{{number}}@example.go.th"}""")),
            ], Cancelled);
        }
        _storage.Dispose();
        var whole = await File.ReadAllBytesAsync(Database, Cancelled);
        Assert.True(whole.Length > 20 * 4096);

        for (var page = 1; page < whole.Length / 4096; page += 5)
        {
            var damaged = whole.ToArray();
            damaged.AsSpan(page * 4096, 4096).Clear();
            await File.WriteAllBytesAsync(Database, damaged, Cancelled);
            Assert.Equal(StorageFault.Damaged, Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder)).Fault);
        }
    }

    [Fact]
    public async Task One_altered_letter_of_an_address_is_damage()
    {
        await _storage.Rows.CommitAsync("c", RowChange.Add("a", """{"address":"saraban@example.go.th"}"""), Cancelled);
        _storage.Dispose();
        Execute("UPDATE rows SET json = replace(json, 'example', 'eхample');");

        var damage = Assert.Throws<StorageException>(() => EmbeddedStorage.Open(_folder));

        Assert.Equal(StorageFault.Damaged, damage.Fault);
        Assert.Contains("'a'", damage.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Damage_that_a_reader_finds_is_told_whatever_failed_before(bool failedBefore)
    {
        await _storage.Rows.CommitAsync("c", RowChange.Add("a", "1"), Cancelled);
        if (failedBefore)
        {
            Execute("ALTER TABLE rows RENAME TO hidden;");
            await Assert.ThrowsAsync<StorageException>(() => _storage.Rows.CommitAsync("c", RowChange.Put("b", "1"), Cancelled));
            Execute("ALTER TABLE hidden RENAME TO rows;");
            Assert.NotEqual(StorageFault.Damaged, (await _storage.Failed).Fault);
        }
        Assert.False(_storage.Damaged.IsCompleted);
        Execute("UPDATE rows SET json = '2';");

        await Assert.ThrowsAsync<StorageException>(() => _storage.Rows.FindAsync("c", "a", Cancelled));

        Assert.Equal(StorageFault.Damaged, (await _storage.Damaged).Fault);
    }

    [Fact]
    public async Task A_closed_storage_refuses()
    {
        _storage.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => _storage.Rows.CommitAsync("c", RowChange.Put("a", "1"), Cancelled));
    }

    private static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(path);

    private void Reopen()
    {
        _storage.Dispose();
        _storage = EmbeddedStorage.Open(_folder);
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }
}
