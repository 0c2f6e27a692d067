using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace AwardFlow.Delivery;

/// <summary>How mail is sent: the settings <c>Mail__*</c>.</summary>
public sealed record MailSettings
{
    /// <summary>The sender's address (<c>Mail__From</c>); null for each cycle's own organiser.</summary>
    public string? From { get; init; }

    /// <summary>Where the outbox transport writes its files (<c>Mail__Outbox</c>).</summary>
    public string Outbox { get; init; } = "outbox";

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One of them is wrong.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var transport = configuration["Mail:Transport"] ?? "outbox";
        if (transport != "outbox")
        {
            throw new SettingException("Mail__Transport", $"is '{transport}'; this version knows 'outbox'.");
        }
        var from = configuration["Mail:From"];
        if (from is not null && (!MailboxAddress.TryParse(from, out var mailbox) || mailbox.Address != from || !from.Contains('@', StringComparison.Ordinal)))
        {
            throw new SettingException("Mail__From", $"is '{from}'; it must be a single e-mail address.");
        }
        return new MailSettings { From = from, Outbox = configuration["Mail:Outbox"] ?? "outbox" };
    }
}
