using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.IntegrationTests.Running;
using AwardFlow.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace AwardFlow.IntegrationTests.Crashes;

/// <summary>Storage, an account or a folder, and a SendGrid that outlive the processes that work with them.</summary>
internal sealed class SendingWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private AzuriteProcess? _azurite;

    public SendGridServer SendGrid { get; private set; } = null!;

    public string ConnectionString { get; private set; } = "";

    public static async Task<SendingWorld> StartAsync()
    {
        var world = new SendingWorld { SendGrid = await SendGridServer.StartAsync() };
        world._azurite = await AzuriteProcess.StartAsync(world._folder.Of("azurite"), TestContext.Current.CancellationToken);
        world.ConnectionString = world._azurite.ConnectionString;
        return world;
    }

    /// <summary>A world whose storage is a folder, as on one machine.</summary>
    public static async Task<SendingWorld> OnOneMachineAsync() => new() { SendGrid = await SendGridServer.StartAsync() };

    /// <summary>Starts a process that serves, with a patience short enough for a test where the settings say nothing else.</summary>
    public LocalProcess Serve(string name = "one", params (string Name, string Value)[] settings)
    {
        (string Name, string Value)[] usual =
        [
            ("Mail__Transport", "sendgrid"), ("SendGrid__ApiKey", SendGridServer.ApiKey), ("SendGrid__BaseUrl", SendGrid.Address.ToString()),
            ("Mail__Timeout", "00:00:02"), ("Mail__ReconcileAfter", "00:00:01"), ("Approval__Default", "none"),
            ("Receipts__Key", "a-key-of-receipts-for-tests-only-2564"), ("Receipts__BaseUrl", "https://award.example"),
        ];
        (string Name, string Value)[] account = _azurite is null ? [] : [("AzureWebJobsStorage", ConnectionString)];
        var keys = AwardFlowClient.Keys.Select(key => (Name: key.Key.Replace(":", "__", StringComparison.Ordinal), key.Value));
        return LocalProcess.Serve(_folder.Of(name), [.. settings.Concat(usual).Concat(account).Concat(keys).DistinctBy(setting => setting.Name)]);
    }

    /// <summary>Stops the storage account, letting it save, and starts it again on the same ports.</summary>
    public async Task RestartStorageAsync()
    {
        int[] ports = [.. ConnectionString.Split(';')
            .Where(part => part.Contains("Endpoint=http", StringComparison.Ordinal))
            .Select(part => new Uri(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]).Port)];
        await _azurite!.DisposeAsync();
        _azurite = await AzuriteProcess.StartAsync(_folder.Of("azurite"), TestContext.Current.CancellationToken, (ports[0], ports[1], ports[2]));
    }

    /// <summary>Creates a cycle whose letters go without approval, with its entries and scores.</summary>
    public static async Task OpenCycleAsync(AwardFlowClient client, string id, string[] codes)
    {
        var definition = TestCycle.Definition with { Id = CycleId.Parse(id), ClosesAt = DateTimeOffset.UtcNow.AddDays(1), Approval = Approval.None };
        await AwardFlowClient.SucceedAsync(await client.PutAsync(definition));
        await AwardFlowClient.SucceedAsync(await client.UploadAsync(id, "entries", TestSheets.Entries(codes)));
        await AwardFlowClient.SucceedAsync(await client.UploadAsync(id, "scores", TestSheets.Scores(codes, "ก")));
    }

    /// <summary>The storage account, to look at what no API shows.</summary>
    public IStorage Storage => AzureStorage.TryConnect(ConnectionString, out var storage) ? storage : throw new InvalidOperationException();

    /// <summary>Has the mails of a cycle gone out days earlier: real processes have real clocks, which no test can move.</summary>
    public async Task LetDaysPassAsync(string id, int days)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var cycles = new CycleStore(Storage);
        await cycles.ChangeAsync(CycleId.Parse(id), cycle => cycle with { SentAt = cycle.SentAt!.Value.AddDays(-days) }, cancelled);
        await foreach (var letter in new DeliveryLedger(Storage, TimeProvider.System, NullLogger<DeliveryLedger>.Instance)
            .ListAsync(CycleId.Parse(id), cancelled))
        {
            var before = letter with
            {
                AcceptedAt = letter.AcceptedAt?.AddDays(-days),
                ClaimedAt = letter.ClaimedAt?.AddDays(-days),
                LastClaimedAt = letter.LastClaimedAt?.AddDays(-days),
            };
            await Storage.Rows.CommitAsync(id, RowChange.Replace(before), cancelled);
        }
        foreach (var page in await new DeliveryLedger(Storage, TimeProvider.System, NullLogger<DeliveryLedger>.Instance)
            .TalliesAsync(CycleId.Parse(id), cancelled))
        {
            await Storage.Rows.CommitAsync(id, RowChange.Replace(page with { RemindFrom = page.RemindFrom?.AddDays(-days) }), cancelled);
        }
    }

    /// <summary>Every letter of a cycle went, and none twice unless the ledger says that it may have; and its trail is whole.</summary>
    /// <returns>How many went twice.</returns>
    public async Task<int> NothingLostAsync(AwardFlowClient client, string id, string[] codes)
    {
        var ledger = (await client.GetJsonAsync($"/api/cycles/{id}/deliveries")).AsArray()
            .ToDictionary(row => row!["entryCode"]!.GetValue<string>(), row => row!, StringComparer.Ordinal);
        var taken = SendGrid.Taken.Where(mail => mail.Cycle == id)
            .GroupBy(mail => mail.Entry, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        Assert.Equal(codes, ledger.Keys.Order(StringComparer.Ordinal));
        // A letter whose outcome stayed unknown twice waits for a person, marked where the service cannot say that it has none.
        var held = ledger.Values.Where(row => (string)row["state"]! == "held").ToList();
        Assert.All(
            held,
            row => Assert.True(SendGrid.HasActivity ? !taken.ContainsKey((string)row["entryCode"]!) : (bool)row["possibleDuplicate"]!, row.ToJsonString()));
        Assert.All(ledger.Values.Except(held), row => Assert.Equal("accepted", (string)row["state"]!));
        Assert.Equal(codes, taken.Keys.Union(held.Select(row => (string)row["entryCode"]!), StringComparer.Ordinal).Order(StringComparer.Ordinal));
        Assert.All(taken.Values.Where(mails => mails.Count > 1), mails =>
        {
            Assert.True((bool)ledger[mails[0].Entry]["possibleDuplicate"]!, $"{mails[0].Entry} went {mails.Count} times and is not marked.");
            Assert.Single(mails.Select(mail => mail.Delivery).Distinct());
        });
        var trail = await client.GetJsonAsync($"/api/cycles/{id}/trail");
        Assert.True((bool)trail["isWhole"]!, trail["faults"]!.ToJsonString());
        return taken.Values.Count(mails => mails.Count > 1);
    }

    public async ValueTask DisposeAsync()
    {
        await SendGrid.DisposeAsync();
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
        _folder.Dispose();
    }
}
