using System.Globalization;
using System.Net;
using Azure;
using Azure.Data.Tables;

namespace AwardFlow.Storage;

/// <summary>Rows in a table of a storage account.</summary>
/// <param name="table">The table.</param>
internal sealed class TableRows(TableClient table) : IRowStore
{
    // A column holds 64 KiB of UTF-16; longer records go on in further columns.
    private const int LongestColumn = 30_000;
    private const string JsonColumn = "Json";

    // Tells a commit whose answer was lost on the way from one that somebody else made.
    private const string CommitColumn = "Commit";

    public Task<Row?> FindAsync(string partition, string key, CancellationToken cancellationToken)
    {
        RowLimits.Check(partition, key);
        return AzureFaults.ClearAsync(async () => await ReadAsync(partition, key, cancellationToken) is { } entity ? Row(entity) : null);
    }

    public Task<IReadOnlyList<Row>> PageAsync(string partition, RowRange range, int most, CancellationToken cancellationToken)
    {
        RowLimits.Check(partition, most);
        return AzureFaults.ClearAsync<IReadOnlyList<Row>>(async () =>
        {
            var rows = new List<Row>();
            // The service may end a page early; the loop asks on until there is enough.
            await foreach (var entity in table.QueryAsync<TableEntity>(Filter(partition, range), most, cancellationToken: cancellationToken))
            {
                rows.Add(Row(entity));
                if (rows.Count == most)
                {
                    break;
                }
            }
            return rows;
        });
    }

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        RowLimits.Check(partition, changes);
        return AzureFaults.ClearAsync(async () =>
        {
            var commit = Guid.NewGuid().ToString("N");
            try
            {
                var answers = await table.SubmitTransactionAsync(changes.Select(change => Action(partition, change, commit)), cancellationToken);
                return CommitResult.Of([.. changes.Zip(answers.Value, (change, answer) => change.Json is null ? null : answer.Headers.ETag?.ToString())]);
            }
            catch (TableTransactionFailedException e) when (IsCondition(e))
            {
                return await OwnAsync(partition, changes, commit) ?? CommitResult.FailedAt(e.FailedTransactionActionIndex ?? 0);
            }
        });
    }

    private static bool IsCondition(RequestFailedException e) =>
        (HttpStatusCode)e.Status is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound
        && e.ErrorCode is not ("TableNotFound" or "TableBeingDeleted");

    // The SDK asks again where an answer was lost, and its second try then meets its first one's work.
    private async Task<CommitResult?> OwnAsync(string partition, IReadOnlyList<RowChange> changes, string commit)
    {
        var versions = new List<string?>();
        foreach (var change in changes)
        {
            var entity = change.Json is null ? null : await ReadAsync(partition, change.Key, CancellationToken.None);
            if (change.Json is not null && entity?.GetString(CommitColumn) != commit)
            {
                return null;
            }
            versions.Add(entity?.ETag.ToString());
        }
        return versions.TrueForAll(version => version is null) ? null : CommitResult.Of(versions);
    }

    private async Task<TableEntity?> ReadAsync(string partition, string key, CancellationToken cancellationToken)
    {
        var entity = await table.GetEntityIfExistsAsync<TableEntity>(partition, key, cancellationToken: cancellationToken);
        return entity.HasValue ? entity.Value : null;
    }

    private static string Filter(string partition, RowRange range) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ")
        + (range.StartIsIn ? TableClient.CreateQueryFilter($"ge {range.Start}") : TableClient.CreateQueryFilter($"gt {range.Start}"))
        + (range.Before is { } before ? TableClient.CreateQueryFilter($" and RowKey lt {before}") : "");

    private static TableTransactionAction Action(string partition, RowChange change, string commit) => change.Kind switch
    {
        RowChangeKind.Add => new(TableTransactionActionType.Add, Entity(partition, change, commit)),
        RowChangeKind.Replace => new(TableTransactionActionType.UpdateReplace, Entity(partition, change, commit), new ETag(change.Version!)),
        RowChangeKind.Put => new(TableTransactionActionType.UpsertReplace, Entity(partition, change, commit)),
        RowChangeKind.Delete => new(TableTransactionActionType.Delete, new TableEntity(partition, change.Key), new ETag(change.Version!)),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.Kind, "There is no such change."),
    };

    private static TableEntity Entity(string partition, RowChange change, string commit)
    {
        var entity = new TableEntity(partition, change.Key) { [CommitColumn] = commit };
        var json = change.Json!;
        for (int column = 0, start = 0; start < json.Length || column == 0; column++)
        {
            var end = Math.Min(start + LongestColumn, json.Length);
            if (end < json.Length && char.IsHighSurrogate(json[end - 1]))
            {
                end--;
            }
            entity[Column(column)] = json[start..end];
            start = end;
        }
        return entity;
    }

    private static Row Row(TableEntity entity)
    {
        var json = entity.GetString(JsonColumn) ?? "";
        for (var column = 1; entity.GetString(Column(column)) is { } more; column++)
        {
            json += more;
        }
        return new Row(entity.RowKey, entity.ETag.ToString(), json);
    }

    private static string Column(int index) => index == 0 ? JsonColumn : string.Create(CultureInfo.InvariantCulture, $"{JsonColumn}{index}");
}
