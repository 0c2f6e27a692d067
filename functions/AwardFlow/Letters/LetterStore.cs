using System.Net;
using AwardFlow.Storage;
using Azure;
using Azure.Storage.Blobs.Models;

namespace AwardFlow.Letters;

/// <summary>Keeps rendered letters.</summary>
/// <param name="storage">Where they are kept.</param>
public sealed class LetterStore(AwardStorage storage)
{
    /// <summary>Keeps an entry's letter; the same letter again changes nothing.</summary>
    public async Task WriteAsync(string cycle, string entryCode, byte[] pdf, CancellationToken cancellationToken) =>
        await storage.Letters.GetBlobClient(Name(cycle, entryCode)).UploadAsync(
            BinaryData.FromBytes(pdf), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/pdf" } }, cancellationToken);

    /// <summary>An entry's letter, or null where none is rendered.</summary>
    public async Task<BinaryData?> FindAsync(string cycle, string entryCode, CancellationToken cancellationToken)
    {
        try
        {
            var blob = await storage.Letters.GetBlobClient(Name(cycle, entryCode)).DownloadContentAsync(cancellationToken);
            return blob.Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static string Name(string cycle, string entryCode) => $"{cycle}/{entryCode}/letter.pdf";
}
