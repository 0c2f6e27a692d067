using System.Net;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace AwardFlow.Storage;

/// <summary>A blob container of a storage account.</summary>
/// <param name="container">The container.</param>
internal sealed class AzureContainer(BlobContainerClient container) : IBlobContainer
{
    private const int AtOnce = 16;

    public Task WriteAsync(NewBlob blob, CancellationToken cancellationToken) => UploadAsync(blob, conditions: null, cancellationToken);

    public Task WriteAsync(IReadOnlyList<NewBlob> blobs, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        blobs,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (blob, token) => await WriteAsync(blob, token));

    public async Task<bool> TryAddAsync(NewBlob blob, CancellationToken cancellationToken)
    {
        try
        {
            await UploadAsync(blob, new BlobRequestConditions { IfNoneMatch = ETag.All }, cancellationToken);
            return true;
        }
        catch (StorageException e)
            when (e.InnerException is RequestFailedException { Status: (int)HttpStatusCode.Conflict or (int)HttpStatusCode.PreconditionFailed })
        {
            return false;
        }
    }

    public async Task<BinaryData?> FindAsync(string name, CancellationToken cancellationToken) =>
        BlobName.IsValid(name) ? await IfThereAsync(async () => (await Blob(name).DownloadContentAsync(cancellationToken)).Value.Content) : null;

    public async Task<Stream?> OpenAsync(string name, CancellationToken cancellationToken) =>
        BlobName.IsValid(name)
            ? await IfThereAsync(async () => (await Blob(name).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content)
            : null;

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken) =>
        BlobName.IsValid(name) && await AzureFaults.ClearAsync(async () => (await Blob(name).ExistsAsync(cancellationToken)).Value);

    public async IAsyncEnumerable<BlobEntry> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var blobs = container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await AzureFaults.ClearAsync(async () => await blobs.MoveNextAsync()))
        {
            yield return new BlobEntry(blobs.Current.Name, blobs.Current.Properties.ContentLength ?? 0);
        }
    }

    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        if (BlobName.IsValid(name))
        {
            await AzureFaults.ClearAsync(async () => await Blob(name).DeleteIfExistsAsync(cancellationToken: cancellationToken));
        }
    }

    private Task UploadAsync(NewBlob blob, BlobRequestConditions? conditions, CancellationToken cancellationToken)
    {
        var client = Blob(BlobName.Checked(blob.Name));
        var options = new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = blob.ContentType }, Conditions = conditions };
        return AzureFaults.ClearAsync(async () => await client.UploadAsync(blob.Content, options, cancellationToken));
    }

    private static Task<T?> IfThereAsync<T>(Func<Task<T>> request)
        where T : class => AzureFaults.ClearAsync<T?>(async () =>
        {
            try
            {
                return await request();
            }
            catch (RequestFailedException e) when (e.ErrorCode == BlobErrorCode.BlobNotFound)
            {
                return null;
            }
        });

    private BlobClient Blob(string name) => container.GetBlobClient(name);
}
