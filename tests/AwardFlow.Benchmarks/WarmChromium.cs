using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwardFlow.Benchmarks;

/// <summary>One headless Chromium that stays open and prints pages to PDF, over the DevTools protocol.</summary>
internal sealed class WarmChromium : IAsyncDisposable
{
    private const string Listening = "DevTools listening on ";

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer = new byte[1 << 20];
    private string? _session;
    private int _id;

    private WarmChromium(Process process, DirectoryInfo profile) => (_process, _profile) = (process, profile);

    /// <summary>Starts the browser with one empty page.</summary>
    /// <param name="program">Chromium's or Chrome's program.</param>
    public static async Task<WarmChromium> StartAsync(string program)
    {
        var profile = Directory.CreateTempSubdirectory("awardflow-chromium-");
        var process = Process.Start(new ProcessStartInfo(
            program,
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                "--remote-debugging-port=0", $"--user-data-dir={profile.FullName}", "about:blank",
            ])
        { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync();
                var chromium = new WarmChromium(process, profile);
                await chromium.ConnectAsync(new Uri(line[Listening.Length..]));
                return chromium;
            }
        }
        throw new InvalidOperationException($"{program} ended before it listened.");
    }

    /// <summary>Loads a file and prints it.</summary>
    public async Task<byte[]> PrintAsync(string file)
    {
        await SendAsync("Page.navigate", new JsonObject { ["url"] = new Uri(file).AbsoluteUri });
        await ReceiveAsync(message => (string?)message["method"] == "Page.loadEventFired");
        var printed = await SendAsync("Page.printToPDF", new JsonObject { ["preferCSSPageSize"] = true });
        return Convert.FromBase64String((string)printed["data"]!);
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _profile.Delete(recursive: true);
    }

    private async Task ConnectAsync(Uri address)
    {
        await _socket.ConnectAsync(address, CancellationToken.None);
        var target = await SendAsync("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        var attached = await SendAsync("Target.attachToTarget", new JsonObject { ["targetId"] = (string)target["targetId"]!, ["flatten"] = true });
        _session = (string)attached["sessionId"]!;
        await SendAsync("Page.enable", []);
    }

    private async Task<JsonNode> SendAsync(string method, JsonObject parameters)
    {
        var id = ++_id;
        var message = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        if (_session is not null)
        {
            message["sessionId"] = _session;
        }
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        var answer = await ReceiveAsync(each => (int?)each["id"] == id);
        return answer["result"] ?? throw new InvalidOperationException($"{method}: {answer["error"]}");
    }

    private async Task<JsonNode> ReceiveAsync(Func<JsonNode, bool> wanted)
    {
        while (true)
        {
            using var message = new MemoryStream();
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(_buffer.AsMemory(), CancellationToken.None);
                message.Write(_buffer, 0, part.Count);
            }
            while (!part.EndOfMessage);
            message.Position = 0;
            var node = JsonNode.Parse(message)!;
            if (wanted(node))
            {
                return node;
            }
        }
    }
}
