using System.Text.Json;
using AwardFlow.Delivery;

namespace AwardFlow.Web.Answers;

/// <summary>One line of an entry's journal, for callers.</summary>
/// <param name="At">When it happened.</param>
/// <param name="From">The state before; null for the first line.</param>
/// <param name="To">The state after.</param>
/// <param name="Sending">Which sending it is about, from 1.</param>
/// <param name="Reminder">Which reminder of that sending it is about; 0 for the letter itself.</param>
/// <param name="Address">The address at that time.</param>
/// <param name="Cause">What brought it about, in English.</param>
/// <param name="Why">The same as a code with its arguments, and the mail service's own words apart.</param>
/// <param name="By">Who, where it was a person.</param>
/// <param name="Receipt">What the recipient stamped, in one line, where it is about a receipt.</param>
/// <param name="PostedAt">When it was posted on paper, where it is about a posting.</param>
/// <param name="TrackingNumber">The number of the post, where it is about a posting and there is one.</param>
/// <param name="ProviderId">What the mail service calls the mail.</param>
/// <param name="Correction">Which correction of the letter it is about, from 1; null for the letter itself.</param>
public sealed record TransitionView(
    DateTimeOffset At, string? From, string To, int Sending, int Reminder, string Address, string Cause, DeliveryCause Why,
    string? By, string? Receipt, DateTimeOffset? PostedAt, string? TrackingNumber, string? ProviderId, int? Correction = null)
{
    internal static TransitionView Of(DeliveryTransition line) => new(
        line.At, line.From is { } from ? JsonNamingPolicy.CamelCase.ConvertName(from.ToString()) : null,
        JsonNamingPolicy.CamelCase.ConvertName(line.To.ToString()),
        line.Sending, line.Reminder, line.Address, CauseWords.InJournal(line.Cause), line.Cause, line.By,
        AwardFlow.Receipts.Receipt.Of(line.Stamp)?.ToString() ?? line.EarlierReceipt, line.Posting?.At, line.Posting?.TrackingNumber, line.ProviderId,
        line.Letter == 1 ? null : AwardFlow.Delivery.Correction.NumberOf(line.Letter));
}
