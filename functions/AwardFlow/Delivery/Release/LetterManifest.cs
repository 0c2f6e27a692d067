using AwardFlow.Approvals;

namespace AwardFlow.Delivery;

/// <summary>What a manifest says of a row of the ledger.</summary>
internal static class LetterManifest
{
    public static ManifestEntry Entry(LetterDelivery row) => new(row.EntryCode, row.Address, row.Documents);

    /// <summary>Where a correction of a letter goes: as that letter went. A mailbox that was given up for the post stays so.</summary>
    /// <param name="first">The first letter.</param>
    /// <returns>The address; empty for by post.</returns>
    public static string AddressOfCorrection(LetterDelivery first) => first.State == DeliveryState.ToPost || first.Posting is not null ? "" : first.Address;
}
