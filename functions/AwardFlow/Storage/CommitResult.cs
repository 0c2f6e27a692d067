using System.Diagnostics.CodeAnalysis;

namespace AwardFlow.Storage;

/// <summary>What became of a commit.</summary>
public sealed record CommitResult
{
    private CommitResult(IReadOnlyList<string?>? versions, int? failed) => (Versions, Failed) = (versions, failed);

    /// <summary>Whether the changes were made.</summary>
    [MemberNotNullWhen(true, nameof(Versions))]
    public bool IsCommitted => Versions is not null;

    /// <summary>The rows' new versions in the order of the changes, null for a deleted row; null where nothing was changed.</summary>
    public IReadOnlyList<string?>? Versions { get; }

    /// <summary>Which change's condition did not hold, from 0; null where all did.</summary>
    public int? Failed { get; }

    internal static CommitResult Of(IReadOnlyList<string?> versions) => new(versions, failed: null);

    internal static CommitResult FailedAt(int index) => new(versions: null, index);
}
