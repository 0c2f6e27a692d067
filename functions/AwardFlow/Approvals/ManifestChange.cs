using AwardFlow.Cycles;

namespace AwardFlow.Approvals;

/// <summary>What changed between two manifests.</summary>
public sealed record ManifestChange
{
    /// <summary>The most entries that are listed; of the rest only their number is told.</summary>
    public const int Most = 100;

    /// <summary>Whether the definition is another.</summary>
    public required bool Definition { get; init; }

    /// <summary>Whether the emblem or the signature is another.</summary>
    public required bool Pictures { get; init; }

    /// <summary>Whether the results are others.</summary>
    public required bool Results { get; init; }

    /// <summary>How many entries differ in their address or a document, came or went.</summary>
    public required int Count { get; init; }

    /// <summary>The first <see cref="Most"/> of them, by code.</summary>
    public required IReadOnlyList<EntryChange> Entries { get; init; }

    internal static EntryChange Of(EntryCode code, ManifestEntry? before, ManifestEntry? after) => new(
        code, before?.Address, after?.Address, before is null || after is null || !before.HasDocumentsOf(after));

    /// <summary>An entry that differs.</summary>
    /// <param name="EntryCode">Which.</param>
    /// <param name="AddressBefore">Where its letter went; null where it was not among the entries.</param>
    /// <param name="AddressAfter">Where it goes; null where it is not any more.</param>
    /// <param name="Documents">Whether a document is another, or came or went.</param>
    public sealed record EntryChange(EntryCode EntryCode, string? AddressBefore, string? AddressAfter, bool Documents);
}
