using System.Net;
using System.Net.Sockets;
using System.Text;
using AwardFlow.Delivery;

namespace AwardFlow.IntegrationTests.Delivery;

/// <summary>An SMTP server on loopback that answers as a test has it, also as no real one should.</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    /// <summary>Instead of an answer: the connection is closed.</summary>
    public const string HangsUp = "(hangs up)";

    /// <summary>Instead of an answer: nothing is said.</summary>
    public const string SaysNothing = "(says nothing)";

    private static readonly Dictionary<string, string> Usual = new(StringComparer.Ordinal)
    {
        ["greeting"] = "220 ready",
        ["EHLO"] = "250-here\r\n250-AUTH PLAIN\r\n250 SIZE 20000000",
        ["DATA"] = "354 go on",
        ["AUTH"] = "235 welcome",
        [UsualName] = "250 fine",
    };

    private const string UsualName = "";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ending = new();
    private readonly TaskCompletionSource _silent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, Queue<string>> _script;
    private readonly Task _serving;

    /// <summary>Starts a server.</summary>
    /// <param name="script">
    /// What it answers to which command ('.' for the end of a message, 'greeting' at the beginning), one after the other; then as servers do.
    /// </param>
    public ScriptedSmtpServer(params (string Command, string Answer)[] script)
    {
        _script = script.GroupBy(each => each.Command)
            .ToDictionary(each => each.Key, each => new Queue<string>(each.Select(line => line.Answer)), StringComparer.Ordinal);
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Ends when the server is to answer and says nothing.</summary>
    public Task Silent => _silent.Task;

    /// <summary>How many connections were made.</summary>
    public int Connections { get; private set; }

    /// <summary>How many messages came whole.</summary>
    public int Messages { get; private set; }

    public SmtpSettings Settings(SmtpSecurity security = SmtpSecurity.None, string? user = null) => new()
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        Security = security,
        User = user,
        Password = user is null ? null : "secret",
    };

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        _listener.Stop();
        await _serving.ContinueWith(_ => { }, TaskScheduler.Default);
        _ending.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_ending.Token);
            Connections++;
            try
            {
                await TalkAsync(client.GetStream());
            }
            catch (IOException)
            {
                // The client has gone.
            }
        }
    }

    private async Task TalkAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var command = "greeting";
        while (true)
        {
            var answer = _script.TryGetValue(command, out var answers) && answers.TryDequeue(out var scripted)
                ? scripted
                : Usual.GetValueOrDefault(command, Usual[UsualName]);
            if (answer == SaysNothing)
            {
                _silent.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, _ending.Token);
            }
            if (answer == HangsUp)
            {
                return;
            }
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"{answer}\r\n"), _ending.Token);
            var inMessage = command == "DATA" && answer.StartsWith('3');
            string? line;
            do
            {
                line = await reader.ReadLineAsync(_ending.Token);
            }
            while (inMessage && line is not (null or "."));
            if (line is null)
            {
                return;
            }
            Messages += inMessage ? 1 : 0;
            command = inMessage ? "." : line.Split(' ')[0].ToUpperInvariant();
        }
    }
}
