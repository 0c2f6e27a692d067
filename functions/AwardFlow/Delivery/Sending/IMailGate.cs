namespace AwardFlow.Delivery;

/// <summary>Says before each mail whether it may go.</summary>
public interface IMailGate
{
    /// <summary>Asks for one mail.</summary>
    /// <param name="row">Its row in the ledger, as it was last read.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    Task<GateAnswer> AskAsync(LetterDelivery row, CancellationToken cancellationToken);

    /// <summary>Whether a person has stopped a mail's cycle for a while, by now.</summary>
    /// <param name="row">The mail's row in the ledger.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    Task<bool> IsStoppedAsync(LetterDelivery row, CancellationToken cancellationToken);
}
