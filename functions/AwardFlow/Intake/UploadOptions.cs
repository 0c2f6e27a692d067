namespace AwardFlow.Intake;

/// <summary>What a sender says of a file beside its content.</summary>
public sealed record UploadOptions
{
    /// <summary>Stands for all sheets of a workbook that have the header, taken at once.</summary>
    public const string AllSheets = "*";

    /// <summary>The sheet of a workbook that is meant, or <see cref="AllSheets"/>; null where the header tells.</summary>
    public string? Sheet { get; init; }

    /// <summary>Who scored the sheets that have no column for it; null where they say so themselves.</summary>
    public string? Judge { get; init; }

    /// <summary>The first of the codes that the entries of a list without codes get (<see cref="EntryNumbering"/>); null for none.</summary>
    public string? FirstCode { get; init; }

    /// <summary>Names the changes that the sender saw and confirms (<see cref="UploadChanges.Confirm"/>); null for none.</summary>
    public string? Confirm { get; init; }
}
