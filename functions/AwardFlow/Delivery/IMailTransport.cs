namespace AwardFlow.Delivery;

/// <summary>Hands mails to a mail service.</summary>
public interface IMailTransport
{
    /// <summary>Hands a mail over.</summary>
    /// <exception cref="IOException">The service did not take it; it may be tried again.</exception>
    Task<MailReceipt> SendAsync(LetterMail mail, CancellationToken cancellationToken);

    /// <summary>What became of an attempt whose outcome was lost in a crash.</summary>
    /// <param name="delivery">The ledger's row.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    /// <returns>The receipt, or null where the service never took the mail.</returns>
    Task<MailReceipt?> FindAsync(LetterDelivery delivery, CancellationToken cancellationToken);
}
