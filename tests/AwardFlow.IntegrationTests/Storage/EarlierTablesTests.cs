using System.Globalization;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Storage;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;

namespace AwardFlow.IntegrationTests.Storage;

/// <summary>What version 0.1 left in its three tables, recorded from a cycle that it ran.</summary>
public sealed class EarlierTablesTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private readonly string _cycle = $"earlier-{Guid.NewGuid().ToString("N")[..12]}";

    private IStorage Storage => azurite.Storage;

    private CycleStore Cycles => new(Storage);

    private DeliveryLedger Ledger => new(Storage, TimeProvider.System, NullLogger<DeliveryLedger>.Instance);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cycle_of_an_earlier_version_is_found_with_all_that_belongs_to_it()
    {
        await RecordedAsync();

        await CopyAsync();

        var cycle = await Cycles.GetAsync(CycleId.Parse(_cycle), Cancelled);
        Assert.Equal((CycleState.Sent, 2, 3, "approver"), (cycle.State, cycle.Uploads, cycle.Letters, cycle.ApprovedBy));
        Assert.Equal(DateTimeOffset.Parse("2026-11-26T21:42:39.9091265Z", CultureInfo.InvariantCulture), cycle.ClosesAt);
        var history = await new AcceptedRows(Storage).HistoryAsync(cycle, Cancelled);
        Assert.Equal(
            [(1, UploadKind.Entries, 3, 0), (2, UploadKind.Scores, 54, 3)],
            history.Select(upload => (upload.Number, upload.Kind, upload.Rows, upload.Judges.Count)));
        var letters = await Ledger.ListAsync(CycleId.Parse(_cycle), Cancelled).ToListAsync(Cancelled);
        Assert.Equal(["E3", "ก-01", "น้ำ-02"], letters.Select(letter => letter.EntryCode.ToString()));
        Assert.All(letters, letter => Assert.Equal((DeliveryState.Accepted, 1, true), (letter.State, letter.Attempts, letter.AcceptedAt is not null)));
        Assert.Equal(
            [null, DeliveryState.Pending, DeliveryState.Claimed],
            (await Ledger.JournalAsync(CycleId.Parse(_cycle), EntryCode.Parse("น้ำ-02"), Cancelled)).Select(line => line.From));
        var totals = await Ledger.TotalsAsync(CycleId.Parse(_cycle), Cancelled);
        Assert.Equal((3, 3, 3, 3), (totals.Entries, totals.Letters, totals.Settled, totals.Mailed));
        Assert.Contains(await Cycles.ListAsync(Cancelled).ToListAsync(Cancelled), each => each.Id == cycle.Id);
    }

    [Fact]
    public async Task It_is_copied_once_whoever_starts_together_and_however_often()
    {
        var letters = await RecordedAsync(more: 250);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CopyAsync()));
        await Cycles.ChangeAsync(CycleId.Parse(_cycle), cycle => cycle with { Problem = "changed since" }, Cancelled);
        var gone = (await Ledger.FindAsync(CycleId.Parse(_cycle), EntryCode.Parse("X0100"), Cancelled))!;
        await Storage.Rows.CommitAsync(_cycle, RowChange.Delete(gone), Cancelled);
        await CopyAsync();

        Assert.Equal("changed since", (await Cycles.GetAsync(CycleId.Parse(_cycle), Cancelled)).Problem);
        Assert.Null(await Ledger.FindAsync(CycleId.Parse(_cycle), EntryCode.Parse("X0100"), Cancelled));
        Assert.Equal(letters - 1, await Ledger.ListAsync(CycleId.Parse(_cycle), Cancelled).CountAsync(Cancelled));
    }

    [Fact]
    public async Task A_copy_that_was_cut_off_goes_on_and_no_half_of_a_cycle_is_shown()
    {
        var letters = await RecordedAsync(more: 250);

        // Storage goes away at each batch in turn.
        for (var commits = 1; ; commits++)
        {
            try
            {
                await new EarlierTables(Tables, new CutOffRows(Storage.Rows, commits), new EarlierLedger()).CopyAsync(Cancelled);
                break;
            }
            catch (StorageException)
            {
                Assert.True(await Cycles.FindAsync(CycleId.Parse(_cycle), Cancelled) is null
                    || await Ledger.ListAsync(CycleId.Parse(_cycle), Cancelled).CountAsync(Cancelled) == letters);
            }
        }

        Assert.NotNull(await Cycles.FindAsync(CycleId.Parse(_cycle), Cancelled));
        Assert.Equal(letters, await Ledger.ListAsync(CycleId.Parse(_cycle), Cancelled).CountAsync(Cancelled));
    }

    [Fact]
    public async Task A_cycle_that_the_earlier_version_went_on_with_after_it_was_copied_is_told()
    {
        await RecordedAsync();
        await CopyAsync();
        Assert.Null(await new EarlierTables(Tables, Storage.Rows, new EarlierLedger()).FindWrittenSinceAsync(Cancelled));
        await Tables.GetTableClient("deliveries")
            .UpdateEntityAsync(new TableEntity(_cycle, "d!E3") { ["Attempts"] = 2 }, Azure.ETag.All, TableUpdateMode.Merge, Cancelled);
        Assert.Equal(_cycle, await new EarlierTables(Tables, Storage.Rows, new EarlierLedger()).FindWrittenSinceAsync(Cancelled));
        await Tables.GetTableClient("cycles").DeleteEntityAsync(_cycle, "cycle", cancellationToken: Cancelled);
    }

    private TableServiceClient Tables => new(azurite.ConnectionString);

    private Task CopyAsync() => new EarlierTables(Tables, Storage.Rows, new EarlierLedger()).CopyAsync(Cancelled);

    // Writes the recorded rows under an id of this test's own.
    private async Task<int> RecordedAsync(int more = 0)
    {
        var recorded =
            JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Storage", "earlier-tables.json"), Cancelled))!.AsObject();
        var letter = recorded["deliveries"]!.AsArray().First(row => row!["RowKey"]!.GetValue<string>() == "d!E3")!;
        foreach (var number in Enumerable.Range(0, more))
        {
            var another = letter.DeepClone();
            another["RowKey"] = $"d!X{number:D4}";
            recorded["deliveries"]!.AsArray().Add(another);
        }
        foreach (var (name, rows) in recorded)
        {
            var table = Tables.GetTableClient(name);
            await table.CreateIfNotExistsAsync(Cancelled);
            foreach (var some in rows!.AsArray().Select(row => Entity(row!.AsObject())).Chunk(100))
            {
                await table.SubmitTransactionAsync(some.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)), Cancelled);
            }
        }
        return 3 + more;
    }

    private TableEntity Entity(JsonObject row)
    {
        var entity = new TableEntity(_cycle, row["RowKey"]!.GetValue<string>());
        foreach (var (name, value) in row.Where(
            pair => pair.Key is not ("PartitionKey" or "RowKey") && !pair.Key.EndsWith("@odata.type", StringComparison.Ordinal)))
        {
            entity[name] = row.ContainsKey($"{name}@odata.type")
                ? DateTimeOffset.Parse(value!.GetValue<string>(), CultureInfo.InvariantCulture)
                : value!.GetValueKind() switch
                {
                    System.Text.Json.JsonValueKind.String => value.GetValue<string>(),
                    System.Text.Json.JsonValueKind.Number => value.GetValue<int>(),
                    _ => value.GetValue<bool>(),
                };
        }
        return entity;
    }

    private sealed class CutOffRows(IRowStore rows, int commits) : IRowStore
    {
        private int _left = commits;

        public Task<Row?> FindAsync(string partition, string key, CancellationToken cancellationToken) => rows.FindAsync(partition, key, cancellationToken);

        public Task<IReadOnlyList<Row>> PageAsync(string partition, RowRange range, int most, CancellationToken cancellationToken) =>
            rows.PageAsync(partition, range, most, cancellationToken);

        public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken) =>
            _left-- > 0 ? rows.CommitAsync(partition, changes, cancellationToken) : throw new StorageException(StorageFault.Unavailable, "Gone.");
    }
}
