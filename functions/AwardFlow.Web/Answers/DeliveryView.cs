using AwardFlow.Delivery;

namespace AwardFlow.Web.Answers;

/// <summary>One row of the delivery ledger, for callers.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Address">Where its letter goes.</param>
/// <param name="State">What became of it.</param>
/// <param name="AcceptedAt">When the mail service took it.</param>
/// <param name="Attempts">How often a worker set out to hand it over.</param>
/// <param name="PossibleDuplicate">Whether it may have been taken twice.</param>
/// <param name="DeliveryId">Names the delivery to mail services.</param>
/// <param name="ProviderId">What the mail service calls the mail.</param>
/// <param name="Detail">Why it is in this state, where that needs saying.</param>
public sealed record DeliveryView(
    string EntryCode, string Address, DeliveryState State, DateTimeOffset? AcceptedAt, int Attempts, bool PossibleDuplicate, string DeliveryId, string? ProviderId, string? Detail)
{
    internal static DeliveryView Of(LetterDelivery delivery) => new(
        delivery.EntryCode, delivery.Address, delivery.State, delivery.AcceptedAt, delivery.Attempts, delivery.PossibleDuplicate, delivery.Id, delivery.ProviderId, delivery.Detail);
}
