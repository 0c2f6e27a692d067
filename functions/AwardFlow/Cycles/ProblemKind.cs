namespace AwardFlow.Cycles;

/// <summary>What kind of problem keeps a cycle from going on, for the words that people are told.</summary>
public enum ProblemKind
{
    /// <summary>Something failed; it is tried again by itself.</summary>
    Failed,

    /// <summary>The mail service takes nothing; it is tried again by itself.</summary>
    MailServiceAway,

    /// <summary>It fails until whoever looks after the system changes a setting or restores what is damaged.</summary>
    NeedsPerson,
}
