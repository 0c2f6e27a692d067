using System.Runtime.CompilerServices;
using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Scoring;

namespace AwardFlow.Records.Print;

/// <summary>
/// Goes through a cycle's letters by entry code, a few at a time, with their documents as they were rendered: each is held
/// against its hash, and where letters await approval or were approved against the manifest's. What is not released, or is
/// paused, is rendered with ร่าง on every page: a print of it is for reading, and nobody takes it for the letter.
/// </summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="ledger">The letters.</param>
/// <param name="manifests">What is to be approved, or was.</param>
/// <param name="documents">Fetches documents.</param>
/// <param name="corrections">Corrections, which go by post where their first letters did.</param>
public sealed class LetterSelection(
    CycleStore cycles, ResultsStore results, DeliveryLedger ledger, ManifestStore manifests, LetterDocuments documents, CorrectionStore corrections)
{
    // Their documents are fetched side by side, and are in memory together.
    private const int AtOnce = 8;

    /// <summary>The cycle and its definition.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    public async Task<(Cycle Cycle, CycleDefinition Definition)> CycleAsync(CycleId cycleId, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(cycleId, cancellationToken);
        return (cycle, await cycles.DefinitionAsync(cycle, cancellationToken));
    }

    /// <summary>The letters, by entry code.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async IAsyncEnumerable<(LetterDelivery Row, EntryResult Result)> ListAsync(
        Cycle cycle, LetterFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        if (!cycle.IsFrozen)
        {
            yield break;
        }
        var (page, entries, approved) = (0, new Dictionary<EntryCode, EntryResult>(), (Dictionary<EntryCode, ManifestEntry>?)null);
        await foreach (var row in ledger.ListAsync(cycle.Id, cancellationToken))
        {
            if (row.Page != page)
            {
                page = row.Page;
                entries = (await results.ReadPageAsync(cycle, page, cancellationToken)).ToDictionary(result => result.Entry.Code);
                approved = cycle.ManifestSha256 is { } manifest
                    ? (await manifests.ReadPageAsync(cycle.Id, manifest, page, cancellationToken)).ToDictionary(entry => entry.EntryCode)
                    : null;
            }
            // A letter that could not be rendered, was called off, or is none of what was approved, is not printed.
            if (!row.HasLetter || IsStopped(row) || !entries.TryGetValue(row.EntryCode, out var result) || !filter.Takes(row, result)
                || (cycle.HasManifest && row.Documents.Count == 0) || (approved is not null && row.Letter == 1 && !approved.ContainsKey(row.EntryCode)))
            {
                continue;
            }
            yield return (approved is not null && row.Letter == 1 ? row with { Documents = approved[row.EntryCode].Documents } : row, result);
        }
    }

    /// <summary>
    /// The letters, by entry code, and behind them the corrections that a filter of their own fate takes: those to post, without an address, or that came back.
    /// </summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="filter">Which.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    internal async IAsyncEnumerable<SelectedLetter> ListWithCorrectionsAsync(
        Cycle cycle, LetterFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var first = await cycles.DefinitionAsync(cycle, cancellationToken);
        await foreach (var (row, result) in ListAsync(cycle, filter, cancellationToken))
        {
            yield return new SelectedLetter(row, result, first, []);
        }
        if (filter is not (LetterFilter.ToPost or LetterFilter.OnPaper or LetterFilter.NoEmail or LetterFilter.Bounced))
        {
            yield break;
        }
        foreach (var correction in (await corrections.ListAsync(cycle, cancellationToken)).Where(each => each.IsReleased))
        {
            var words = await corrections.WordsAsync(cycle, correction, cancellationToken);
            var (page, entries) = (0, new Dictionary<EntryCode, EntryResult>());
            await foreach (var row in ledger.CorrectionsAsync(cycle.Id, cancellationToken).Where(row => row.Letter == correction.Letter && !IsStopped(row)))
            {
                if (row.Page != page)
                {
                    page = row.Page;
                    entries = (await results.ReadPageAsync(cycle, page, cancellationToken)).ToDictionary(result => result.Entry.Code);
                }
                if (row.Documents.Count > 0 && entries.TryGetValue(row.EntryCode, out var result) && filter.Takes(row, result))
                {
                    yield return new SelectedLetter(row, result with { Entry = words.EntryOf(result.Entry) }, words.Definition, []) { Frozen = result };
                }
            }
        }
    }

    /// <summary>The letters with their documents.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="options">Which.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="LetterFaultException">A document is missing or altered, and cannot be rendered as it was.</exception>
    internal async IAsyncEnumerable<SelectedLetter> FetchAsync(Cycle cycle, PrintOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var mayLeave = MayLeave(cycle);
        var (number, render) = (0, (Func<LetterDocument, EntryResult, byte[]>?)null);
        await foreach (var some in ListWithCorrectionsAsync(cycle, options.Filter, cancellationToken).Chunk(AtOnce).WithCancellation(cancellationToken))
        {
            if (mayLeave)
            {
                foreach (var letter in await Task.WhenAll(some.Select(each => FetchAsync(each, options.Documents, cancellationToken))))
                {
                    yield return letter;
                }
                continue;
            }
            foreach (var letter in some)
            {
                // They come letter by letter of their entries: the first ones, then each correction's.
                if (render is null || letter.Row.Letter != number)
                {
                    (number, render) = (letter.Row.Letter, await DraftsAsync(cycle, letter.Row.Letter, cancellationToken));
                }
                yield return letter with
                {
                    Files = [.. options.Documents.Intersect(LetterDocuments.Of(letter.Row))
                        .Select(document => (document, BinaryData.FromBytes(render(document, letter.Frozen))))],
                };
            }
        }
    }

    // No mail of it goes, so no paper does: also where its address waits for a second person.
    private static bool IsStopped(LetterDelivery row) =>
        row is { State: DeliveryState.Held, Why.Code: DeliveryCause.CancelledCode or DeliveryCause.NotApprovedCode or DeliveryCause.AddressNotApprovedCode };

    /// <summary>Whether what is printed of a cycle may be posted: its letters are released, and nobody paused it.</summary>
    internal static bool MayLeave(Cycle cycle) => cycle.IsReleased && cycle.Paused is null;

    /// <exception cref="CycleConflictException">Nothing of the cycle may be posted.</exception>
    internal static void MustLeave(Cycle cycle)
    {
        if (!MayLeave(cycle))
        {
            throw new CycleConflictException(PrintTexts.NotReleased(cycle.Id));
        }
    }

    // What renders the drafts of a cycle's first letters, or of a correction's.
    private async Task<Func<LetterDocument, EntryResult, byte[]>> DraftsAsync(Cycle cycle, int letter, CancellationToken cancellationToken)
    {
        if (letter == 1)
        {
            var first = await documents.RendererAsync(cycle, cancellationToken);
            return (document, result) => first.Render(document, result, draft: true);
        }
        var correction = await corrections.RendererAsync(
            cycle, await corrections.GetAsync(cycle.Id, Correction.NumberOf(letter), cancellationToken), cancellationToken);
        return (document, result) => correction.Render(result, document, draft: true);
    }

    private async Task<SelectedLetter> FetchAsync(SelectedLetter letter, IReadOnlyList<LetterDocument> wanted, CancellationToken cancellationToken)
    {
        var files = new List<(LetterDocument, BinaryData)>();
        foreach (var document in wanted.Intersect(LetterDocuments.Of(letter.Row)))
        {
            files.Add((document, await documents.FetchAsync(letter.Row, document, cancellationToken)));
        }
        return letter with { Files = files };
    }
}
