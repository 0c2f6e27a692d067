namespace AwardFlow.Delivery;

/// <summary>A way to a mail service.</summary>
public interface IMailTransport
{
    /// <summary>How long handing over one mail may take. Afterwards nobody is at it any more, and its outcome may be asked for.</summary>
    TimeSpan Patience { get; }

    /// <summary>Begins a session, in which many mails are handed over one after the other.</summary>
    IMailSession Open();

    /// <summary>Asks what became of an attempt whose outcome was lost.</summary>
    /// <param name="delivery">The ledger's row.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    Task<MailAnswer> AskAsync(LetterDelivery delivery, CancellationToken cancellationToken);
}
