namespace AwardFlow.Storage;

/// <summary>Rows from one place beside blobs from another, to be read as one storage.</summary>
/// <param name="rows">The rows.</param>
/// <param name="uploads">The uploads.</param>
/// <param name="letters">The documents.</param>
/// <param name="results">The results.</param>
internal sealed class StorageView(IRowStore rows, IBlobContainer uploads, IBlobContainer letters, IBlobContainer results) : IStorage
{
    public IRowStore Rows => rows;

    public IBlobContainer Uploads => uploads;

    public IBlobContainer Letters => letters;

    public IBlobContainer Results => results;

    public Task CreateAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public TimeProvider Clock(TimeProvider machine) => machine;

    public void RequireRoom()
    {
        // Nothing is written here.
    }
}
