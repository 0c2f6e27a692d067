namespace AwardFlow.Delivery;

/// <summary>Says before each mail whether it may go.</summary>
public interface IMailGate
{
    /// <summary>Asks for one mail.</summary>
    /// <param name="row">Its row in the ledger, as it was last read.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    Task<GateAnswer> AskAsync(LetterDelivery row, CancellationToken cancellationToken);
}
