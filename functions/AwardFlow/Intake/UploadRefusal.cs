using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Why an upload was not taken. Nothing of it counts.</summary>
public sealed record UploadRefusal
{
    /// <summary>Why, for people.</summary>
    public required BilingualText Text { get; init; }

    /// <summary>The bad rows, at most <see cref="UploadRefusedException.MostRows"/>.</summary>
    public IReadOnlyList<RowProblem> Rows { get; init; } = [];

    /// <summary>How many problems there are in all.</summary>
    public int Problems { get; init; }

    /// <summary>Whether the file is of a kind that is not taken, so that it was not kept either.</summary>
    public bool IsOtherKind { get; init; }

    /// <summary>SHA-256 of the file in lower-case hex, by which its copy is found; null where it was not kept.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The sheets among which a person must choose; empty where that is not what is wrong.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>Whether the list of entries lacks nothing but codes, so that it is taken with a first code to number from.</summary>
    public bool CanNumber { get; init; }

    /// <summary>What the upload would change, where nothing is wrong but a person must confirm it; else null.</summary>
    public UploadChanges? ToConfirm { get; init; }

    /// <summary>Why a file could not be read, or not taken.</summary>
    /// <param name="refused">The reader's refusal.</param>
    /// <param name="sha256">SHA-256 of the file where it was kept; else null.</param>
    public static UploadRefusal Of(UploadRefusedException refused, string? sha256)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return new UploadRefusal
        {
            Text = refused.Text,
            Rows = refused.Rows,
            Problems = refused.Problems,
            IsOtherKind = refused.IsOtherKind,
            Sha256 = sha256,
            Sheets = refused.Sheets,
            CanNumber = refused.CanNumber,
        };
    }
}
