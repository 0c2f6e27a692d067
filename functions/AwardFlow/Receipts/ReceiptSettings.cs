using System.Security.Cryptography;
using System.Text;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Receipts;

/// <summary>How receipt links are made: the settings <c>Receipts__*</c>.</summary>
public sealed class ReceiptSettings
{
    private const int ShortestKey = 32;

    /// <summary>Where recipients reach the receipt pages (<c>Receipts__BaseUrl</c>).</summary>
    public Uri BaseUrl { get; init; } = new("http://localhost:7071/");

    /// <summary>The secret that links are signed with (<c>Receipts__Key</c>).</summary>
    public byte[] Key { get; init; } = RandomNumberGenerator.GetBytes(ShortestKey);

    /// <summary>
    /// Reads the settings. Mail that leaves the machine needs both: a link must work on any machine that serves, for weeks.
    /// For the outbox a host may keep a key; without one the links die with the process.
    /// </summary>
    /// <exception cref="SettingException">One of them is missing or wrong.</exception>
    public static ReceiptSettings Read(IConfiguration configuration, MailTransportKind transport)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var mailLeaves = transport != MailTransportKind.Outbox;
        var settings = new ReceiptSettings();
        return new ReceiptSettings
        {
            Key = configuration["Receipts:Key"] switch
            {
                null or "" when mailLeaves => throw new SettingException(
                    "Receipts__Key",
                    $"is missing: it signs the links in the mails. Set a secret of at least {ShortestKey} random characters, the same on every machine."),
                null or "" => settings.Key,
                { Length: < ShortestKey } => throw new SettingException("Receipts__Key", $"must have at least {ShortestKey} characters."),
                var key => Encoding.UTF8.GetBytes(key),
            },
            BaseUrl = configuration["Receipts:BaseUrl"] switch
            {
                null or "" when mailLeaves => throw new SettingException(
                    "Receipts__BaseUrl", "is missing: it is the public address at which recipients reach AwardFlow, such as https://award.example.go.th."),
                null or "" => settings.BaseUrl,
                var address when Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var url) && IsBase(url, mailLeaves) => url,
                var other => throw new SettingException("Receipts__BaseUrl", $"is '{other}'; it must be an address such as https://award.example.go.th."),
            },
        };
    }

    // Over plain http anybody on the way could read the link and confirm in the recipient's place.
    private static bool IsBase(Uri url, bool mailLeaves) =>
        (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && (!mailLeaves || url.IsLoopback)))
        && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0;
}
