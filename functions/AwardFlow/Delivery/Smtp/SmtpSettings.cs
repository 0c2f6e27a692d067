using System.Globalization;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Delivery;

/// <summary>The settings <c>Smtp__*</c>.</summary>
public sealed record SmtpSettings
{
    /// <summary>The server (<c>Smtp__Host</c>).</summary>
    public required string Host { get; init; }

    /// <summary>Its port (<c>Smtp__Port</c>); by default 587 for STARTTLS, 465 for TLS, 25 for neither.</summary>
    public required int Port { get; init; }

    /// <summary>How the connection is kept private (<c>Smtp__Security</c>).</summary>
    public required SmtpSecurity Security { get; init; }

    /// <summary>
    /// The name that we greet the server with (<c>Smtp__Hello</c>): the machine's full name
    /// in DNS, since relays refuse others (RFC 5321, 4.1.1.1); null for the machine's own.
    /// </summary>
    public string? Hello { get; init; }

    /// <summary>The user's name (<c>Smtp__User</c>); null where the server asks for none.</summary>
    public string? User { get; init; }

    /// <summary>The user's password (<c>Smtp__Password</c>).</summary>
    public string? Password { get; init; }

    /// <summary>
    /// SHA-256 of the one certificate that is trusted (<c>Smtp__CertificateSha256</c>), in hex, for a relay whose certificate
    /// no public authority signed; null for the usual check.
    /// </summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One of them is missing or wrong.</exception>
    public static SmtpSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var host = configuration["Smtp:Host"];
        if (string.IsNullOrWhiteSpace(host))
        {
            throw new SettingException("Smtp__Host", "is missing: mail is to go by SMTP.");
        }
        var security = configuration["Smtp:Security"]?.ToLowerInvariant() switch
        {
            null or "starttls" => SmtpSecurity.StartTls,
            "tls" => SmtpSecurity.Tls,
            "none" => SmtpSecurity.None,
            var other => throw new SettingException("Smtp__Security", $"is '{other}'; it must be 'starttls', 'tls' or 'none'."),
        };
        var port = security switch { SmtpSecurity.StartTls => 587, SmtpSecurity.Tls => 465, _ => 25 };
        if (configuration["Smtp:Port"] is { } text
            && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port is < 1 or > 65535))
        {
            throw new SettingException("Smtp__Port", $"is '{text}'; it must be a port, 1 to 65535.");
        }
        var (user, password) = (configuration["Smtp:User"], configuration["Smtp:Password"]);
        if (user is null != password is null)
        {
            throw new SettingException(user is null ? "Smtp__User" : "Smtp__Password", "is missing: name and password go together.");
        }
        var fingerprint = configuration["Smtp:CertificateSha256"]?.Replace(":", "", StringComparison.Ordinal);
        if (fingerprint is not null && (fingerprint.Length != 64 || !fingerprint.All(char.IsAsciiHexDigit)))
        {
            throw new SettingException("Smtp__CertificateSha256", "must be the 64 hex digits of a certificate's SHA-256.");
        }
        var hello = configuration["Smtp:Hello"];
        if (string.IsNullOrEmpty(hello))
        {
            hello = null;
        }
        else if (Uri.CheckHostName(hello) != UriHostNameType.Dns || !hello.All(char.IsAscii))
        {
            throw new SettingException("Smtp__Hello", $"is '{hello}'; it must be the name of this machine in DNS, such as award.example.go.th.");
        }
        return new SmtpSettings
        {
            Hello = hello,
            Host = host,
            Port = port,
            Security = security,
            User = user,
            Password = password,
            CertificateSha256 = fingerprint,
        };
    }
}
