namespace AwardFlow.Delivery;

/// <summary>Hands mails to a mail service, one after the other. It connects when the first one comes.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>Hands a mail over.</summary>
    /// <exception cref="MailRefusedException">The service or the recipient's server will never take it.</exception>
    /// <exception cref="MailPostponedException">The service did not take it, and may later.</exception>
    /// <exception cref="MailOutcomeUnknownException">The connection broke when the service may have taken it already.</exception>
    /// <exception cref="MailSettingsException">The service does not let us in as we are set up.</exception>
    Task<MailReceipt> SendAsync(LetterMail mail, CancellationToken cancellationToken);
}
