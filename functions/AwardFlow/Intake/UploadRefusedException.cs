using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>An uploaded sheet was refused whole: nothing of it counts.</summary>
public sealed class UploadRefusedException : Exception
{
    /// <summary>How many bad rows are listed; of the rest only their number is told.</summary>
    public const int MostRows = 1000;

    /// <summary>A sheet with bad rows.</summary>
    /// <param name="text">Why, for people.</param>
    /// <param name="rows">The bad rows, at most <see cref="MostRows"/>.</param>
    /// <param name="problems">How many problems there are in all.</param>
    public UploadRefusedException(BilingualText text, IReadOnlyList<RowProblem> rows, int problems)
        : base(text.English)
    {
        Text = text;
        Rows = rows;
        Problems = problems;
    }

    /// <summary>A sheet that cannot be read at all.</summary>
    /// <param name="text">Why, for people.</param>
    public UploadRefusedException(BilingualText text)
        : this(text, [], 0)
    {
    }

    /// <summary>Why, for people.</summary>
    public BilingualText Text { get; }

    /// <summary>The bad rows, at most <see cref="MostRows"/>.</summary>
    public IReadOnlyList<RowProblem> Rows { get; }

    /// <summary>How many problems there are in all.</summary>
    public int Problems { get; }

    /// <summary>Whether the file is of a kind that is not taken, so that it was not kept either.</summary>
    public bool IsOtherKind { get; private init; }

    /// <summary>SHA-256 of the file in lower-case hex, by which its copy is found; null where it was not kept.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The sheets among which a person must choose; empty where that is not what is wrong.</summary>
    public IReadOnlyList<string> Sheets { get; init; } = [];

    /// <summary>Whether the list of entries lacks nothing but codes, so that it is taken with a first code to number from.</summary>
    public bool CanNumber { get; private init; }

    internal UploadRefusedException MayNumber() => new(Text, Rows, Problems) { CanNumber = true };

    internal static UploadRefusedException OtherKind(BilingualText text) => new(text) { IsOtherKind = true };

    /// <summary>The same, of a file that was kept as evidence.</summary>
    internal UploadRefusedException Kept(string sha256) =>
        new(Text, Rows, Problems) { IsOtherKind = IsOtherKind, Sha256 = sha256, Sheets = Sheets, CanNumber = CanNumber };
}
