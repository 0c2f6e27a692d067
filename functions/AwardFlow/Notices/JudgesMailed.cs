using AwardFlow.Cycles;

namespace AwardFlow.Notices;

/// <summary>Which judges are mailed.</summary>
/// <param name="Mailed">Who is.</param>
/// <param name="Skipped">Who is not, and why.</param>
public sealed record JudgesMailed(IReadOnlyList<JudgeName> Mailed, IReadOnlyList<JudgesMailed.NotMailed> Skipped)
{
    /// <summary>Why a judge is not mailed.</summary>
    public enum Why
    {
        /// <summary>The judge has submitted, and owes nothing.</summary>
        Submitted,

        /// <summary>A sheet has all of the judge's scores.</summary>
        ScoredBySheet,

        /// <summary>The judge was reminded within the last 24 hours.</summary>
        RemindedLately,

        /// <summary>Nobody knows the judge's address.</summary>
        NoAddress,

        /// <summary>No entry is the judge's to score.</summary>
        NothingToScore,

        /// <summary>The judge's link was withdrawn: none is made anew unasked.</summary>
        Withdrawn,
    }

    /// <summary>A judge who is not mailed.</summary>
    /// <param name="Judge">The judge.</param>
    /// <param name="Because">Why.</param>
    public sealed record NotMailed(JudgeName Judge, Why Because);
}
