using AwardFlow.Cycles;

namespace AwardFlow.Approvals;

/// <summary>What an approver saw of one entry.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Address">Where its letter goes; empty where a correction goes by post.</param>
/// <param name="Documents">SHA-256 of each of its documents, in lower-case hex, by file name; none where it has no letter.</param>
public sealed record ManifestEntry(EntryCode EntryCode, string Address, IReadOnlyDictionary<string, string> Documents)
{
    /// <summary>Whether both say the same.</summary>
    public bool Equals(ManifestEntry? other) =>
        other is not null && EntryCode == other.EntryCode && Address == other.Address && HasDocumentsOf(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EntryCode, Address);

    /// <summary>Whether the documents of both are the same, byte for byte.</summary>
    public bool HasDocumentsOf(ManifestEntry other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Documents.Count == other.Documents.Count && Documents.All(document => other.Documents.GetValueOrDefault(document.Key) == document.Value);
    }
}
