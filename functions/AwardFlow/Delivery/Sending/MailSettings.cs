using System.Globalization;
using AwardFlow.Intake;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Delivery;

/// <summary>How mail is sent: the settings <c>Mail__*</c>.</summary>
public sealed record MailSettings
{
    /// <summary>
    /// The most that <see cref="Timeout"/> may be. A step hands mails over for four minutes, then one more, of which it may
    /// ask first (a minute): with it ten minutes, at which Azure's host ends a step in the middle of a mail (host.json).
    /// </summary>
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(4);

    /// <summary>The way out (<c>Mail__Transport</c>).</summary>
    public MailTransportKind Transport { get; init; } = MailTransportKind.Outbox;

    /// <summary>The sender's address (<c>Mail__From</c>); null for each cycle's own organiser.</summary>
    public string? From { get; init; }

    /// <summary>Where the outbox transport writes its files (<c>Mail__Outbox</c>).</summary>
    public string Outbox { get; init; } = "outbox";

    /// <summary>The most mails a minute for a cycle, over all its workers (<c>Mail__PerMinute</c>); null for no bound.</summary>
    public int? PerMinute { get; init; }

    /// <summary>
    /// How long handing over one mail may take (<c>Mail__Timeout</c>), at most <see cref="LongestTimeout"/>; null for the transport's own patience.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>How long a mail whose outcome is unknown waits before <see cref="WhenUnsure"/> holds (<c>Mail__ReconcileAfter</c>).</summary>
    public TimeSpan ReconcileAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What becomes of a letter's mail whose outcome stays unknown (<c>Mail__WhenUnsure</c>).</summary>
    public WhenUnsure WhenUnsure { get; init; } = WhenUnsure.Resend;

    /// <summary>Where all mail goes instead, for a rehearsal (<c>Mail__RedirectTo</c>); null for the real addresses.</summary>
    public string? RedirectTo { get; init; }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingException">One of them is wrong.</exception>
    public static MailSettings Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new MailSettings
        {
            Transport = configuration["Mail:Transport"]?.ToLowerInvariant() switch
            {
                null or "outbox" => MailTransportKind.Outbox,
                "smtp" => MailTransportKind.Smtp,
                "sendgrid" => MailTransportKind.SendGrid,
                var other => throw new SettingException("Mail__Transport", $"is '{other}'; it must be 'outbox', 'smtp' or 'sendgrid'."),
            },
            From = Address(configuration, "From"),
            Outbox = configuration["Mail:Outbox"] ?? "outbox",
            PerMinute = configuration["Mail:PerMinute"] is not { } perMinute ? null
                : int.TryParse(perMinute, NumberStyles.None, CultureInfo.InvariantCulture, out var bound) && bound is >= 1 and <= 100_000 ? bound
                : throw new SettingException("Mail__PerMinute", $"is '{perMinute}'; it must be a number of mails from 1 to 100000."),
            Timeout = Span(configuration, "Timeout", LongestTimeout),
            ReconcileAfter = Span(configuration, "ReconcileAfter", TimeSpan.FromDays(1)) ?? TimeSpan.FromMinutes(5),
            WhenUnsure = configuration["Mail:WhenUnsure"]?.ToLowerInvariant() switch
            {
                null or "resend" => WhenUnsure.Resend,
                "hold" => WhenUnsure.Hold,
                var other => throw new SettingException("Mail__WhenUnsure", $"is '{other}'; it must be 'resend' or 'hold'."),
            },
            RedirectTo = Address(configuration, "RedirectTo"),
        };
    }

    private static TimeSpan? Span(IConfiguration configuration, string name, TimeSpan longest) =>
        configuration[$"Mail:{name}"] is not { } text ? null
        : TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span) && span > TimeSpan.Zero && span <= longest ? span
        : throw new SettingException($"Mail__{name}", $"is '{text}'; it must be a span of hours, minutes and seconds such as 00:05:00, at most {longest:c}.");

    private static string? Address(IConfiguration configuration, string name) => configuration[$"Mail:{name}"] switch
    {
        null or "" => null,
        var text when SarabanAddress.TryRead(text, out var address, out _) => address,
        var other => throw new SettingException($"Mail__{name}", $"is '{other}'; it must be a single e-mail address."),
    };
}
