namespace AwardFlow.Intake.Judging;

/// <summary>Something newer than the page showed is stored. Nothing was written.</summary>
/// <param name="sitting">The sheet as it stands.</param>
/// <param name="entry">The entry; null where it is about the whole sheet.</param>
/// <param name="progress">What is stored of it.</param>
public sealed class DraftChangedException(JudgeSitting sitting, Entry? entry = null, JudgeProgress? progress = null) : Exception("Something newer is stored.")
{
    /// <summary>The sheet as it stands.</summary>
    public JudgeSitting Sitting => sitting;

    /// <summary>The entry; null where it is about the whole sheet.</summary>
    public Entry? Entry => entry;

    /// <summary>What is stored of the entry.</summary>
    public JudgeProgress? Progress => progress;

    /// <summary>Whether the entry is shown to the office, to which what the judge did not submit is not shown.</summary>
    public bool IsForTheOffice { get; init; }

    /// <summary>Whether what is scored, or what it is asked by, is another than the page showed.</summary>
    public bool AreOtherWords { get; init; }
}
