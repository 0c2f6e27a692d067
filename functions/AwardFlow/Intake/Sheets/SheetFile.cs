namespace AwardFlow.Intake.Sheets;

/// <summary>Opens uploaded files.</summary>
internal static class SheetFile
{
    /// <summary>Opens a file of either kind.</summary>
    /// <param name="file">The file, which stays its owner's and must not be read otherwise meanwhile.</param>
    /// <param name="format">Its kind, by <see cref="FileKind"/>.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UploadRefusedException">It cannot be read.</exception>
    public static ISheetFile Open(Stream file, SheetFormat format, CancellationToken cancellationToken) =>
        format == SheetFormat.Xlsx ? XlsxFile.Open(file, cancellationToken) : CsvFile.Open(file, cancellationToken);
}
