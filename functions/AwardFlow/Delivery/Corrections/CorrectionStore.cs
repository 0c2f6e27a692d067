using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Delivery;

/// <summary>Keeps corrections: how each stands, and what it is made of, which is named by its hash.</summary>
/// <param name="storage">Where they are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="results">The frozen results.</param>
/// <param name="pictures">The emblem and the signature.</param>
public sealed class CorrectionStore(IStorage storage, CycleStore cycles, ResultsStore results, LetterPictureStore pictures)
{
    /// <summary>A correction, or null.</summary>
    public async Task<Correction?> FindAsync(CycleId cycle, int number, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return number is > 0 and <= Correction.Most && CycleId.IsValid(cycle.Text)
            ? await storage.Rows.FindAsync<Correction>(cycle.Text, Correction.KeyOf(number), cancellationToken)
            : null;
    }

    /// <summary>A correction.</summary>
    /// <exception cref="CorrectionNotFoundException">There is none with this number.</exception>
    public async Task<Correction> GetAsync(CycleId cycle, int number, CancellationToken cancellationToken) =>
        await FindAsync(cycle, number, cancellationToken) ?? throw new CorrectionNotFoundException(cycle, number);

    /// <summary>A cycle's corrections in their order.</summary>
    public async Task<IReadOnlyList<Correction>> ListAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return cycle.Corrections == 0
            ? []
            : await storage.Rows.ListAsync<Correction>(cycle.Id.Text, RowRange.Prefix(Correction.RowPrefix), cancellationToken).ToListAsync(cancellationToken);
    }

    /// <summary>What a correction says.</summary>
    /// <exception cref="StorageException">It is missing, or was altered.</exception>
    public async Task<CorrectionWords> WordsAsync(Cycle cycle, Correction correction, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(correction);
        return new CorrectionWords(
            await cycles.DefinitionAsync(cycle, cancellationToken), await ReadAsync(cycle.Id, correction.OrderSha256, cancellationToken));
    }

    /// <summary>What renders a correction.</summary>
    /// <exception cref="StorageException">What it is made of is missing, or was altered.</exception>
    public async Task<CorrectionRenderer> RendererAsync(Cycle cycle, Correction correction, CancellationToken cancellationToken) =>
        await RendererAsync(cycle, await WordsAsync(cycle, correction, cancellationToken), cancellationToken);

    internal async Task<CorrectionRenderer> RendererAsync(Cycle cycle, CorrectionWords words, CancellationToken cancellationToken)
    {
        var earlier = new List<(int, CorrectionWords)>();
        foreach (var number in words.Order.Earlier)
        {
            earlier.Add((number, await WordsAsync(cycle, await GetAsync(cycle.Id, number, cancellationToken), cancellationToken)));
        }
        return new CorrectionRenderer(
            words, earlier, await pictures.ReadAsync(cycle, cancellationToken), await results.ReadOverallAsync(cycle, cancellationToken));
    }

    /// <summary>Keeps what a correction is made of.</summary>
    /// <returns>Its SHA-256.</returns>
    internal async Task<string> WriteAsync(CorrectionOrder order, CancellationToken cancellationToken)
    {
        var sha256 = JsonBlobs.Sha256(order);
        await storage.Results.WriteJsonAsync(Name(order.Cycle, sha256), order, cancellationToken);
        return sha256;
    }

    /// <summary>
    /// Changes a correction's row, or adds it, with a line of its cycle's trail, if nobody changed it or the cycle's row since they were read.
    /// </summary>
    /// <param name="cycle">The cycle's row.</param>
    /// <param name="correction">The correction as it is to be.</param>
    /// <param name="entry">What the trail says.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>Whether it was written.</returns>
    internal async Task<bool> TryCommitAsync(Cycle cycle, Correction correction, TrailEntry entry, CancellationToken cancellationToken) =>
        await cycles.TryCommitAsync(
            cycle, [correction.Version.Length == 0 ? RowChange.Add(correction) : RowChange.Replace(correction)], entry, cancellationToken) is not null;

    /// <summary>The pages of a correction whose letters are rendered, with the hash of each.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> PagesAsync(Correction correction, CancellationToken cancellationToken) =>
        await storage.Rows.ListAsync<CorrectionPage>(correction.Partition, RowRange.Prefix(CorrectionPage.Prefix(correction.Number)), cancellationToken)
            .ToDictionaryAsync(page => page.Key, page => page.Sha256, StringComparer.Ordinal, cancellationToken: cancellationToken);

    /// <summary>Says that the letters of a page are rendered. Said again, it changes nothing.</summary>
    internal async Task AddPageAsync(Correction correction, int page, string sha256, CancellationToken cancellationToken) => await storage.Rows.CommitAsync(
        correction.Partition,
        RowChange.Add(new CorrectionPage { Partition = correction.Partition, Key = CorrectionPage.KeyOf(correction.Number, page), Sha256 = sha256 }),
        cancellationToken);

    private async Task<CorrectionOrder> ReadAsync(CycleId cycle, string sha256, CancellationToken cancellationToken)
    {
        var name = Name(cycle, sha256);
        var content = await storage.Results.GetAsync(name, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span)) == sha256
            ? JsonBlobs.Read<CorrectionOrder>(content, name)
            : throw new StorageException(StorageFault.Damaged, $"The blob {name} is not what its name says: it was altered. Put it back from a backup.");
    }

    private static string Name(CycleId cycle, string sha256) => $"{cycle}/corrections/{sha256}.json";
}
