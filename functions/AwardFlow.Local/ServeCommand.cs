using AwardFlow.Delivery;
using AwardFlow.Local.People;
using AwardFlow.Storage;
using Microsoft.Extensions.Logging.Console;

namespace AwardFlow.Local;

/// <summary>The command <c>serve</c>: the API and pages on one machine, going on where they were stopped.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string url, DirectoryInfo data, string? import, CancellationToken cancellationToken)
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
        IStorage storage = embedded is null ? StorageSettings.Connect(settings) : embedded;
        await using var app = await LocalApp.StartAsync(
            url,
            storage,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Mail:Outbox", folder.Outbox), .. OfficeDefault(listeners), .. ReceiptDefaults(settings, folder, listeners)]).AddConfiguration(settings)
                    .AddInMemoryCollection([new(LocalApp.PeopleSetting, folder.People)]);
                builder.Logging.AddConfiguration(settings.GetSection("Logging"))
                    .AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning)
                    .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.ColorBehavior) = (true, "HH:mm:ss ", LoggerColorBehavior.Default));
            },
            cancellationToken);
        var inside = app.Urls.Take(app.Urls.Count - (listeners.Outside is null ? 0 : 1));
        await Console.Out.WriteLineAsync($"AwardFlow listens on {string.Join(", ", inside)} with its data in {folder.Path}. Ctrl-C stops it.");
        if (listeners.Outside is not null)
        {
            await Console.Out.WriteLineAsync($"Outsiders reach receipt pages and webhooks on {app.Urls.Last()}.");
        }
        // A service manager stops the app itself.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, app.Lifetime.ApplicationStopping);
        var failed = await StoppedAsync(embedded, stopping.Token);
        await Console.Out.WriteLineAsync("Stopping...");
        await app.StopAsync(CancellationToken.None);
        return failed is null ? ExitCode.Done : throw failed;
    }

    // A full disk is waited for; with a damaged database nothing good can be done.
    private static async Task<StorageException?> StoppedAsync(EmbeddedStorage? storage, CancellationToken cancellationToken)
    {
        var stopped = Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        if (storage is not null && await Task.WhenAny(stopped, storage.Failed) == storage.Failed && await storage.Failed is var failed)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            if (failed.Fault == StorageFault.Damaged)
            {
                return failed;
            }
        }
        await stopped.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return null;
    }

    // What the browser of this machine opens; where the server listens at all addresses, a setting says which one people use.
    private static IEnumerable<KeyValuePair<string, string?>> OfficeDefault(Listeners listeners) =>
        listeners.Office is { Port: > 0, Host: not ("0.0.0.0" or "[::]" or "*" or "+") } office ? [new("Office:Url", office.GetLeftPart(UriPartial.Authority))] : [];

    // Where no mail leaves the machine, links lead to this very server. Otherwise they need settings, and say so.
    private static IEnumerable<KeyValuePair<string, string?>> ReceiptDefaults(IConfiguration settings, DataFolder folder, Listeners listeners) =>
        MailSettings.Read(settings).Transport == MailTransportKind.Outbox
            ? [new("Receipts:Key", folder.ReceiptsKey()), new("Receipts:BaseUrl", (listeners.Outside ?? listeners.Office).GetLeftPart(UriPartial.Authority))]
            : [];
}
