using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace AwardFlow.TestKit;

/// <summary>Azurite, Microsoft's storage emulator, started on free loopback ports with its data in a folder.</summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    // The account and key that every storage emulator has: https://learn.microsoft.com/azure/storage/common/storage-use-azurite
    private const string Account =
        "AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Process _process;
    private readonly Task<string> _lastWords;

    private AzuriteProcess(Process process, Task<string> lastWords, string connectionString)
    {
        _process = process;
        _lastWords = lastWords;
        ConnectionString = connectionString;
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts Azurite and waits until it listens.</summary>
    /// <param name="folder">Where its data is; made if it is not there.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <param name="ports">Its ports for blobs, queues and tables; 0 takes a free one.</param>
    /// <exception cref="AzuriteException">Node or Azurite is missing, the folder is in use, or Azurite ended.</exception>
    public static async Task<AzuriteProcess> StartAsync(string folder, CancellationToken cancellationToken, (int Blob, int Queue, int Table) ports = default)
    {
        Directory.CreateDirectory(folder);
        var pidFile = Path.Combine(folder, "azurite.pid");
        await WaitForEarlierAsync(pidFile, cancellationToken);
        var process = Launch(folder, pidFile, ports);
        var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var endpoints = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            while (endpoints.Count < 3)
            {
                if (await process.StandardOutput.ReadLineAsync(cancellationToken).AsTask().WaitAsync(Patience, cancellationToken) is not { } line)
                {
                    throw new AzuriteException($"Azurite ended at once. {(await errors).Trim()}");
                }
                if (Listening().Match(line) is { Success: true } match)
                {
                    endpoints[match.Groups["service"].Value] = match.Groups["address"].Value;
                }
            }
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw e is TimeoutException ? new AzuriteException($"Azurite did not listen within {Patience.TotalSeconds:0} seconds.") : e;
        }
        var rest = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var connectionString = $"DefaultEndpointsProtocol=http;{Account};" + string.Concat(
            endpoints.Select(endpoint => $"{endpoint.Key}Endpoint={endpoint.Value}/devstoreaccount1;"));
        return new AzuriteProcess(process, rest, connectionString);
    }

    /// <summary>Lets Azurite save its data and end.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _lastWords.WaitAsync(Patience);
        _process.Dispose();
    }

    // A test that was killed leaves an Azurite that is still saving; two on one folder would spoil it.
    private static async Task WaitForEarlierAsync(string pidFile, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            while (File.Exists(pidFile) && IsAlive(pidFile))
            {
                await Task.Delay(LookAgain, either.Token);
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new AzuriteException($"Another Azurite uses {Path.GetDirectoryName(pidFile)} and does not end. Its process id is in {pidFile}.");
        }
    }

    // A process that began after the note was written only happens to have the same number.
    private static bool IsAlive(string pidFile)
    {
        try
        {
            using var earlier = Process.GetProcessById(int.Parse(File.ReadAllText(pidFile), CultureInfo.InvariantCulture));
            return earlier.StartTime.ToUniversalTime() <= File.GetLastWriteTimeUtc(pidFile);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or FormatException or IOException)
        {
            return false;
        }
    }

    private static Process Launch(string folder, string pidFile, (int Blob, int Queue, int Table) ports)
    {
        var root = Assembly.GetExecutingAssembly()
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .First(attribute => attribute.Key == "RepositoryRoot").Value!;
        var azurite = Path.Combine(root, "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(azurite))
        {
            throw new AzuriteException($"Azurite is not at {azurite}. Build the tests again.");
        }
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Azurite", "start-azurite.cjs"), pidFile, azurite,
            "--location", folder, "--blobPort", $"{ports.Blob}", "--queuePort", $"{ports.Queue}", "--tablePort", $"{ports.Table}",
            // The Azure SDKs name service versions that Azurite learns of later.
            "--skipApiVersionCheck", "--disableTelemetry", "--silent",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new AzuriteException("Node.js was not found. The tests need Node.js 20 or later for Azurite; install it.");
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>\S+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Listening();
}
