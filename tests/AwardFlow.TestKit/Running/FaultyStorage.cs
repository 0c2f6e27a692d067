using AwardFlow.Storage;

namespace AwardFlow.TestKit;

/// <summary>Storage that fails as a test says.</summary>
public sealed class FaultyStorage(IStorage storage) : IStorage, IRowStore
{
    /// <summary>What becomes of every commit; null where it is made.</summary>
    public StorageException? Commits { get; set; }

    /// <summary>What another does in the moment before the next commit, once; null for nothing.</summary>
    public Func<Task>? BeforeCommit { get; set; }

    /// <summary>What happens behind every commit that was made, before it is answered; null for nothing.</summary>
    public Func<string, IReadOnlyList<RowChange>, Task>? AfterCommit { get; set; }

    /// <summary>What becomes of every reading of a row; null where it is answered.</summary>
    public StorageException? Reads { get; set; }

    /// <summary>What is said of the room that is left; null where there is enough.</summary>
    public StorageException? Room { get; set; }

    public IRowStore Rows => this;

    /// <summary>What happens before a blob is written alone; null for nothing.</summary>
    public Func<string, Task>? BeforeWrite { get; set; }

    /// <summary>What happens before a blob is deleted, such as that it fails; null for nothing.</summary>
    public Func<string, Task>? BeforeDelete { get; set; }

    public IBlobContainer Uploads => new Container(this, storage.Uploads);

    public IBlobContainer Letters => new Container(this, storage.Letters);

    public IBlobContainer Results => new Container(this, storage.Results);

    public Task CreateAsync(CancellationToken cancellationToken) => storage.CreateAsync(cancellationToken);

    public TimeProvider Clock(TimeProvider machine) => storage.Clock(machine);

    public void RequireRoom()
    {
        if (Room is { } fault)
        {
            throw fault;
        }
        storage.RequireRoom();
    }

    public Task<Row?> FindAsync(string partition, string key, CancellationToken cancellationToken) =>
        Reads is { } fault ? Task.FromException<Row?>(fault) : storage.Rows.FindAsync(partition, key, cancellationToken);

    public Task<IReadOnlyList<Row>> PageAsync(string partition, RowRange range, int most, CancellationToken cancellationToken) =>
        Reads is { } fault ? Task.FromException<IReadOnlyList<Row>>(fault) : storage.Rows.PageAsync(partition, range, most, cancellationToken);

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        if (Commits is { } fault)
        {
            throw fault;
        }
        if (BeforeCommit is { } other)
        {
            BeforeCommit = null;
            await other();
        }
        var result = await storage.Rows.CommitAsync(partition, changes, cancellationToken);
        if (result.IsCommitted && AfterCommit is { } after)
        {
            await after(partition, changes);
        }
        return result;
    }

    public Task ForgetDeletedAsync(CancellationToken cancellationToken) => storage.ForgetDeletedAsync(cancellationToken);

    public Task CompactAsync(CancellationToken cancellationToken) => storage.CompactAsync(cancellationToken);

    private sealed class Container(FaultyStorage of, IBlobContainer blobs) : IBlobContainer
    {
        public async Task WriteAsync(NewBlob blob, CancellationToken cancellationToken)
        {
            await (of.BeforeWrite?.Invoke(blob.Name) ?? Task.CompletedTask);
            await blobs.WriteAsync(blob, cancellationToken);
        }

        public Task WriteAsync(IReadOnlyList<NewBlob> many, CancellationToken cancellationToken) => blobs.WriteAsync(many, cancellationToken);

        public Task<bool> TryAddAsync(NewBlob blob, CancellationToken cancellationToken) => blobs.TryAddAsync(blob, cancellationToken);

        public Task<BinaryData?> FindAsync(string name, CancellationToken cancellationToken) => blobs.FindAsync(name, cancellationToken);

        public Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) => blobs.OpenAsync(name, cancellationToken);

        public Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) => blobs.ExistsAsync(name, cancellationToken);

        public IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellationToken) => blobs.ListAsync(prefix, cancellationToken);

        public async Task DeleteAsync(string name, CancellationToken cancellationToken)
        {
            await (of.BeforeDelete?.Invoke(name) ?? Task.CompletedTask);
            await blobs.DeleteAsync(name, cancellationToken);
        }
    }
}
