using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Local.People;
using AwardFlow.Records;
using AwardFlow.Records.Restore;
using AwardFlow.Storage;
using Microsoft.Extensions.Logging.Console;

namespace AwardFlow.Local;

/// <summary>The command <c>serve</c>: the API and pages on one machine, going on where they were stopped.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string url, DirectoryInfo data, string? import, bool moved, CancellationToken cancellationToken)
    {
        var settings = LocalStorage.Settings();
        var listeners = Listeners.Read(url, settings);
        using var folder = DataFolder.Open(data);
        if (import is not null && LocalStorage.IsAccount(settings))
        {
            throw new UsageException("--import copies into the data folder, but AzureWebJobsStorage names a storage account. Unset it.");
        }
        if (File.Exists(folder.People))
        {
            new PeopleList(data, TimeProvider.System).Finish();
        }
        using var embedded = LocalStorage.IsAccount(settings) ? null : await LocalStorage.OpenAsync(folder, import, cancellationToken);
        if (embedded is not null)
        {
            await SeeToCopyAsync(embedded, folder, moved, cancellationToken);
        }
        IStorage storage = embedded is null ? StorageSettings.Connect(settings) : embedded;
        var receipts = ReceiptDefaults(await ReceiptsKeyAsync(settings, folder, embedded, cancellationToken), listeners);
        await using var app = await LocalApp.StartAsync(
            url,
            storage,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Mail:Outbox", folder.Outbox), .. OfficeDefault(listeners), .. receipts])
                    .AddConfiguration(settings)
                    .AddInMemoryCollection([new(LocalApp.PeopleSetting, folder.People)]);
                builder.Logging.AddConfiguration(settings.GetSection("Logging"))
                    .AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning)
                    .AddSimpleConsole(
                        console => (console.SingleLine, console.TimestampFormat, console.ColorBehavior) = (true, "HH:mm:ss ", LoggerColorBehavior.Default));
            },
            cancellationToken);
        var inside = app.Urls.Take(app.Urls.Count - (listeners.Outside is null ? 0 : 1));
        await Console.Out.WriteLineAsync($"AwardFlow listens on {string.Join(", ", inside)} with its data in {folder.Path}. Ctrl-C stops it.");
        if (listeners.Outside is not null)
        {
            await Console.Out.WriteLineAsync($"Outsiders reach receipt pages, judges' pages and webhooks on {app.Urls.Last()}.");
        }
        // A service manager stops the app itself.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        var failed = await StoppedAsync(embedded, stopping.Token);
        await Console.Out.WriteLineAsync("Stopping...");
        await app.StopAsync(CancellationToken.None);
        return failed is null ? ExitCode.Done : throw failed;
    }

    private static async Task SeeToCopyAsync(EmbeddedStorage storage, DataFolder folder, bool moved, CancellationToken cancellationToken)
    {
        IReadOnlyList<CycleId>? paused;
        try
        {
            paused = await new CopiedFolder(storage, TimeProvider.System).SeeToAsync(DataFolder.Machine(), folder.Path, moved, cancellationToken);
        }
        catch (StorageException e) when (e.Fault is StorageFault.Full or StorageFault.ReadOnly)
        {
            // Where nothing can be written, nothing is mailed.
            return;
        }
        if (paused is { Count: > 0 })
        {
            await Console.Out.WriteLineAsync(
                $"{RecordsTexts.PausedAsCopy.English} Paused: {string.Join(", ", paused)}. Where you moved the folder, resume them, or start with --moved.");
        }
    }

    // A full disk is waited for; with a damaged database nothing good can be done.
    private static async Task<StorageException?> StoppedAsync(EmbeddedStorage? storage, CancellationToken cancellationToken)
    {
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        if (storage is null)
        {
            await Task.WhenAny(stopped);
            return null;
        }
        if (await Task.WhenAny(stopped, storage.Damaged, storage.Failed) == storage.Failed)
        {
            await Console.Error.WriteLineAsync((await storage.Failed).Message);
        }
        return await Task.WhenAny(stopped, storage.Damaged) == storage.Damaged ? await storage.Damaged : null;
    }

    // What the browser of this machine opens; where the server listens at all addresses, a setting says which one people use.
    private static IEnumerable<KeyValuePair<string, string?>> OfficeDefault(Listeners listeners) =>
        listeners.Office is { Port: > 0 } office && !ListensEverywhere(office) ? [new("Office:Url", office.GetLeftPart(UriPartial.Authority))] : [];

    // Where no mail leaves the machine, links lead to this very server. Otherwise they need settings, and say so.
    private static IEnumerable<KeyValuePair<string, string?>> ReceiptDefaults(string? key, Listeners listeners) =>
        key is null ? [] : [new("Receipts:Key", key), new("Receipts:BaseUrl", Reachable(listeners.Outside ?? listeners.Office))];

    // Nothing is to be found at an address that stands for all of this machine's.
    internal static string Reachable(Uri listening) =>
        ListensEverywhere(listening)
            ? new UriBuilder(listening) { Host = "localhost" }.Uri.GetLeftPart(UriPartial.Authority)
            : listening.GetLeftPart(UriPartial.Authority);

    private static bool ListensEverywhere(Uri url) => url.Host is "0.0.0.0" or "[::]" or "*" or "+";

    private static async Task<string?> ReceiptsKeyAsync(
        IConfiguration settings, DataFolder folder, EmbeddedStorage? storage, CancellationToken cancellationToken)
    {
        if (MailSettings.Read(settings).Transport != MailTransportKind.Outbox)
        {
            return null;
        }
        if (settings["Receipts:Key"] is null && storage is not null && !folder.HasReceiptsKey
            && (await storage.Rows.PageAsync(Catalogue.Partition, RowRange.All, 1, cancellationToken)).Count > 0)
        {
            await Console.Error.WriteLineAsync(
                $"{DataFolder.ReceiptsKeyName} is missing or empty in {folder.Path}, which has cycles: receipt links in mails that were made with it lead nowhere. A new one is made; to have those links again, put the old one back from a backup.");
        }
        return await folder.ReceiptsKeyAsync();
    }
}
