namespace AwardFlow.Intake.Sheets;

/// <summary>How much of a file is read at most. A file of 50 MB can unfold to a thousand times that.</summary>
internal static class SheetLimits
{
    /// <summary>Rows of a sheet, as many as Excel has (ECMA-376 names no limit; Excel's own is 1,048,576).</summary>
    public const int MostRows = 1_048_576;

    /// <summary>Columns of a sheet, as many as Excel has.</summary>
    public const int MostColumns = 16_384;

    /// <summary>Cells of a sheet, blank but formatted ones too: thirty times a cycle of 330,000 scores.</summary>
    public const int MostCells = 10_000_000;

    /// <summary>Characters of all texts that a workbook's cells share; they are held in memory.</summary>
    public const int MostSharedCharacters = 64_000_000;

    /// <summary>Files in a workbook's package.</summary>
    public const int MostParts = 5_000;

    /// <summary>Bytes of a workbook when unpacked.</summary>
    public const long MostUnpacked = 1_000_000_000;

    /// <summary>Unpacked bytes up to which the ratio to the packed ones does not matter.</summary>
    public const long UnpackedWithoutQuestion = 50_000_000;

    /// <summary>How many times its packed size a larger workbook may unpack to. Real ones keep below 40.</summary>
    public const int MostUnpackedRatio = 100;

    /// <summary>Bytes, unpacked, of each part that says what is in the package.</summary>
    public const long MostPackageBytes = 10_000_000;

    /// <summary>Bytes of one csv row; one that is longer has a quotation mark that does not close.</summary>
    public const int MostRowBytes = 1_000_000;
}
