using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake.Sheets;

/// <summary>Chooses the sheet of a file that is meant.</summary>
internal static class SheetChoice
{
    private const int MostListed = 100;

    /// <summary>The sheet with the header; of a file where none has it, the first that is not empty.</summary>
    /// <param name="file">The file.</param>
    /// <param name="signature">What the header has.</param>
    /// <param name="name">The sheet that was asked for by name, or null.</param>
    /// <exception cref="UploadRefusedException">Several sheets have the header, or none of this name is there, or all are empty.</exception>
    public static NamedSheet Of(ISheetFile file, HeaderSignature signature, string? name)
    {
        var sheets = file.AreReadings || name is null or UploadOptions.AllSheets ? file.Sheets : Named(file.Sheets, name);
        if (sheets.Count <= 1)
        {
            return sheets.Count == 1 ? sheets[0] : throw new UploadRefusedException(FileTexts.NoVisibleSheet);
        }
        if (file.AreReadings)
        {
            return sheets.FirstOrDefault(sheet => Fit(sheet, signature) == 2) ?? sheets.FirstOrDefault(sheet => Fit(sheet, signature) == 1) ?? sheets[0];
        }
        var fitting = Fitting(sheets, signature);
        return fitting.Count == 1 || name == UploadOptions.AllSheets
            ? fitting[0]
            : throw new UploadRefusedException(FileTexts.WhichSheet(List(fitting))) { Sheets = Listed(fitting) };
    }

    /// <summary>All sheets with the header.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <exception cref="UploadRefusedException">All are empty.</exception>
    public static IReadOnlyList<NamedSheet> All(ISheetFile file, HeaderSignature signature) =>
        file.AreReadings || file.Sheets.Count <= 1 ? [Of(file, signature, name: null)] : Fitting(file.Sheets, signature);

    /// <summary>The sheets that are not read although something stands in them and nobody asked for one by name.</summary>
    /// <param name="file">The file.</param>
    /// <param name="signature">What the header has.</param>
    /// <param name="name">The sheet that was asked for by name, or null.</param>
    /// <param name="read">Those that are read.</param>
    public static IEnumerable<NamedSheet> Others(ISheetFile file, HeaderSignature signature, string? name, IReadOnlyList<NamedSheet> read) =>
        file.AreReadings || name is not (null or UploadOptions.AllSheets)
            ? []
            : file.Sheets.Except(read).Take(MostListed).Where(sheet => Fit(sheet, signature) >= 0);

    private static List<NamedSheet> Fitting(IReadOnlyList<NamedSheet> sheets, HeaderSignature signature)
    {
        var fits = sheets.Select(sheet => (Sheet: sheet, Fit: Fit(sheet, signature))).ToList();
        var best = fits.Max(each => each.Fit);
        var fitting = fits.Where(each => each.Fit == best).Select(each => each.Sheet).ToList();
        return best < 0 ? throw new UploadRefusedException(FileTexts.Empty) : best == 0 ? [fitting[0]] : fitting;
    }

    private static List<NamedSheet> Named(IReadOnlyList<NamedSheet> sheets, string name)
    {
        var key = CellText.Name(CellText.Clean(name));
        var named = sheets.Where(sheet => string.Equals(CellText.Name(sheet.Name), key, StringComparison.OrdinalIgnoreCase)).ToList();
        return named.Count == 1
            ? named
            : throw new UploadRefusedException(FileTexts.NoSuchSheet(CellText.Quoted(key), List(sheets))) { Sheets = Listed(sheets) };
    }

    private static string List(IEnumerable<NamedSheet> sheets) => string.Join(", ", sheets.Take(20).Select(sheet => $"'{CellText.Quoted(sheet.Name)}'"));

    private static string[] Listed(IEnumerable<NamedSheet> sheets) => [.. sheets.Take(MostListed).Select(sheet => sheet.Name)];

    // As HeaderSignature.Fit; -1 where the sheet is blank as far as headers are looked for, or a text cannot be read so.
    private static int Fit(NamedSheet sheet, HeaderSignature signature)
    {
        try
        {
            var fit = -1;
            foreach (var row in sheet.Read().Take(HeaderRow.Deepest))
            {
                fit = Math.Max(fit, row.IsBlank ? -1 : signature.Fit(row));
                if (fit == 2)
                {
                    break;
                }
            }
            return fit;
        }
        catch (UploadRefusedException) when (sheet.Name.Length == 0)
        {
            return -1;
        }
    }
}
