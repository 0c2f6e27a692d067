using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>Makes the links by which recipients confirm their letters.</summary>
public interface IRecipientLinks
{
    /// <summary>The link of a mail's recipient. The same mail has the same link.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="mail">The ledger's row of the letter or reminder, claimed, or of a letter that goes by post.</param>
    Uri For(CycleDefinition definition, LetterDelivery mail);
}
