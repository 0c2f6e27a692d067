using System.Security.Cryptography;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Delivery;

/// <summary>The settings <c>SendGrid__*</c>.</summary>
public sealed record SendGridSettings
{
    /// <summary>The API key (<c>SendGrid__ApiKey</c>).</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>The API's address (<c>SendGrid__BaseUrl</c>); <c>https://api.eu.sendgrid.com</c> for the EU region.</summary>
    public Uri BaseUrl { get; init; } = new("https://api.sendgrid.com");

    /// <summary>Whether SendGrid only checks the mails and sends none (<c>SendGrid__Sandbox</c>).</summary>
    public bool Sandbox { get; init; }

    /// <summary>The key that events are signed with (<c>SendGrid__WebhookPublicKey</c>); null where none is set, and then no event is taken.</summary>
    public byte[]? WebhookPublicKey { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <param name="configuration">Where they are.</param>
    /// <param name="sends">Whether mail goes through SendGrid, so that a key is needed.</param>
    /// <exception cref="SettingException">One of them is missing or wrong.</exception>
    public static SendGridSettings Read(IConfiguration configuration, bool sends)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var key = configuration["SendGrid:ApiKey"] ?? "";
        if (sends && key.Length == 0)
        {
            throw new SettingException("SendGrid__ApiKey", "is missing: mail is to go through SendGrid.");
        }
        var url = configuration["SendGrid:BaseUrl"];
        Uri? baseUrl = null;
        if (url is not null
            && (!Uri.TryCreate(url, UriKind.Absolute, out baseUrl)
                || !(baseUrl.Scheme == Uri.UriSchemeHttps || (baseUrl.Scheme == Uri.UriSchemeHttp && baseUrl.IsLoopback))))
        {
            throw new SettingException("SendGrid__BaseUrl", $"is '{url}'; it must be an https address.");
        }
        var sandbox = configuration["SendGrid:Sandbox"];
        if (sandbox is not (null or "true" or "false" or "True" or "False"))
        {
            throw new SettingException("SendGrid__Sandbox", $"is '{sandbox}'; it must be 'true' or 'false'.");
        }
        var settings = new SendGridSettings
        {
            ApiKey = key,
            Sandbox = sandbox is "true" or "True",
            WebhookPublicKey = PublicKey(configuration["SendGrid:WebhookPublicKey"]),
        };
        return baseUrl is null ? settings : settings with { BaseUrl = baseUrl };
    }

    private static byte[]? PublicKey(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        try
        {
            var key = Convert.FromBase64String(text);
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(key, out _);
            return key;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            throw new SettingException("SendGrid__WebhookPublicKey", "is not a public key as SendGrid's settings of the event webhook show it.");
        }
    }
}
