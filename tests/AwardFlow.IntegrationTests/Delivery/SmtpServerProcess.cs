using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Delivery;

namespace AwardFlow.IntegrationTests.Delivery;

/// <summary>A real SMTP server on loopback (the npm package smtp-server).</summary>
public sealed class SmtpServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TemporaryFolder _folder;
    private readonly Task _reading;

    private SmtpServerProcess(Process process, TemporaryFolder folder)
    {
        _process = process;
        _folder = folder;
        _reading = ReadAsync();
    }

    public LineWatcher Lines { get; } = new();

    public int Port { get; private set; }

    /// <summary>The mails that it took, so many at least.</summary>
    public async Task<IReadOnlyList<JsonNode>> TakenAsync(int count)
    {
        if (count > 0)
        {
            await Lines.WaitForAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"n\":{count},"));
        }
        return [.. Lines.All.Split('\n').Where(line => line.StartsWith('{')).Select(line => JsonNode.Parse(line)!)];
    }

    public string CertificateSha256 { get; private set; } = "";

    public static async Task<SmtpServerProcess> StartAsync(SmtpSecurity security = SmtpSecurity.None, string? user = null, string? password = null)
    {
        var folder = new TemporaryFolder();
        var (certificate, key, fingerprint) = NewCertificate(folder);
        var options = JsonSerializer.Serialize(new { security = security.ToString().ToLowerInvariant(), user, password, key, certificate });
        var package = Path.GetFullPath(Path.Combine(SampleFolder.Path, "..", "..", "node_modules", "smtp-server"));
        var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(AppContext.BaseDirectory, "Delivery", "smtp-server.cjs"), package, options])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var server = new SmtpServerProcess(process, folder) { CertificateSha256 = fingerprint };
        server.Port = int.Parse((await server.Lines.WaitForAsync("listening ")).Split(' ')[1], CultureInfo.InvariantCulture);
        return server;
    }

    public SmtpSettings Settings(SmtpSecurity security = SmtpSecurity.None, string? user = null, string? password = null, bool trusted = true) => new()
    {
        Host = "127.0.0.1",
        Port = Port,
        Security = security,
        User = user,
        Password = password,
        CertificateSha256 = trusted ? CertificateSha256 : null,
    };

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _reading;
        _process.Dispose();
        _folder.Dispose();
    }

    private static (string Certificate, string Key, string Sha256) NewCertificate(TemporaryFolder folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(folder.Of("certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(folder.Of("key.pem"), key.ExportPkcs8PrivateKeyPem());
        return (folder.Of("certificate.pem"), folder.Of("key.pem"), certificate.GetCertHashString(HashAlgorithmName.SHA256));
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Lines.Add(line);
        }
    }
}
