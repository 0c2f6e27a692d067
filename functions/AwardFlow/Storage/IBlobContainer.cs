namespace AwardFlow.Storage;

/// <summary>
/// Files by name. Names are paths with <c>/</c> (<see cref="BlobName"/>). A blob that was written survives the loss of power,
/// and is there whole or not at all, also while it is written again. No blob has a name that is a folder of another's.
/// </summary>
public interface IBlobContainer
{
    /// <summary>Writes a blob, whatever is there.</summary>
    /// <exception cref="ArgumentException">The name cannot be one.</exception>
    /// <exception cref="StorageException">Storage did not take it.</exception>
    Task WriteAsync(NewBlob blob, CancellationToken cancellationToken);

    /// <summary>Writes blobs, whatever is there, several at a time. Where one fails, some of the others may be written.</summary>
    /// <inheritdoc cref="WriteAsync(NewBlob, CancellationToken)" path="/exception"/>
    Task WriteAsync(IReadOnlyList<NewBlob> blobs, CancellationToken cancellationToken);

    /// <summary>Writes a blob unless there is one of its name.</summary>
    /// <returns>Whether it was written.</returns>
    /// <inheritdoc cref="WriteAsync(NewBlob, CancellationToken)" path="/exception"/>
    Task<bool> TryAddAsync(NewBlob blob, CancellationToken cancellationToken);

    /// <summary>A blob's content, or null.</summary>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    Task<BinaryData?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Opens a blob for reading from its start, or null. What is read is the blob as it was when it was opened.</summary>
    /// <inheritdoc cref="FindAsync" path="/exception"/>
    Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken);

    /// <summary>Whether there is a blob.</summary>
    /// <inheritdoc cref="FindAsync" path="/exception"/>
    Task<bool> ExistsAsync(string name, CancellationToken cancellationToken);

    /// <summary>The blobs whose names begin with a text, in the ordinal order of their names.</summary>
    /// <param name="prefix">The text; empty for all.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <inheritdoc cref="FindAsync" path="/exception"/>
    IAsyncEnumerable<BlobEntry> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>Deletes a blob, if it is there.</summary>
    /// <inheritdoc cref="FindAsync" path="/exception"/>
    Task DeleteAsync(string name, CancellationToken cancellationToken);
}
