using AwardFlow.Approvals;

namespace AwardFlow.Delivery;

/// <summary>What a manifest says of a row of the ledger.</summary>
internal static class LetterManifest
{
    public static ManifestEntry Entry(LetterDelivery row) => new(row.EntryCode, row.Address, row.Documents);
}
