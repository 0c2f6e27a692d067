namespace AwardFlow.Records.Print;

/// <summary>Which of a cycle's letters are printed or packed.</summary>
public enum LetterFilter
{
    /// <summary>All.</summary>
    All,

    /// <summary>Of those who passed.</summary>
    Passed,

    /// <summary>Of those who did not pass.</summary>
    NotPassed,

    /// <summary>Those that wait to be posted.</summary>
    ToPost,

    /// <summary>Those on paper: they wait to be posted, or were, whether somebody wrote that down or not.</summary>
    OnPaper,

    /// <summary>Of those who have no e-mail address.</summary>
    NoEmail,

    /// <summary>Those that came back or were not taken.</summary>
    Bounced,
}
