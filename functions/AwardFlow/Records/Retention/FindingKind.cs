namespace AwardFlow.Records.Retention;

/// <summary>Where a person's data is found.</summary>
public static class FindingKind
{
    /// <summary>Files that were sent and not taken. Erased.</summary>
    public const string RefusedUploads = RetentionKind.RefusedUploads;

    /// <summary>Names of who registered a letter. Erased.</summary>
    public const string ReceiptNames = RetentionKind.ReceiptNames;

    /// <summary>Mails to people of the office and to judges about what waits for them. Erased when the cycle is over; before that they would go out again.</summary>
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

    /// <summary>Accepted sheets, of which the letters come. Kept.</summary>
    public const string Uploads = "uploads";

    /// <summary>Frozen results and what was approved. Kept.</summary>
    public const string Results = "results";

    /// <summary>The delivery ledger, with the addresses that official letters went to. Kept.</summary>
    public const string Ledger = "ledger";

    /// <summary>Who did what: lines of the trail and of histories. Kept.</summary>
    public const string Trail = "trail";

    /// <summary>Whether a kind must be kept by the regulation that <see cref="RecordsTexts.KeptByLaw"/> names, however long a cycle is over.</summary>
    public static bool IsKept(string kind) => kind is Uploads or Results or Ledger or Trail;

    /// <summary>Whether a kind is erased once its cycle is over, and kept until then.</summary>
    public static bool IsKeptWhileRunning(string kind) => kind is Notices or Judges or JudgeDrafts or Outbox;
}
