namespace AwardFlow.Delivery;

/// <summary>A mail that will never be taken as it is. Other mails are not concerned.</summary>
/// <param name="state"><see cref="DeliveryState.Bounced"/> where the recipient was refused, else <see cref="DeliveryState.Dropped"/>.</param>
/// <param name="reason">The service's own words.</param>
public sealed class MailRefusedException(DeliveryState state, string reason) : Exception(reason)
{
    /// <summary>What the delivery becomes.</summary>
    public DeliveryState State { get; } = state;
}
