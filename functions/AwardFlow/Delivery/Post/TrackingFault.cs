namespace AwardFlow.Delivery;

/// <summary>What is wrong with a tracking number.</summary>
public enum TrackingFault
{
    /// <summary>It has another form than two letters, nine digits and TH.</summary>
    Form,

    /// <summary>Its check digit does not fit: a digit was mistyped.</summary>
    CheckDigit,
}
