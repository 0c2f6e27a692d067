using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>The scores that count before an upload.</summary>
public interface IStandingScores
{
    /// <summary>A judge's score; null where there is none.</summary>
    decimal? Points(EntryCode entryCode, JudgeName judge, string criterion);

    /// <summary>A judge's suggestion with a criterion; empty where there is none.</summary>
    string Comment(EntryCode entryCode, JudgeName judge, string criterion);

    /// <summary>Whether a judge's scores of an entry are there for every criterion.</summary>
    bool IsComplete(EntryCode entryCode, JudgeName judge);

    /// <summary>Whether an entry has any score.</summary>
    bool IsScored(EntryCode entryCode);
}
