namespace AwardFlow.Intake;

/// <summary>The answer to an upload that was taken, or that was only checked and would be.</summary>
public sealed record AcceptedUpload
{
    /// <summary>The upload's number in its cycle, from 1; null where it was only checked.</summary>
    public required int? Number { get; init; }

    /// <summary>What the sheet holds.</summary>
    public required UploadKind Kind { get; init; }

    /// <summary>How many entries or scores were taken.</summary>
    public required int Rows { get; init; }

    /// <summary>How many entries the cycle now has.</summary>
    public required int Entries { get; init; }

    /// <summary>How many of the entries taken have no e-mail address, so that their letters go by post.</summary>
    public int ByPost { get; init; }

    /// <summary>Columns of the sheet that mean nothing here.</summary>
    public required IReadOnlyList<string> IgnoredColumns { get; init; }

    /// <summary>What was taken but is worth a look, at most <see cref="UploadRefusedException.MostRows"/>.</summary>
    public required IReadOnlyList<RowProblem> Warnings { get; init; }

    /// <summary>Rows that hold no entry, such as totals and signatures, at most <see cref="UploadRefusedException.MostRows"/>.</summary>
    public required IReadOnlyList<RowProblem> PassedOver { get; init; }

    /// <summary>The sheets of the workbook that were read, by name; none for a text file.</summary>
    public required IReadOnlyList<string> Sheets { get; init; }

    /// <summary>What it replaces, keeps or erases.</summary>
    public required UploadChanges Changes { get; init; }

    /// <summary>SHA-256 of the file as it was sent, in lower-case hex.</summary>
    public required string Sha256 { get; init; }
}
