namespace AwardFlow.Delivery;

/// <summary>What became of an entry's letter.</summary>
public enum DeliveryState
{
    /// <summary>The letter is rendered and waits to be mailed.</summary>
    Pending,

    /// <summary>A worker is handing the mail to the mail service, or was when it died.</summary>
    Claimed,

    /// <summary>The mail service took the mail.</summary>
    Accepted,

    /// <summary>There is no letter to mail: a person must see to this entry.</summary>
    Held,
}
