namespace AwardFlow.Records.Retention;

/// <summary>Where a person's data is found.</summary>
public static class FindingKind
{
    /// <summary>Files that were sent and not taken. Erased.</summary>
    public const string RefusedUploads = RetentionKind.RefusedUploads;

    /// <summary>Names of who registered a letter. Erased.</summary>
    public const string ReceiptNames = RetentionKind.ReceiptNames;

    /// <summary>Mails to people of the office about what waits for them. Erased when the cycle is over; before that they would go out again.</summary>
    public const string Notices = "notices";

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

    /// <summary>Whether a kind must be kept, by the regulation that <see cref="RecordsTexts.KeptByLaw"/> names.</summary>
    public static bool IsKept(string kind) => kind is Uploads or Results or Ledger or Trail;
}
