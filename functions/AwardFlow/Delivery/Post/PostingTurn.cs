using AwardFlow.Storage;

namespace AwardFlow.Delivery;

/// <summary>
/// Whose turn it is to record postings in a cycle: every commit of one changes this row, so what was looked at before it, the
/// numbers of all letters, is as it was.
/// </summary>
internal sealed record PostingTurn : StoredRecord
{
    internal const string Row = "postings";

    /// <summary>How often postings were recorded.</summary>
    public int Count { get; init; }

    /// <summary>The change that a commit makes.</summary>
    internal RowChange Next() => Version.Length == 0 ? RowChange.Add(this with { Count = Count + 1 }) : RowChange.Replace(this with { Count = Count + 1 });

    /// <summary>The row as that commit left it.</summary>
    internal PostingTurn After(string version) => this with { Count = Count + 1, Version = version };
}
