using System.Security.Cryptography;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace AwardFlow.Delivery;

/// <summary>
/// Holds every document of a cycle against the hash that its manifest has, and in the present round without one against the
/// ledger's: also those that a sending back set aside, which no mail is made of any more.
/// </summary>
/// <param name="storage">Where they are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="ledger">The present letters.</param>
/// <param name="corrections">Corrections.</param>
/// <param name="manifests">What was approved.</param>
/// <param name="letters">The documents.</param>
public sealed class DocumentCheck(
    IStorage storage, CycleStore cycles, ResultsStore results, DeliveryLedger ledger, CorrectionStore corrections, ManifestStore manifests, LetterStore letters)
{
    /// <summary>The most faults that are told.</summary>
    public const int MostFaults = 100;

    /// <summary>How many documents are read side by side where storage lets that.</summary>
    public const int UsualAtOnce = 8;

    private const int PageSize = 50;

    /// <summary>A check of what one storage holds.</summary>
    public static DocumentCheck Over(IStorage storage)
    {
        var (time, cycles, results) = (TimeProvider.System, new CycleStore(storage), new ResultsStore(storage));
        return new DocumentCheck(
            storage, cycles, results, new DeliveryLedger(storage, time, NullLogger<DeliveryLedger>.Instance),
            new CorrectionStore(storage, cycles, results, new LetterPictureStore(storage, cycles, time)),
            new ManifestStore(storage), new LetterStore(storage));
    }

    /// <summary>Looks at all documents of a cycle.</summary>
    /// <param name="id">The cycle.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <param name="atOnce">How many documents are read side by side: 1 where the storage is a zip, which is read by one alone.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public async Task<DocumentReport> OfAsync(CycleId id, CancellationToken cancellationToken, int atOnce = UsualAtOnce)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var look = new Look(atOnce);
        var rounds = await storage.Rows.ListAsync<CycleRound>(cycle.Partition, RowRange.Prefix(CycleRound.RowPrefix), cancellationToken)
            .ToListAsync(cancellationToken);
        foreach (var round in rounds)
        {
            await LookAtOriginsAsync(
                cycle with { ResultsSha256 = round.ResultsSha256, DefinitionSha256 = round.DefinitionSha256 }, round.Number, look, cancellationToken);
            await LookAtManifestAsync(
                cycle.Id,
                round.ManifestSha256,
                new DocumentFault(DocumentFaultKind.ManifestDamaged, round.Number),
                (entry, document) => FindOfRoundAsync(cycle, entry, document, round.Number, cancellationToken),
                look,
                cancellationToken);
        }
        if (cycle.IsFrozen)
        {
            await LookAtOriginsAsync(cycle, cycle.Round, look, cancellationToken);
            await LookAtPresentAsync(cycle, look, cancellationToken);
        }
        foreach (var correction in await corrections.ListAsync(cycle, cancellationToken))
        {
            await LookAtManifestAsync(
                cycle.Id, correction.ManifestSha256, new DocumentFault(DocumentFaultKind.ManifestDamaged, cycle.Round, correction.Number),
                (entry, document) => letters.FindCorrectionAsync(cycle.Id, entry, document, correction.Number, cancellationToken), look, cancellationToken);
        }
        return new DocumentReport(
            cycle.Id,
            rounds.Count + (cycle.IsFrozen ? 1 : 0),
            look.Documents,
            [.. look.Faults.OrderBy(fault => fault.Round).ThenBy(fault => fault.Correction).ThenBy(fault => fault.EntryCode?.Text, StringComparer.Ordinal)]);
    }

    private async Task LookAtPresentAsync(Cycle cycle, Look look, CancellationToken cancellationToken)
    {
        var fault = new DocumentFault(DocumentFaultKind.ManifestDamaged, cycle.Round);
        Task<BinaryData?> FindAsync(EntryCode entry, LetterDocument document) => letters.FindAsync(cycle.Id, entry, document, cancellationToken);
        if (cycle.ManifestSha256 is not null)
        {
            await LookAtManifestAsync(cycle.Id, cycle.ManifestSha256, fault, FindAsync, look, cancellationToken);
            return;
        }
        await foreach (var some in ledger.ListAsync(cycle.Id, cancellationToken)
            .Select(LetterManifest.Entry)
            .Chunk(PageSize)
            .WithCancellation(cancellationToken))
        {
            await LookAtAsync(some, fault, FindAsync, look, cancellationToken);
        }
    }

    private async Task LookAtManifestAsync(
        CycleId cycle, string? sha256, DocumentFault fault,
        Func<EntryCode, LetterDocument, Task<BinaryData?>> find, Look look, CancellationToken cancellationToken)
    {
        if (sha256 is null)
        {
            return;
        }
        try
        {
            foreach (var page in (await manifests.ReadAsync(cycle, sha256, cancellationToken)).Pages)
            {
                await LookAtAsync(await manifests.EntriesAsync(cycle, page, cancellationToken), fault, find, look, cancellationToken);
            }
        }
        catch (StorageException e) when (e.Fault is StorageFault.Damaged)
        {
            look.Tell(fault);
        }
    }

    private static Task LookAtAsync(
        IReadOnlyList<ManifestEntry> entries,
        DocumentFault fault,
        Func<EntryCode, LetterDocument, Task<BinaryData?>> find,
        Look look,
        CancellationToken cancellationToken) => Parallel.ForEachAsync(
        entries.SelectMany(entry => LetterStore.Documents.Select(
            document => (entry.EntryCode, document, Sha256: entry.Documents.GetValueOrDefault(LetterStore.FileName(document)))))
            .Where(each => each.Sha256 is not null),
        new ParallelOptions { MaxDegreeOfParallelism = look.AtOnce, CancellationToken = cancellationToken },
        async (each, _) =>
        {
            var pdf = await find(each.EntryCode, each.document);
            look.Count();
            if (pdf is null || Convert.ToHexStringLower(SHA256.HashData(pdf.ToMemory().Span)) != each.Sha256)
            {
                look.Tell(fault with
                {
                    Kind = pdf is null ? DocumentFaultKind.DocumentMissing : DocumentFaultKind.DocumentAltered,
                    EntryCode = each.EntryCode,
                    Document = LetterStore.FileName(each.document),
                });
            }
        });

    // Until the round after it is rendered, a round's documents stand where the present ones do.
    private async Task<BinaryData?> FindOfRoundAsync(Cycle cycle, EntryCode entry, LetterDocument document, int round, CancellationToken cancellationToken) =>
        await letters.FindAsync(cycle.Id, entry, document, round, cancellationToken)
        ?? (round == cycle.Round - 1 && cycle.State is CycleState.Open or CycleState.NeedsAttention or CycleState.Closed or CycleState.Cancelled
            ? await letters.FindAsync(cycle.Id, entry, document, cancellationToken)
            : null);

    private async Task LookAtOriginsAsync(Cycle cycle, int round, Look look, CancellationToken cancellationToken)
    {
        // Of an earlier round the results stand without telephone numbers once those are erased, which the trail tells with both hashes.
        var isRewritten = round < cycle.Round && cycle.Erased.Any(each => each.Kind == ErasedKind.Telephones);
        if (!isRewritten && cycle.ResultsSha256 is { } sha256 && !await IsAsync(() => results.ReadBytesAsync(cycle, cancellationToken), sha256))
        {
            look.Tell(new DocumentFault(DocumentFaultKind.ResultsDamaged, round));
        }
        if (!await IsAsync(() => storage.Uploads.GetAsync($"{cycle.Id}/{cycle.DefinitionSha256}.json", cancellationToken), cycle.DefinitionSha256))
        {
            look.Tell(new DocumentFault(DocumentFaultKind.DefinitionDamaged, round));
        }
    }

    private static async Task<bool> IsAsync(Func<Task<BinaryData>> read, string sha256)
    {
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData((await read()).ToMemory().Span)) == sha256;
        }
        catch (StorageException e) when (e.Fault is StorageFault.Damaged)
        {
            return false;
        }
    }

    /// <summary>What was found so far, by several at a time.</summary>
    private sealed class Look(int atOnce)
    {
        private readonly Lock _turn = new();
        private int _documents;

        public int AtOnce => atOnce;

        public int Documents => _documents;

        public List<DocumentFault> Faults { get; } = [];

        public void Count() => Interlocked.Increment(ref _documents);

        public void Tell(DocumentFault fault)
        {
            lock (_turn)
            {
                if (Faults.Count < MostFaults)
                {
                    Faults.Add(fault);
                }
            }
        }
    }
}
