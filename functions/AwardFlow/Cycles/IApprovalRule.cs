namespace AwardFlow.Cycles;

/// <summary>What an installation says of approval where no approver said otherwise of a cycle. Whoever closes a cycle writes it down.</summary>
public interface IApprovalRule
{
    /// <summary>What all cycles of the installation go by, as it is now; null where each definition says it.</summary>
    Approval? Default { get; }

    /// <summary>Whether people are told apart now.</summary>
    bool KnowsPeople { get; }
}
