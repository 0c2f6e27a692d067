using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;

namespace AwardFlow.Receipts;

/// <summary>The letter that a recipient's link opens.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Definition">Its definition, with the letter's subject as the letter has it.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Row">The letter's row in the ledger.</param>
/// <param name="IsOpen">Whether a receipt is still taken.</param>
public sealed record ReceiptCase(Cycle Cycle, CycleDefinition Definition, Entry Entry, LetterDelivery Row, bool IsOpen)
{
    /// <summary>What the recipient stamped, or null.</summary>
    public Receipt? Receipt => Receipt.Of(Row.Stamp);

    /// <summary>
    /// When the letter was mailed or posted, or where that is not written down yet was ready to be, and was once it is received: no receipt is earlier.
    /// </summary>
    public DateTimeOffset MailedAt => Row.LeftAt ?? (Row.State == DeliveryState.Received ? Cycle.ClosedAt ?? Row.StateAt : Row.StateAt);
}
