using AwardFlow.Cycles;
using AwardFlow.Delivery;

namespace AwardFlow.Web.Answers;

/// <summary>One row of the delivery ledger, for callers.</summary>
public sealed record DeliveryView
{
    /// <summary>The entry.</summary>
    public required EntryCode EntryCode { get; init; }

    /// <summary>Which correction of the entry's letter this is, from 1; null for the letter itself.</summary>
    public int? Correction { get; init; }

    /// <summary>Where its letter goes by mail; empty where it has no address and goes by post.</summary>
    public required string Address { get; init; }

    /// <summary>Where the letter went, where the address was corrected since and nothing was sent to the new one; else null.</summary>
    public string? MailedTo { get; init; }

    /// <summary>What became of it.</summary>
    public required DeliveryState State { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset StateAt { get; init; }

    /// <summary>Why it is in this state, in English, where that needs saying.</summary>
    public string? Detail { get; init; }

    /// <summary>The same as a code with its arguments, and the mail service's own words apart.</summary>
    public DeliveryCause? Why { get; init; }

    /// <summary>Whether there is a letter at all: an entry without an average has none.</summary>
    public required bool HasLetter { get; init; }

    /// <summary>Until when a worker is handing the mail over, and nothing is done to it by hand; null where none is.</summary>
    public DateTimeOffset? ClaimedUntil { get; init; }

    /// <summary>When the mail service took it.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    /// <summary>When it was posted on paper; null where it was not.</summary>
    public DateTimeOffset? PostedAt { get; init; }

    /// <summary>The number that it was registered under at the post office; null for none.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>How often a person had it sent, from 1.</summary>
    public required int Sending { get; init; }

    /// <summary>How often a worker set out to hand it over in this sending.</summary>
    public required int Attempts { get; init; }

    /// <summary>Whether it may have been taken twice.</summary>
    public required bool PossibleDuplicate { get; init; }

    /// <summary>Which reminder of its sending this mail is, from 1; 0 for the letter itself.</summary>
    public required int Reminder { get; init; }

    /// <summary>How many reminders of this sending came due.</summary>
    public required int Reminders { get; init; }

    /// <summary>When the last of them came due.</summary>
    public DateTimeOffset? RemindedAt { get; init; }

    /// <summary>Which reminders of this sending are held, since nobody can say whether they were sent; given for a single delivery.</summary>
    public IReadOnlyList<int>? HeldReminders { get; init; }

    /// <summary>What the recipient stamped; null while it has not confirmed.</summary>
    public ReceiptView? Receipt { get; init; }

    /// <summary>Names the delivery to mail services.</summary>
    public required string DeliveryId { get; init; }

    /// <summary>What the mail service calls the mail.</summary>
    public string? ProviderId { get; init; }

    /// <summary>The organisation; only where one entry was asked for, or a page with names.</summary>
    public string? Organisation { get; init; }

    /// <summary>Its province; only in a page with names.</summary>
    public string? Province { get; init; }

    /// <summary>The office that the letter is addressed to; only where one entry was asked for.</summary>
    public string? Addressee { get; init; }

    /// <summary>Where the post brings it, if it is known; only where one entry was asked for.</summary>
    public string? PostalAddress { get; init; }

    /// <summary>The telephone number, if it is known; only where one entry was asked for.</summary>
    public string? Phone { get; init; }

    /// <summary>All that happened, oldest first; only where one entry was asked for.</summary>
    public IReadOnlyList<TransitionView>? Journal { get; init; }

    /// <summary>The corrections of its letter, in their order; only where one entry was asked for, or a page with names. Null where there are none.</summary>
    public IReadOnlyList<DeliveryView>? Corrections { get; init; }

    internal static DeliveryView Of(LetterDelivery delivery) => new()
    {
        EntryCode = delivery.EntryCode,
        Correction = delivery.Letter == 1 ? null : AwardFlow.Delivery.Correction.NumberOf(delivery.Letter),
        Address = delivery.Address,
        MailedTo = delivery.MailedTo,
        State = delivery.State,
        StateAt = delivery.StateAt,
        Detail = CauseWords.InRow(delivery.Why),
        Why = delivery.Why,
        HasLetter = delivery.HasLetter,
        ClaimedUntil = delivery.State == DeliveryState.Claimed ? delivery.ClaimedUntil : null,
        AcceptedAt = delivery.AcceptedAt,
        PostedAt = delivery.Posting?.At,
        TrackingNumber = delivery.Posting?.TrackingNumber,
        Sending = delivery.Sending,
        Attempts = delivery.Attempts,
        PossibleDuplicate = delivery.PossibleDuplicate,
        Reminder = delivery.Reminder,
        Reminders = delivery.Reminders,
        RemindedAt = delivery.RemindedAt,
        Receipt = ReceiptView.Of(delivery),
        DeliveryId = delivery.Id,
        ProviderId = delivery.ProviderId,
    };
}
