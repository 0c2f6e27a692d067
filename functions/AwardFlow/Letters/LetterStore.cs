using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Letters;

/// <summary>Keeps rendered documents.</summary>
/// <param name="storage">Where they are kept.</param>
public sealed class LetterStore(IStorage storage)
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
    public Task WriteAsync(CycleId cycle, EntryCode entryCode, LetterDocument document, byte[] pdf, CancellationToken cancellationToken) =>
        storage.Letters.WriteAsync(new NewBlob(Name(cycle, entryCode, document), BinaryData.FromBytes(pdf), "application/pdf"), cancellationToken);

    /// <summary>Keeps documents of several entries side by side; the same ones again change nothing.</summary>
    public Task WriteAsync(CycleId cycle, IReadOnlyList<(EntryCode Entry, LetterDocument Document, byte[] Pdf)> documents, CancellationToken cancellationToken) => storage.Letters.WriteAsync(
        [.. documents.Select(each => new NewBlob(Name(cycle, each.Entry, each.Document), BinaryData.FromBytes(each.Pdf), "application/pdf"))], cancellationToken);

    /// <summary>An entry's document, or null where it is not rendered.</summary>
    public async Task<BinaryData?> FindAsync(CycleId cycle, EntryCode entryCode, LetterDocument document, CancellationToken cancellationToken) =>
        EntryCode.IsValid(entryCode.Text) ? await storage.Letters.FindAsync(Name(cycle, entryCode, document), cancellationToken) : null;

    private static string Name(CycleId cycle, EntryCode entryCode, LetterDocument document) => $"{cycle}/{entryCode}/{FileName(document)}";
}
