using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;
using AwardFlow.Typesetting.Pictures;

namespace AwardFlow.Delivery;

/// <summary>
/// Renders the documents of letters, and fetches them for mailing, held against what was rendered. One that is missing or
/// was altered is rendered again: the same version renders the same bytes.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="pictures">The emblem and the signature.</param>
/// <param name="letters">Where documents are kept.</param>
/// <param name="corrections">What renders the documents of corrections.</param>
/// <param name="trail">Where it is written that one was rendered again.</param>
/// <param name="time">The clock.</param>
public sealed class LetterDocuments(
    CycleStore cycles, ResultsStore results, LetterPictureStore pictures,
    LetterStore letters, CorrectionStore corrections, TrailWriter trail, TimeProvider time)
{
    /// <summary>What renders a cycle's documents.</summary>
    public async Task<DocumentRenderer> RendererAsync(Cycle cycle, CancellationToken cancellationToken) => new(
        await cycles.DefinitionAsync(cycle, cancellationToken),
        await pictures.ReadAsync(cycle, cancellationToken),
        await results.ReadOverallAsync(cycle, cancellationToken));

    /// <summary>Renders the documents of an entry.</summary>
    /// <exception cref="LetterFaultException">One cannot be rendered.</exception>
    public static IReadOnlyList<(EntryCode Entry, LetterDocument Document, byte[] Pdf)> Render(DocumentRenderer renderer, EntryResult result)
    {
        ArgumentNullException.ThrowIfNull(renderer);
        ArgumentNullException.ThrowIfNull(result);
        return [.. LetterStore.Documents.Select(document => (result.Entry.Code, document, Render(renderer, result, document)))];
    }

    /// <summary>Keeps documents of several entries side by side.</summary>
    public Task KeepAsync(
        CycleId cycle, IReadOnlyList<(EntryCode Entry, LetterDocument Document, byte[] Pdf)> documents, CancellationToken cancellationToken) =>
        letters.WriteAsync(cycle, documents, cancellationToken);

    /// <summary>The SHA-256 of documents by file name.</summary>
    public static IReadOnlyDictionary<string, string> HashesOf(IEnumerable<(EntryCode Entry, LetterDocument Document, byte[] Pdf)> documents) =>
        documents.ToDictionary(each => LetterStore.FileName(each.Document), each => Sha256(each.Pdf), StringComparer.Ordinal);

    /// <summary>Fetches the documents of a letter.</summary>
    /// <param name="row">The letter's row, with what they are held against.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="LetterFaultException">One is missing or altered, and cannot be rendered as it was.</exception>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public async Task<IReadOnlyList<(string FileName, BinaryData Pdf)>> FetchAsync(LetterDelivery row, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        return await Task.WhenAll(Of(row).Select(async document => (LetterStore.FileName(document), await FetchAsync(row, document, cancellationToken))));
    }

    /// <summary>Which documents a letter has, in the order in which they are attached: a first letter all, a correction its own.</summary>
    public static IEnumerable<LetterDocument> Of(LetterDelivery row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.Letter == 1 ? LetterStore.Documents : LetterStore.Documents.Where(document => row.Documents.ContainsKey(LetterStore.FileName(document)));
    }

    /// <summary>Keeps what an entry had in an earlier round beside what it has now.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="round">The earlier round, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task SetAsideAsync(CycleId cycle, IEnumerable<EntryCode> entries, int round, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            await letters.SetAsideAsync(cycle, entry, round, cancellationToken);
        }
    }

    /// <summary>Takes away the present documents of an entry that has no letter in this round; those of the earlier round are kept aside.</summary>
    public async Task RemoveAsync(CycleId cycle, EntryCode entry, int round, CancellationToken cancellationToken)
    {
        await letters.SetAsideAsync(cycle, entry, round, cancellationToken);
        await letters.RemoveAsync(cycle, entry, cancellationToken);
    }

    /// <summary>Fetches one document of a letter.</summary>
    /// <inheritdoc cref="FetchAsync(LetterDelivery, CancellationToken)"/>
    public async Task<BinaryData> FetchAsync(LetterDelivery row, LetterDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(row);
        var name = LetterStore.FileName(document);
        var pdf = await FindAsync(row, document, cancellationToken);
        var sha256 = row.Documents.GetValueOrDefault(name);
        if (pdf is not null && (sha256 is null ? row.Letter == 1 && await IsEarlierAsync(row, cancellationToken) : Sha256(pdf.ToMemory().Span) == sha256))
        {
            return pdf;
        }
        var fault = pdf is null ? DeliveryCause.DocumentMissing(name) : DeliveryCause.DocumentAltered(name);
        var again = sha256 is null ? null : await TryRenderAgainAsync(row, document, fault, cancellationToken);
        if (again is null || Sha256(again) != sha256)
        {
            throw new LetterFaultException(fault);
        }
        var entry = new TrailEntry(TrailKind.RenderedAgain, By: null, time.GetUtcNow())
        {
            Subject = row.EntryCode.Text,
            Before = TrailValues.Of(("document", name), ("found", pdf is null ? "missing" : Sha256(pdf.ToMemory().Span))),
            After = TrailValues.Of(("document", name), ("sha256", sha256)),
        };
        await trail.CommitAsync(row.Cycle.Text, [], entry, cancellationToken);
        try
        {
            await (row.Letter == 1
                ? letters.WriteAsync(row.Cycle, row.EntryCode, document, again, cancellationToken)
                : letters.WriteCorrectionAsync(row.Cycle, Correction.NumberOf(row.Letter), [(row.EntryCode, document, again)], cancellationToken));
        }
        catch (StorageException e) when (e.Fault == StorageFault.ReadOnly)
        {
            throw new LetterFaultException(fault, e); // Its folder is closed to us; the others' are not.
        }
        return BinaryData.FromBytes(again);
    }

    // Earlier versions kept no hashes. Since then a letter without them was never rendered, whatever lies in its place.
    private async Task<bool> IsEarlierAsync(LetterDelivery row, CancellationToken cancellationToken) =>
        (await cycles.FindAsync(row.Cycle, cancellationToken))?.HasManifest != true;

    private async Task<BinaryData?> FindAsync(LetterDelivery row, LetterDocument document, CancellationToken cancellationToken)
    {
        try
        {
            return row.Letter == 1
                ? await letters.FindAsync(row.Cycle, row.EntryCode, document, cancellationToken)
                : await letters.FindCorrectionAsync(row.Cycle, row.EntryCode, document, Correction.NumberOf(row.Letter), cancellationToken);
        }
        catch (StorageException)
        {
            // This one file cannot be read: damaged, closed to us, or on a bad place of the disk. Where nothing can be read,
            // what it is rendered again from cannot either, and says so.
            return null;
        }
    }

    // What it is made of may be damaged as well; that is this letter's fault and not its page's. Storage that is away is everybody's.
    private async Task<byte[]?> TryRenderAgainAsync(LetterDelivery row, LetterDocument document, DeliveryCause fault, CancellationToken cancellationToken)
    {
        try
        {
            return await RenderAgainAsync(row, document, cancellationToken);
        }
        catch (Exception e) when (e is PictureException or StorageException { Fault: StorageFault.Damaged or StorageFault.ReadOnly })
        {
            throw new LetterFaultException(fault, e);
        }
    }

    private async Task<byte[]?> RenderAgainAsync(LetterDelivery row, LetterDocument document, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(row.Cycle, cancellationToken);
        var result = (await results.ReadPageAsync(cycle, row.Page, cancellationToken)).FirstOrDefault(each => each.Entry.Code == row.EntryCode);
        if (result is null)
        {
            return null;
        }
        return row.Letter == 1
            ? Render(await RendererAsync(cycle, cancellationToken), result, document)
            : (await corrections.RendererAsync(
                cycle, await corrections.GetAsync(cycle.Id, Correction.NumberOf(row.Letter), cancellationToken), cancellationToken))
                .Render(result, document, draft: false);
    }

    private static byte[] Render(DocumentRenderer renderer, EntryResult result, LetterDocument document)
    {
        try
        {
            return renderer.Render(document, result, draft: false);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or StorageException))
        {
            throw new LetterFaultException(DeliveryCause.NotRendered(LetterStore.FileName(document), e.Message), e);
        }
    }

    private static string Sha256(ReadOnlySpan<byte> pdf) => Convert.ToHexStringLower(SHA256.HashData(pdf));
}
