using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Records.Archive;

/// <summary>
/// A cycle's rows as they all were in one moment, with its blobs where they are. Storage gives rows a page at a time, so they
/// are read twice: what has the same version both times was so all the while between.
/// </summary>
public sealed class CycleSnapshot : IDisposable
{
    private const int MostTries = 5;

    private readonly TemporaryRows _rows;

    private CycleSnapshot(TemporaryRows rows, IStorage storage, Cycle cycle) => (_rows, Storage, Cycle) = (rows, storage, cycle);

    /// <summary>The cycle's row.</summary>
    public Cycle Cycle { get; }

    /// <summary>The snapshot, to be read.</summary>
    internal IStorage Storage { get; }

    /// <summary>Takes a snapshot.</summary>
    /// <param name="from">Where the cycle is kept.</param>
    /// <param name="id">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="CycleConflictException">So much is written to it that no two readings are the same.</exception>
    public static async Task<CycleSnapshot> TakeAsync(IStorage from, CycleId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(id);
        for (var tries = 0; tries < MostTries; tries++)
        {
            var drafts = await ArchivedDrafts.OfAsync(from, await new CycleStore(from).GetAsync(id, cancellationToken), cancellationToken);
            var rows = TemporaryRows.Create();
            try
            {
                using var first = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                await rows.FillAsync(
                    id.Text,
                    VersionsAsync(from, id, first, cancellationToken)
                        .Where(row => ArchivedRows.Has(row.Key))
                        .Select(row => (row.Key, ArchivedRows.Json(id.Text, row, drafts))),
                    cancellationToken);
                using var second = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                await VersionsAsync(from, id, second, cancellationToken).CountAsync(cancellationToken);
                if (first.GetHashAndReset().AsSpan().SequenceEqual(second.GetHashAndReset()))
                {
                    var storage = new StorageView(rows.Rows, from.Uploads, from.Letters, from.Results);
                    var cycle = await new CycleStore(storage).GetAsync(id, cancellationToken);
                    // What was submitted is of the same moment too.
                    if (cycle.Uploads == drafts.Uploads)
                    {
                        return new CycleSnapshot(rows, storage, cycle);
                    }
                }
            }
            catch
            {
                rows.Dispose();
                throw;
            }
            rows.Dispose();
        }
        throw new CycleConflictException(RecordsTexts.Busy(id));
    }

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private static async IAsyncEnumerable<Row> VersionsAsync(
        IStorage from, CycleId id, IncrementalHash hash, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in from.Rows.ListAsync(id.Text, RowRange.All, cancellationToken))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.Key}\n{row.Version}\n"));
            yield return row;
        }
    }
}
