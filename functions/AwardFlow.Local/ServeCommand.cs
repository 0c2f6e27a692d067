using AwardFlow.Delivery;
using AwardFlow.Local.Azurite;
using AwardFlow.Storage;
using Microsoft.Extensions.Logging.Console;

namespace AwardFlow.Local;

/// <summary>The command <c>serve</c>: the API and pages on one machine, going on where they were stopped.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string url, DirectoryInfo data, CancellationToken cancellationToken)
    {
        var settings = new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .Build();
        using var folder = DataFolder.Open(data);
        var connection = settings["AzureWebJobsStorage"];
        await using var azurite = connection is null ? await AzuriteProcess.StartAsync(folder.Azurite, cancellationToken) : null;
        if (!AzureStorage.TryConnect(connection ?? azurite!.ConnectionString, out var storage))
        {
            throw new SettingException("AzureWebJobsStorage", "is not a connection string of a storage account.");
        }
        await using var app = await LocalApp.StartAsync(
            url,
            storage,
            builder =>
            {
                builder.Configuration.AddInMemoryCollection([new("Mail:Outbox", folder.Outbox), .. ReceiptDefaults(settings, folder, url)]).AddConfiguration(settings);
                builder.Logging.AddConfiguration(settings.GetSection("Logging"))
                    .AddFilter("Microsoft", LogLevel.Warning).AddFilter("Azure", LogLevel.Warning)
                    .AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.ColorBehavior) = (true, "HH:mm:ss ", LoggerColorBehavior.Default));
            },
            cancellationToken);
        await Console.Out.WriteLineAsync($"AwardFlow listens on {string.Join(", ", app.Urls)} with its data in {folder.Path}. Ctrl-C stops it.");
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await Console.Out.WriteLineAsync("Stopping...");
        }
        await app.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    // Where no mail leaves the machine, links lead to this very server. Otherwise they need settings, and say so.
    private static IEnumerable<KeyValuePair<string, string?>> ReceiptDefaults(IConfiguration settings, DataFolder folder, string url) =>
        MailSettings.Read(settings).Transport == MailTransportKind.Outbox ? [new("Receipts:Key", folder.ReceiptsKey()), new("Receipts:BaseUrl", url)] : [];
}
