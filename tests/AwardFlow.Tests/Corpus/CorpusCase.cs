using AwardFlow.Intake;

namespace AwardFlow.Tests.Corpus;

/// <summary>One file of the corpus and what it must give: rows, problems, or a refusal.</summary>
/// <param name="File">Its name.</param>
/// <param name="Why">What is special about it.</param>
public sealed record CorpusCase(string File, string Why)
{
    /// <summary>The scores that most files of the corpus hold, each written its own way.</summary>
    public static readonly IReadOnlyList<string> Usual =
        ["E1,สมชาย ใจดี,A,45.5,ควรขยายผล", "E1,สมชาย ใจดี,B,30,", "E1,สมชาย ใจดี,C,0,", "E2,สมชาย ใจดี,A,12.25,", "E2,สมชาย ใจดี,B,7,"];

    /// <summary>The entries that most lists of entries in it hold.</summary>
    public static readonly IReadOnlyList<string> UsualEntries =
    [
        "LG-001,\"ประปา, หมู่บ้าน\",เทศบาลตำบลลำใหม่,นายกเทศมนตรีตำบลลำใหม่,saraban@lammai.example,ยะลา",
        "LG-002,แผนที่ภาษี,เทศบาลตำบลบ้านกลาง,นายกเทศมนตรีตำบลบ้านกลาง,saraban@banklang.example,",
    ];

    /// <summary>What it is uploaded as.</summary>
    public UploadKind Kind { get; init; } = UploadKind.Scores;

    /// <summary>The sheet that is asked for, or null.</summary>
    public string? Sheet { get; init; }

    /// <summary>What the sender says of it.</summary>
    internal UploadOptions Options { get => field ?? new UploadOptions { Sheet = Sheet }; init; }

    /// <summary>The cycle that it is read against; null for the usual one.</summary>
    internal SheetContext? Context { get; init; }

    /// <summary>The rows that must be passed over, as "row 'value'".</summary>
    public IReadOnlyList<string> PassedOver { get; init; } = [];

    /// <summary>The rows that must count, as csv; null where it must not be taken.</summary>
    public IReadOnlyList<string>? Rows { get; init; }

    /// <summary>How the problems that must be told begin, as "row column 'value': problem".</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>How the refusal of the whole file must begin.</summary>
    public string? Refused { get; init; }

    /// <summary>How the warnings must begin, as "row column 'value': warning".</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Makes the file; null where LibreOffice made it.</summary>
    public Func<byte[]>? Make { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Why}";
}
