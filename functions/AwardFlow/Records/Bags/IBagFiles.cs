namespace AwardFlow.Records.Bags;

/// <summary>The files of a bag, wherever it lies. They are read one after the other.</summary>
internal interface IBagFiles : IAsyncDisposable
{
    /// <summary>How long each file is, by its path in the bag.</summary>
    IReadOnlyDictionary<string, long> Lengths { get; }

    /// <summary>Opens a file that is there. No more is read than its length.</summary>
    /// <exception cref="RecordsException">It cannot be read.</exception>
    Task<Stream> OpenAsync(string path, CancellationToken cancellationToken);
}
