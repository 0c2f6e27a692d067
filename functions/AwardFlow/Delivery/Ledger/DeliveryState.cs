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

    /// <summary>The recipient's server asked the mail service to wait; the service goes on trying.</summary>
    Deferred,

    /// <summary>The recipient's server took the mail.</summary>
    Delivered,

    /// <summary>The recipient's server refused the mail.</summary>
    Bounced,

    /// <summary>The mail service refused the mail or threw it away.</summary>
    Dropped,

    /// <summary>Nothing is sent until a person decides: there is no letter, or nobody can say whether the mail was taken.</summary>
    Held,

    /// <summary>The recipient's correspondence desk registered the letter. A reminder is received when its letter is.</summary>
    Received,

    /// <summary>The letter waits for a person to post it on paper.</summary>
    ToPost,

    /// <summary>The letter was posted on paper.</summary>
    Posted,
}
