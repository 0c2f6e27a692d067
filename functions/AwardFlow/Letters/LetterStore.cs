using System.Globalization;
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
    public Task WriteAsync(
        CycleId cycle, IReadOnlyList<(EntryCode Entry, LetterDocument Document, byte[] Pdf)> documents, CancellationToken cancellationToken) =>
        storage.Letters.WriteAsync(
            [.. documents.Select(each => new NewBlob(Name(cycle, each.Entry, each.Document), BinaryData.FromBytes(each.Pdf), "application/pdf"))],
            cancellationToken);

    /// <summary>Keeps documents of a correction; the same ones again change nothing.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="correction">Which correction, from 1.</param>
    /// <param name="documents">The documents.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public Task WriteCorrectionAsync(
        CycleId cycle, int correction, IReadOnlyList<(EntryCode Entry, LetterDocument Document, byte[] Pdf)> documents, CancellationToken cancellationToken) =>
        storage.Letters.WriteAsync(
        [.. documents.Select(
            each => new NewBlob(CorrectionName(cycle, each.Entry, each.Document, correction), BinaryData.FromBytes(each.Pdf), "application/pdf"))],
        cancellationToken);

    /// <summary>A document of a correction, or null where it has none or is not rendered.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="document">Which.</param>
    /// <param name="correction">Which correction, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<BinaryData?> FindCorrectionAsync(
        CycleId cycle, EntryCode entryCode, LetterDocument document, int correction, CancellationToken cancellationToken) =>
        EntryCode.IsValid(entryCode.Text) ? await storage.Letters.FindAsync(CorrectionName(cycle, entryCode, document, correction), cancellationToken) : null;

    /// <summary>An entry's document, or null where it is not rendered.</summary>
    public async Task<BinaryData?> FindAsync(CycleId cycle, EntryCode entryCode, LetterDocument document, CancellationToken cancellationToken) =>
        EntryCode.IsValid(entryCode.Text) ? await storage.Letters.FindAsync(Name(cycle, entryCode, document), cancellationToken) : null;

    /// <summary>Keeps an entry's documents of an earlier round beside those of the present one. Done again, it changes nothing.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="round">The earlier round, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task SetAsideAsync(CycleId cycle, EntryCode entryCode, int round, CancellationToken cancellationToken)
    {
        foreach (var document in Documents)
        {
            var name = Name(cycle, entryCode, document, round);
            if (!await storage.Letters.ExistsAsync(name, cancellationToken) && await FindAsync(cycle, entryCode, document, cancellationToken) is { } pdf)
            {
                await storage.Letters.WriteAsync(new NewBlob(name, pdf, "application/pdf"), cancellationToken);
            }
        }
    }

    /// <summary>Takes away the present documents of an entry that has no letter any more.</summary>
    public async Task RemoveAsync(CycleId cycle, EntryCode entryCode, CancellationToken cancellationToken)
    {
        foreach (var document in Documents)
        {
            await storage.Letters.DeleteAsync(Name(cycle, entryCode, document), cancellationToken);
        }
    }

    /// <summary>An entry's document of an earlier round, or null.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="document">Which.</param>
    /// <param name="round">The round, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<BinaryData?> FindAsync(CycleId cycle, EntryCode entryCode, LetterDocument document, int round, CancellationToken cancellationToken) =>
        EntryCode.IsValid(entryCode.Text) ? await storage.Letters.FindAsync(Name(cycle, entryCode, document, round), cancellationToken) : null;

    private static string Name(CycleId cycle, EntryCode entryCode, LetterDocument document, int round) =>
        string.Create(CultureInfo.InvariantCulture, $"{cycle}/{entryCode}/rounds/{round}/{FileName(document)}");

    private static string CorrectionName(CycleId cycle, EntryCode entryCode, LetterDocument document, int correction) =>
        string.Create(CultureInfo.InvariantCulture, $"{cycle}/{entryCode}/corrections/{correction}/{FileName(document)}");

    private static string Name(CycleId cycle, EntryCode entryCode, LetterDocument document) => $"{cycle}/{entryCode}/{FileName(document)}";
}
