namespace AwardFlow.Receipts;

/// <summary>What came of a receipt that a recipient sent.</summary>
public enum ReceiptOutcome
{
    /// <summary>It stands in the ledger.</summary>
    Recorded,

    /// <summary>Another one was written since the recipient opened the form.</summary>
    Outdated,

    /// <summary>The cycle is completed and takes no receipts.</summary>
    Closed,

    /// <summary>The link opens nothing any more.</summary>
    NoSuchLink,
}
