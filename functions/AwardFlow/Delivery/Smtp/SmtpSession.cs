using System.Net.Sockets;
using System.Security.Cryptography;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace AwardFlow.Delivery;

/// <summary>One connection to an SMTP server, used for all mails of a page; made anew where it broke.</summary>
/// <param name="settings">How to reach the server.</param>
/// <param name="time">The clock.</param>
internal sealed class SmtpSession(SmtpSettings settings, TimeProvider time) : IMailSession
{
    private const int LongestWords = 500;
    private static readonly TimeSpan PauseWhenAway = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseForRecipient = TimeSpan.FromMinutes(5);

    // The answer 421 to this many recipients in a row is about the server, not about them.
    private const int MostTurnedAway = 3;

    private readonly SmtpClient _client = settings.Hello is { } hello ? new() { LocalDomain = hello } : new();
    private int _turnedAway;

    public async Task<MailReceipt> SendAsync(LetterMail mail, CancellationToken cancellationToken)
    {
        await ConnectAsync(cancellationToken);
        try
        {
            var answer = await _client.SendAsync(mail.Message, cancellationToken);
            _turnedAway = 0;
            return new MailReceipt(Shorten(answer), time.GetUtcNow());
        }
        catch (SmtpCommandException e)
        {
            if (e.StatusCode == SmtpStatusCode.ServiceNotAvailable)
            {
                // RFC 5321, 3.8: it closes the connection with this answer.
                await DisconnectAsync();
            }
            throw Understand(e);
        }
        catch (ServiceNotAuthenticatedException e)
        {
            throw new MailSettingsException($"{settings.Host} wants a sign-in: {FirstLine(e.Message)} Look at Smtp__User and Smtp__Password.", e);
        }
        catch (Exception e) when (e is SmtpProtocolException or IOException or SocketException)
        {
            // The last dot may have gone out, and the answer been lost.
            await DisconnectAsync();
            throw new MailOutcomeUnknownException($"The connection to {settings.Host} broke: {e.Message}", e);
        }
        catch (OperationCanceledException)
        {
            await DisconnectAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DisconnectAsync();
        _client.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        if (_client.IsConnected)
        {
            return;
        }
        if (settings.CertificateSha256 is { } trusted)
        {
            _client.ServerCertificateValidationCallback = (_, certificate, _, _) =>
                certificate is not null && string.Equals(certificate.GetCertHashString(HashAlgorithmName.SHA256), trusted, StringComparison.OrdinalIgnoreCase);
        }
        try
        {
            await _client.ConnectAsync(
                settings.Host,
                settings.Port,
                settings.Security switch
                {
                    SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
                    SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
                    _ => SecureSocketOptions.None,
                },
                cancellationToken);
            if (settings.User is not null)
            {
                await _client.AuthenticateAsync(settings.User, settings.Password!, cancellationToken);
            }
        }
        catch (NotSupportedException e)
        {
            await DisconnectAsync();
            throw new MailSettingsException($"{settings.Host} offers no STARTTLS, or no sign-in that we know. Look at Smtp__Security and Smtp__User.", e);
        }
        catch (Exception e) when (e is SslHandshakeException or MailKit.Security.AuthenticationException or System.Security.Authentication.AuthenticationException)
        {
            await DisconnectAsync();
            throw new MailSettingsException($"{settings.Host} does not let us in: {FirstLine(e.Message)} Look at Smtp__User, Smtp__Password, Smtp__Security and Smtp__CertificateSha256.", e);
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException or CommandException)
        {
            await DisconnectAsync();
            throw new MailPostponedException($"{settings.Host}:{settings.Port} cannot be reached: {FirstLine(e.Message)}", time.GetUtcNow() + PauseWhenAway, concernsAll: true);
        }
    }

    // RFC 5321, 4.2.1: codes of four hundred may pass away, codes of five hundred stay. What is answered to the sender is
    // about all mails, what is answered to the recipient or the message about this one.
    private Exception Understand(SmtpCommandException e)
    {
        var words = Shorten($"{settings.Host} answered {(int)e.StatusCode}: {e.Message}");
        var passing = (int)e.StatusCode is >= 400 and < 500;
        if (e.StatusCode == SmtpStatusCode.ServiceNotAvailable && (e.ErrorCode == SmtpErrorCode.SenderNotAccepted || ++_turnedAway >= MostTurnedAway))
        {
            return new MailPostponedException(words, time.GetUtcNow() + PauseWhenAway, concernsAll: true);
        }
        return (e.ErrorCode, passing) switch
        {
            (SmtpErrorCode.SenderNotAccepted, true) => new MailPostponedException(words, time.GetUtcNow() + PauseWhenAway, concernsAll: true),
            (SmtpErrorCode.SenderNotAccepted, false) => new MailSettingsException($"{words} Look at Mail__From and Smtp__User.", e),
            (_, true) => new MailPostponedException(words, time.GetUtcNow() + PauseForRecipient, concernsAll: false),
            (SmtpErrorCode.RecipientNotAccepted, false) => new MailRefusedException(DeliveryState.Bounced, words),
            _ => new MailRefusedException(DeliveryState.Dropped, words),
        };
    }

    private async Task DisconnectAsync()
    {
        try
        {
            await _client.DisconnectAsync(quit: _client.IsConnected, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or CommandException or TimeoutException or InvalidOperationException)
        {
            // It is gone anyhow.
        }
    }

    private static string FirstLine(string words) => Shorten(words.Split('\n')[0].Trim());

    private static string Shorten(string words) => words.Length <= LongestWords ? words : words[..LongestWords] + "…";
}
