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

    /// <summary>The number of the last upload that says something of a judge's scores of an entry; 0 where none does.</summary>
    int LastUpload(EntryCode entryCode, JudgeName judge);

    /// <summary>The number of the judge's submission that counts for an entry; null where sheets alone do.</summary>
    int? Submission(EntryCode entryCode, JudgeName judge);

    /// <summary>Whether an entry has any score.</summary>
    bool IsScored(EntryCode entryCode);
}
