using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>Tells quickly what is withdrawn.</summary>
/// <param name="withdrawals">All that is.</param>
public sealed class WithdrawnScores(IReadOnlyList<Withdrawal> withdrawals)
{
    private readonly HashSet<EntryCode> _entries = [.. withdrawals.Where(each => each.Judge is null).Select(each => each.EntryCode)];
    private readonly HashSet<(EntryCode, JudgeName)> _judges =
        [.. withdrawals.Where(each => each.Judge is not null).Select(each => (each.EntryCode, each.Judge!))];

    /// <summary>All that is withdrawn.</summary>
    public IReadOnlyList<Withdrawal> All => withdrawals;

    /// <summary>Whether an entry is.</summary>
    public bool IsWithdrawn(EntryCode entryCode) => _entries.Count > 0 && _entries.Contains(entryCode);

    /// <summary>Whether one judge's scores of an entry are.</summary>
    public bool IsWithdrawn(EntryCode entryCode, JudgeName judge) => _judges.Count > 0 && _judges.Contains((entryCode, judge));
}
