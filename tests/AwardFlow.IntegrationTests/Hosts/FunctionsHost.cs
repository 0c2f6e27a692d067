using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Polly;
using Polly.Retry;

namespace AwardFlow.IntegrationTests.Hosts;

/// <summary>
/// The published app under a Functions host in a process of its own. The environment variable FUNCTIONS_HOST names the
/// program that runs it, called with the app's folder and a port; without it <c>func</c> of the Core Tools, if it is on the
/// PATH. Either has to stay in the foreground, log to its standard output, and take app settings from its environment, among
/// them <c>WEBSITE_HOSTNAME</c>, the host and port that it is to listen on.
/// </summary>
internal sealed class FunctionsHost : IAsyncDisposable
{
    public const string None = "There is no Functions host: set FUNCTIONS_HOST to a program that takes the app's folder and a port, or put func on the PATH.";

    // The host says that it has started, and then begins to listen, and says nothing of that.
    private static readonly ResiliencePipeline Listening = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>(),
            MaxRetryAttempts = 200,
            Delay = TimeSpan.FromMilliseconds(50),
        })
        .Build();

    private readonly Process _process;

    private FunctionsHost(Process process, string address)
    {
        _process = process;
        Address = address;
        _ = ReadAsync(process.StandardOutput, Log);
        _ = ReadAsync(process.StandardError, Log);
    }

    public static bool IsThere { get; } = Command("", 0) is not null;

    public LineWatcher Log { get; } = new();

    public string Address { get; }

    /// <summary>Starts a host and waits until it serves.</summary>
    /// <param name="settings">The app's settings.</param>
    public static async Task<FunctionsHost> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var host = Launch(settings);
        await host.Log.WaitForAsync("Host started (");
        using var http = new HttpClient();
        await Listening.ExecuteAsync(async cancelled => await http.GetAsync($"{host.Address}/openapi.json", cancelled), TestContext.Current.CancellationToken);
        return host;
    }

    /// <summary>Starts a host.</summary>
    /// <param name="settings">The app's settings.</param>
    public static FunctionsHost Launch(IReadOnlyDictionary<string, string> settings)
    {
        var port = FreePort();
        var start = Command(Path.Combine(AppContext.BaseDirectory, "app"), port)!;
        (start.RedirectStandardOutput, start.RedirectStandardError, start.UseShellExecute) = (true, true, false);
        // The host makes the durable client's address of it, and without one no function that binds a client answers.
        start.Environment["WEBSITE_HOSTNAME"] = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }
        return new FunctionsHost(Process.Start(start)!, string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
    }

    /// <summary>Ends the host and its worker as the loss of their machine would: SIGKILL, both at once.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }
        _process.Dispose();
    }

    private static ProcessStartInfo? Command(string app, int port)
    {
        var number = port.ToString(CultureInfo.InvariantCulture);
        if (Environment.GetEnvironmentVariable("FUNCTIONS_HOST") is { Length: > 0 } program)
        {
            return new ProcessStartInfo(program, [app, number]);
        }
        var func = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "func"))
            .FirstOrDefault(File.Exists);
        return func is null ? null : new ProcessStartInfo(func, ["start", "--verbose", "--port", number]) { WorkingDirectory = app };
    }

    private static async Task ReadAsync(StreamReader reader, LineWatcher lines)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
