using System.Diagnostics;
using System.Globalization;

namespace AwardFlow.IntegrationTests.Running;

/// <summary>The command line in a process of its own, that can be killed.</summary>
public sealed class LocalProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;

    private LocalProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(ReadAsync(process.StandardOutput, Output), ReadAsync(process.StandardError, Errors));
    }

    public LineWatcher Output { get; } = new();

    public LineWatcher Errors { get; } = new();

    public static LocalProcess Start(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        Start("AwardFlow.Local.dll", environment, arguments);

    /// <summary>Starts a worker on a task hub.</summary>
    public static LocalProcess Work(string connection, string hub, string name, string outbox) =>
        Start("AwardFlow.TestKit.dll", new Dictionary<string, string>(StringComparer.Ordinal), connection, hub, name, outbox);

    private static LocalProcess Start(string program, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, program) },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        return new LocalProcess(Process.Start(start)!);
    }

    /// <summary>Starts a command whose files cannot grow beyond a size, as on a disk that is full.</summary>
    public static LocalProcess Limited(int kibibytes, params string[] arguments)
    {
        var start = new ProcessStartInfo("bash")
        {
            ArgumentList = { "-c", $"ulimit -f {kibibytes}; exec dotnet \"$0\" \"$@\"", Path.Combine(AppContext.BaseDirectory, "AwardFlow.Local.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }
        // The runtime would map its code by a file of its own, which falls under the limit too.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return new LocalProcess(Process.Start(start)!);
    }

    /// <summary>Starts <c>serve</c> on a data folder, with a log of every step.</summary>
    public static LocalProcess Serve(string data, params (string Name, string Value)[] settings) => Start(
        settings.Append(("Logging__LogLevel__AwardFlow", "Debug")).ToDictionary(setting => setting.Item1, setting => setting.Item2, StringComparer.Ordinal),
        "serve", "--url", "http://127.0.0.1:0", "--data", data);

    /// <summary>The address that <c>serve</c> says it listens on.</summary>
    public async Task<string> AddressAsync()
    {
        var line = await Output.WaitForAsync("AwardFlow listens on ");
        return line.Split(' ').First(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd(',');
    }

    /// <summary>Ends the process as a power cut would: SIGKILL, with nothing tidied up.</summary>
    public async Task KillAsync()
    {
        Kill();
        await EndedAsync();
    }

    /// <summary>Sends SIGKILL and waits for nothing.</summary>
    public void Kill() => _process.Kill(entireProcessTree: false);

    /// <summary>Waits for the end, whatever brings it about.</summary>
    public Task EndedAsync() => _process.WaitForExitAsync(TestContext.Current.CancellationToken);

    /// <summary>
    /// Asks the process to stop, as a service manager does, and waits for the end. A shell that starts tests in the background has them pass over Ctrl-C.
    /// </summary>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        return await ExitAsync();
    }

    /// <summary>Waits for the end and says the exit code.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromMinutes(3), TestContext.Current.CancellationToken);
        await _reading.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
        _process.Dispose();
    }

    private static async Task ReadAsync(StreamReader reader, LineWatcher lines)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lines.Add(line);
        }
    }
}
