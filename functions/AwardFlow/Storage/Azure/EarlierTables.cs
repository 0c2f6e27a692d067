using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;

namespace AwardFlow.Storage;

/// <summary>
/// Copies what versions before 0.2 kept in the tables <c>cycles</c>, <c>deliveries</c> and <c>steps</c> of an account to its
/// rows, a cycle at a time and once. The tables stay as they are.
/// </summary>
/// <remarks>
/// Each batch moves a mark in the cycle's partition in its own commit. Whoever starts at the same time, or after a crash,
/// goes on from the mark; no row is copied over one that was changed since.
/// </remarks>
/// <param name="tables">The account's tables.</param>
/// <param name="rows">Its rows.</param>
/// <param name="ledger">How the ledger's rows are kept today.</param>
internal sealed class EarlierTables(TableServiceClient tables, IRowStore rows, IEarlierLedger ledger)
{
    private static readonly string[] Earlier = ["cycles", "deliveries", "steps"];

    private const int MostInBatch = 90;
    private const int LongestBatch = RowLimits.LongestCommit / 2;

    /// <summary>Copies all cycles that were not copied yet.</summary>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public async Task CopyAsync(CancellationToken cancellationToken)
    {
        foreach (var cycle in await AzureFaults.ClearAsync(() => CyclesAsync(cancellationToken)))
        {
            await AzureFaults.ClearAsync(async () =>
            {
                while (!await TryCopyAsync(cycle, cancellationToken))
                {
                    // Somebody else copies too, and came first with a batch.
                }
                return true;
            });
        }
    }

    /// <summary>Looks for a cycle whose tables an earlier version wrote to after it was copied: its copy tells of letters as not sent that are.</summary>
    /// <returns>Its id; null where there is none.</returns>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public Task<string?> FindWrittenSinceAsync(CancellationToken cancellationToken) => AzureFaults.ClearAsync(async () =>
    {
        foreach (var cycle in await CyclesAsync(cancellationToken))
        {
            var mark = await QueryAsync(
                AzureStorage.RowsTable, TableClient.CreateQueryFilter($"PartitionKey eq {cycle} and RowKey eq {Mark.Row}"), cancellationToken)
                .FirstOrDefaultAsync(cancellationToken);
            foreach (var table in mark is null ? [] : Earlier)
            {
                if (await QueryAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {cycle}"), cancellationToken)
                    .AnyAsync(row => row.Timestamp > mark!.Timestamp, cancellationToken))
                {
                    return cycle;
                }
            }
        }
        return null;
    });

    private async Task<List<string>> CyclesAsync(CancellationToken cancellationToken)
    {
        var cycles = new List<string>();
        await foreach (var row in QueryAsync("cycles", "RowKey eq 'cycle'", cancellationToken))
        {
            cycles.Add(row.PartitionKey);
        }
        return cycles;
    }

    private async Task<bool> TryCopyAsync(string cycle, CancellationToken cancellationToken)
    {
        if (await rows.FindAsync<Mark>(cycle, Mark.Row, cancellationToken) is not { } mark)
        {
            mark = new Mark { Partition = cycle, Key = Mark.Row };
            await rows.CommitAsync(Catalogue.Partition, Catalogue.Name(cycle), cancellationToken);
            if (await rows.CommitAsync(cycle, RowChange.Add(mark), cancellationToken) is not { } added)
            {
                return false;
            }
            mark = mark with { Version = added };
        }
        if (mark.IsDone)
        {
            return true;
        }
        await foreach (var batch in BatchesAsync(TodaysAsync(cycle, cancellationToken).Skip(mark.Rows), cancellationToken))
        {
            var moved = mark with { Rows = mark.Rows + batch.Count };
            var result = await rows.CommitAsync(cycle, [RowChange.Replace(moved), .. batch], cancellationToken);
            if (!result.IsCommitted)
            {
                return false;
            }
            mark = moved with { Version = result.Versions[0]! };
        }
        return await rows.CommitAsync(cycle, RowChange.Replace(mark with { IsDone = true }), cancellationToken) is not null;
    }

    // The cycle's own row comes last: whoever finds the cycle finds it whole.
    private async IAsyncEnumerable<RowChange> TodaysAsync(string cycle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (key, record) in ledger.Translate(cycle, ReadAsync("deliveries", cycle, cancellationToken)))
        {
            yield return Put(key, record);
        }
        await foreach (var (key, record) in ReadAsync("steps", cycle, cancellationToken))
        {
            yield return Put(key == "pace" ? key : $"s!{key}", record);
        }
        JsonObject? own = null;
        await foreach (var (key, record) in ReadAsync("cycles", cycle, cancellationToken))
        {
            if (key == "cycle")
            {
                own = record;
            }
            else
            {
                yield return Put(key, record);
            }
        }
        yield return Put("cycle", own!);
    }

    private static RowChange Put(string key, JsonObject record) => RowChange.Put(key, record.ToJsonString(AwardJson.Own));

    private static async IAsyncEnumerable<List<RowChange>> BatchesAsync(
        IAsyncEnumerable<RowChange> changes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (batch, length) = (new List<RowChange>(), 0);
        await foreach (var change in changes.WithCancellation(cancellationToken))
        {
            if (batch.Count == MostInBatch || (batch.Count > 0 && length + change.Json!.Length > LongestBatch))
            {
                yield return batch;
                (batch, length) = ([], 0);
            }
            batch.Add(change);
            length += change.Json!.Length;
        }
        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async IAsyncEnumerable<(string Key, JsonObject Record)> ReadAsync(
        string table, string cycle, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var entity in QueryAsync(table, TableClient.CreateQueryFilter($"PartitionKey eq {cycle}"), cancellationToken))
        {
            yield return (entity.RowKey, Record(entity));
        }
    }

    private async IAsyncEnumerable<TableEntity> QueryAsync(string table, string filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var entities = tables.GetTableClient(table)
            .QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(entities))
        {
            yield return entities.Current;
        }
    }

    // An account that no earlier version used has no such table.
    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<TableEntity> entities)
    {
        try
        {
            return await entities.MoveNextAsync();
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private static JsonObject Record(TableEntity entity)
    {
        var record = new JsonObject();
        foreach (var (name, value) in entity.Where(
            pair => pair.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") && pair.Value is not null))
        {
            record.Add(JsonNamingPolicy.CamelCase.ConvertName(name), JsonSerializer.SerializeToNode(value, value.GetType(), AwardJson.Own));
        }
        return record;
    }

    /// <summary>How far a cycle is copied.</summary>
    private sealed record Mark : StoredRecord
    {
        public const string Row = "!copied";

        public int Rows { get; init; }

        public bool IsDone { get; init; }
    }
}
