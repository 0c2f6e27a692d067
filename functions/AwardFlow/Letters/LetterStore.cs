using System.Net;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using Azure;
using Azure.Storage.Blobs.Models;

namespace AwardFlow.Letters;

/// <summary>Keeps rendered documents.</summary>
/// <param name="storage">Where they are kept.</param>
public sealed class LetterStore(AwardStorage storage)
{
    /// <summary>The documents that every entrant gets, in the order in which they are attached.</summary>
    public static IReadOnlyList<LetterDocument> Documents { get; } = Enum.GetValues<LetterDocument>();

    /// <summary>A document's file name, in storage and as an attachment.</summary>
    public static string FileName(LetterDocument document) => document switch
    {
        LetterDocument.Letter => "letter.pdf",
        LetterDocument.Certificate => "certificate.pdf",
        LetterDocument.ResultSheet => "results.pdf",
        _ => throw new ArgumentOutOfRangeException(nameof(document), document, "There is no such document."),
    };

    /// <summary>Keeps an entry's document; the same one again changes nothing.</summary>
    public async Task WriteAsync(CycleId cycle, EntryCode entryCode, LetterDocument document, byte[] pdf, CancellationToken cancellationToken) =>
        await storage.Letters.GetBlobClient(Name(cycle, entryCode, document)).UploadAsync(
            BinaryData.FromBytes(pdf), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/pdf" } }, cancellationToken);

    /// <summary>An entry's document, or null where it is not rendered.</summary>
    public async Task<BinaryData?> FindAsync(CycleId cycle, EntryCode entryCode, LetterDocument document, CancellationToken cancellationToken)
    {
        if (!EntryCode.IsValid(entryCode))
        {
            return null;
        }
        try
        {
            var blob = await storage.Letters.GetBlobClient(Name(cycle, entryCode, document)).DownloadContentAsync(cancellationToken);
            return blob.Value.Content;
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static string Name(CycleId cycle, EntryCode entryCode, LetterDocument document) => $"{cycle}/{entryCode}/{FileName(document)}";
}
