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

    // The answer 421 to this many recipients in a row is about the server, not about them; and so is a connection that breaks.
    private const int MostTurnedAway = 3;

    // The setting for a mail's time is the only patience: the library's own would end sooner, and otherwise.
    private readonly SmtpClient _client = new() { Timeout = Timeout.Infinite };
    private int _turnedAway;

    public async Task<MailReceipt> SendAsync(LetterMail mail, CancellationToken cancellationToken)
    {
        var isKept = await ConnectAsync(cancellationToken);
        try
        {
            return await SendOnceAsync(mail, cancellationToken);
        }
        catch (MailPostponedException) when (isKept && !_client.IsConnected && !cancellationToken.IsCancellationRequested)
        {
            // It was kept since the mail before, and the server may have ended it meanwhile.
            await ConnectAsync(cancellationToken);
            return await SendOnceAsync(mail, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await DisconnectAsync();
        _client.Dispose();
    }

    private async Task<MailReceipt> SendOnceAsync(LetterMail mail, CancellationToken cancellationToken)
    {
        var body = new BodyProgress();
        try
        {
            return Taken(await _client.SendAsync(mail.Message, cancellationToken, body));
        }
        // Any answer of two hundred to the message takes it (RFC 5321, 4.2.1); the library knows 250 alone.
        catch (SmtpCommandException e) when (e.ErrorCode == SmtpErrorCode.MessageNotAccepted && (int)e.StatusCode is >= 200 and < 300)
        {
            return Taken(e.Message);
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
        catch (Exception e)
            when (e is IOException or SocketException or ProtocolException or TimeoutException or OperationCanceledException or ServiceNotConnectedException)
        {
            await DisconnectAsync();
            if (!body.HasBegun)
            {
                // A server that hangs up on one recipient holds not the others.
                throw new MailPostponedException(
                    $"{settings.Host} broke off before it was given the mail: {FirstLine(e.Message)}",
                    time.GetUtcNow() + PauseForRecipient,
                    concernsAll: ++_turnedAway >= MostTurnedAway);
            }
            if (e is OperationCanceledException)
            {
                throw;
            }
            // The last dot may have gone out, and the answer been lost.
            throw new MailOutcomeUnknownException($"The connection to {settings.Host} broke: {e.Message}", e);
        }
    }

    private MailReceipt Taken(string answer)
    {
        _turnedAway = 0;
        return new MailReceipt(Shorten(answer), time.GetUtcNow());
    }

    // Whatever fails here, no mail was given to anybody.
    private async Task<bool> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_client.IsConnected)
        {
            return true;
        }
        if (settings.Hello is { } hello)
        {
            _client.LocalDomain = hello;
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
            return false;
        }
        catch (NotSupportedException e)
        {
            await DisconnectAsync();
            throw new MailSettingsException($"{settings.Host} offers no STARTTLS, or no sign-in that we know. Look at Smtp__Security and Smtp__User.", e);
        }
        catch (Exception e)
            when (e is SslHandshakeException or MailKit.Security.AuthenticationException or System.Security.Authentication.AuthenticationException
                && !WillPass(e))
        {
            await DisconnectAsync();
            throw new MailSettingsException(
                $"{settings.Host} does not let us in: {FirstLine(e.Message)} Look at Smtp__User, Smtp__Password, Smtp__Security and Smtp__CertificateSha256.",
                e);
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException or CommandException or TimeoutException
            or OperationCanceledException or SslHandshakeException or MailKit.Security.AuthenticationException)
        {
            await DisconnectAsync();
            throw new MailPostponedException(
                $"{settings.Host}:{settings.Port} cannot be reached: {FirstLine(e.Message)}", time.GetUtcNow() + PauseWhenAway, concernsAll: true);
        }
    }

    // A connection that breaks within the handshake, and an answer of four hundred to the sign-in (RFC 4954, section 6: 454),
    // say nothing of the settings.
    private static bool WillPass(Exception e) => e.InnerException switch
    {
        SmtpCommandException answered => (int)answered.StatusCode is >= 400 and < 500,
        IOException or SocketException or TimeoutException or OperationCanceledException => true,
        _ => false,
    };

    // RFC 5321, 4.2.1: codes of four hundred may pass away, codes of five hundred stay. What is answered to the sender is
    // about all mails, what is answered to the recipient or the message about this one.
    private Exception Understand(SmtpCommandException e)
    {
        var words = Shorten($"{settings.Host} answered {(int)e.StatusCode}: {e.Message}");
        return (e.ErrorCode, (int)e.StatusCode) switch
        {
            (SmtpErrorCode.SenderNotAccepted, 421) => Away(),
            // RFC 1870, 6.1: about the size of this message, or about a server that has no room for any.
            (SmtpErrorCode.SenderNotAccepted, 452) or (_, 421) => ++_turnedAway >= MostTurnedAway ? Away() : Wait(),
            (SmtpErrorCode.SenderNotAccepted, 552) => new MailRefusedException(DeliveryState.Dropped, words),
            (SmtpErrorCode.SenderNotAccepted, >= 400 and < 500) => Away(),
            (SmtpErrorCode.SenderNotAccepted, _) => new MailSettingsException($"{words} Look at Mail__From and Smtp__User.", e),
            (_, >= 400 and < 500) => Wait(),
            (SmtpErrorCode.RecipientNotAccepted, >= 500 and < 600) => new MailRefusedException(DeliveryState.Bounced, words),
            (_, >= 500 and < 600) => new MailRefusedException(DeliveryState.Dropped, words),
            // No standard foresees it.
            _ => new MailOutcomeUnknownException(words, e),
        };

        MailPostponedException Away() => new(words, time.GetUtcNow() + PauseWhenAway, concernsAll: true);

        MailPostponedException Wait() => new(words, time.GetUtcNow() + PauseForRecipient, concernsAll: false);
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

    /// <summary>Whether any of a mail's content went to the server: before that it cannot have taken the mail.</summary>
    private sealed class BodyProgress : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred) => HasBegun = true;

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;
    }
}
