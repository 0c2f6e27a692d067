namespace AwardFlow.Intake.Judging;

/// <summary>The scan of a score sheet that came on paper, kept as evidence.</summary>
/// <param name="Blob">Names it among the cycle's uploads: SHA-256 and extension.</param>
/// <param name="Name">The file's name, where the sender gave one.</param>
/// <param name="By">Who sent it.</param>
/// <param name="At">When.</param>
public sealed record PaperScan(string Blob, string? Name, string By, DateTimeOffset At)
{
    /// <summary>The largest scan, in bytes.</summary>
    public const int Largest = 20_000_000;

    /// <summary>The most scans of one judge.</summary>
    public const int Most = 20;

    /// <summary>SHA-256 of the scan, in lower-case hex.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string Sha256 => Blob.Split('.')[0];

    /// <summary>A scan's media type.</summary>
    public static string TypeOf(PaperScan scan) => Kinds.First(kind => scan.Blob.EndsWith($".{kind.Extension}", StringComparison.Ordinal)).ContentType;

    /// <summary>The kinds of files that scans may be: media type, extension, and how such a file begins.</summary>
    internal static IReadOnlyList<(string ContentType, string Extension, byte[] Beginning)> Kinds { get; } =
    [
        ("application/pdf", "pdf", "%PDF-"u8.ToArray()),
        ("image/jpeg", "jpg", [0xff, 0xd8, 0xff]),
        ("image/png", "png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ];
}
