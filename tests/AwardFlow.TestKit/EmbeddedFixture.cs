using AwardFlow.Storage;

namespace AwardFlow.TestKit;

/// <summary>One embedded storage for the tests of a class. Servers of different classes never share storage: they would work each other's cycles.</summary>
public sealed class EmbeddedFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly EmbeddedStorage _storage;

    public EmbeddedFixture() => _storage = EmbeddedStorage.Open(_folder.Path);

    public IStorage Storage => _storage;

    /// <summary>Takes away when a server last ran: every test begins at the same time, however far another's clock was moved on.</summary>
    public async Task ForgetTimeAsync()
    {
        var cancelled = TestContext.Current.CancellationToken;
        if (await _storage.Rows.FindAsync<Seen>(ClockWatch.Partition, ClockWatch.SeenKey, cancelled) is { } seen)
        {
            await _storage.Rows.CommitAsync(ClockWatch.Partition, RowChange.Delete(seen), cancelled);
        }
    }

    public void Dispose()
    {
        _storage.Dispose();
        _folder.Dispose();
    }

    private sealed record Seen : StoredRecord;
}
