using AwardFlow.Cycles;

namespace AwardFlow.Records.Retention;

/// <summary>The kinds of what is kept for a time, as codes.</summary>
public static class RetentionKind
{
    /// <summary>Files that were sent and not taken.</summary>
    public const string RefusedUploads = "refusedUploads";

    /// <summary>Cycles that were begun and never opened.</summary>
    public const string Drafts = "drafts";

    /// <summary>Names of who registered letters.</summary>
    public const string ReceiptNames = "receiptNames";

    /// <summary>Telephone numbers of entries.</summary>
    public const string Telephones = ErasedKind.Telephones;

    /// <summary>Scores by judge, with the sheets that they came in.</summary>
    public const string ScoresByJudge = ErasedKind.ScoresByJudge;

    /// <summary>Judges' addresses and links, notices, and mails in the outbox.</summary>
    public const string JudgesAndNotices = "judgesAndNotices";

    /// <summary>The whole cycle, with letters and ledger.</summary>
    public const string Cycle = "cycle";
}
