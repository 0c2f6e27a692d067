namespace AwardFlow.Intake.Judging;

/// <summary>Why an entry was sent back to a judge.</summary>
/// <param name="Text">What is asked, in 1 to <see cref="Longest"/> characters.</param>
/// <param name="By">Who asks.</param>
/// <param name="At">When.</param>
/// <param name="AtUploads">How many uploads the cycle had: the judge's next submission answers it.</param>
/// <param name="Revision">
/// The entry's <see cref="ScoreDraft.Revision"/> with it: what is saved later was saved after it. Null where an earlier version stored it.
/// </param>
public sealed record JudgeQuestion(string Text, string By, DateTimeOffset At, int AtUploads, int? Revision = null)
{
    /// <summary>How many characters a question may have.</summary>
    public const int Longest = 500;
}
