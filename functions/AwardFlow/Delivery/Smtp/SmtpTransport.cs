namespace AwardFlow.Delivery;

/// <summary>Hands mails to an SMTP server (RFC 5321), as agencies with a relay of their own must.</summary>
/// <param name="settings">How to reach the server.</param>
/// <param name="time">The clock.</param>
public sealed class SmtpTransport(SmtpSettings settings, TimeProvider time) : IMailTransport
{
    /// <inheritdoc/>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);

    /// <inheritdoc/>
    public IMailSession Open() => new SmtpSession(settings, time);

    /// <inheritdoc/>
    /// <remarks>An SMTP server keeps no memory that could be asked.</remarks>
    public Task<MailAnswer> AskAsync(LetterDelivery delivery, CancellationToken cancellationToken) => Task.FromResult(MailAnswer.CannotSay);
}
