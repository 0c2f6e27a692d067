namespace AwardFlow.Records.Retention;

/// <summary>Where a person's data is found.</summary>
public static class FindingKind
{
    /// <summary>Files that were sent and not taken. Erased.</summary>
    public const string RefusedUploads = RetentionKind.RefusedUploads;

    /// <summary>Telephone numbers of entries, in lists and results. Erased by themselves.</summary>
    public const string Telephones = RetentionKind.Telephones;

    /// <summary>Scores by judge, with the sheets that they came in. Erased by themselves where the installation says when.</summary>
    public const string ScoresByJudge = RetentionKind.ScoresByJudge;

    /// <summary>Names of who registered a letter. Erased.</summary>
    public const string ReceiptNames = RetentionKind.ReceiptNames;

    /// <summary>
    /// Mails to people of the office and to judges about what waits for them. Erased when the cycle is over; before that they would go out again.
    /// </summary>
    public const string Notices = "notices";

    /// <summary>Judges' addresses and links. Erased when the cycle is over; before that they score by them.</summary>
    public const string Judges = "judges";

    /// <summary>What judges typed, of which what was submitted stands in the sheets. Erased when the cycle is over.</summary>
    public const string JudgeDrafts = "judgeDrafts";

    /// <summary>Mails in the outbox. Erased when the cycle is over.</summary>
    public const string Outbox = "outbox";

    /// <summary>The list of people who may use AwardFlow on one machine, or might: its trail says who gave whom a key. Kept.</summary>
    public const string People = "people";

    /// <summary>Settings that name people: whoever looks after the installation changes them.</summary>
    public const string Settings = "settings";

    /// <summary>What lines of the trail say of before and after. Erased; the lines stay.</summary>
    public const string TrailValues = "trailValues";

    /// <summary>Definitions and lists of entries, of which the letters come. Kept.</summary>
    public const string Uploads = "uploads";

    /// <summary>Frozen results and what was approved. Kept.</summary>
    public const string Results = "results";

    /// <summary>The delivery ledger, with the addresses that official letters went to. Kept.</summary>
    public const string Ledger = "ledger";

    /// <summary>Who did what: lines of the trail and of histories. Kept.</summary>
    public const string Trail = "trail";

    /// <summary>Why what was found of a kind is kept; null where it is erased.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="isMeant">Whether it is the person's, and not perhaps somebody else's.</param>
    /// <param name="isOver">Whether its cycle is over.</param>
    internal static string? KeptFor(string kind, bool isMeant, bool isOver) => kind switch
    {
        Uploads or Results or Ledger or Trail => Retention.KeptFor.Law,
        Telephones or ScoresByJudge => Retention.KeptFor.Retention,
        _ when !isMeant => Retention.KeptFor.Unclear,
        Notices or Judges or JudgeDrafts or Outbox when !isOver => Retention.KeptFor.Running,
        _ => null,
    };
}
