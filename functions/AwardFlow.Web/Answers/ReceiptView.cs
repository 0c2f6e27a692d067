using AwardFlow.Delivery;
using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>A recipient's receipt, for callers.</summary>
/// <param name="RegisterNumber">The register number (เลขรับ).</param>
/// <param name="RegisteredAt">When the recipient registered the letter, by Thai clocks.</param>
/// <param name="Division">The division that it went to.</param>
/// <param name="Name">Who registered it.</param>
/// <param name="TelephonedTo">Who wrote it down, where it came by telephone.</param>
/// <param name="Revision">How often a receipt was written or corrected.</param>
/// <param name="Stamp">The stamp in one line.</param>
public sealed record ReceiptView(
    string RegisterNumber, DateTimeOffset RegisteredAt, string? Division, string? Name, string? TelephonedTo, int Revision, string Stamp)
{
    internal static ReceiptView? Of(LetterDelivery delivery) => AwardFlow.Receipts.Receipt.Of(delivery.Stamp) is { } receipt
        ? new ReceiptView(
            receipt.RegisterNumber, ThaiTime.Of(receipt.At), receipt.Division, receipt.Name,
            delivery.Stamp!.TelephonedTo, delivery.ReceiptRevision, receipt.ToString())
        : null;
}
