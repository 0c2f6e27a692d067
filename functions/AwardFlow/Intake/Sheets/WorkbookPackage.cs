using System.IO.Compression;
using AwardFlow.Intake.Texts;
using DocumentFormat.OpenXml.Packaging;

namespace AwardFlow.Intake.Sheets;

/// <summary>Opens the package of an Excel workbook after a look at what it would unpack to.</summary>
internal static class WorkbookPackage
{
    /// <summary>Opens a workbook for reading.</summary>
    /// <exception cref="UploadRefusedException">It is no workbook, is damaged, or would unpack to too much.</exception>
    public static SpreadsheetDocument Open(Stream file)
    {
        try
        {
            file.Position = 0;
            Check(file);
            file.Position = 0;
            var document = SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = SheetLimits.MostUnpacked });
            return document.WorkbookPart is null ? throw Damaged() : document;
        }
        catch (Exception e) when (IsDamage(e))
        {
            throw Damaged();
        }
    }

    /// <summary>Whether an exception comes of what a file holds. Which ones reading may throw is not for this code to know.</summary>
    public static bool IsDamage(Exception e) => e is not (OutOfMemoryException or OperationCanceledException or UploadRefusedException);

    /// <summary>A workbook that cannot be read.</summary>
    public static UploadRefusedException Damaged() => new(FileTexts.DamagedWorkbook);

    // .NET never unpacks an entry beyond the size that the directory states, so the stated sizes can be trusted as limits.
    private static void Check(Stream file)
    {
        using var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.Entries.Count > SheetLimits.MostParts)
        {
            throw new UploadRefusedException(FileTexts.UnpacksTooLarge);
        }
        var (unpacked, packed) = (0L, 0L);
        var isWorkbook = false;
        foreach (var entry in zip.Entries)
        {
            unpacked += entry.Length;
            packed += entry.CompressedLength;
            isWorkbook |= IsContentTypes(entry.FullName);
            RefuseOthers(entry.FullName);
            var saysWhatIsIn = IsContentTypes(entry.FullName) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
            if (saysWhatIsIn && entry.Length > SheetLimits.MostPackageBytes)
            {
                throw new UploadRefusedException(FileTexts.UnpacksTooLarge);
            }
        }
        if (unpacked > SheetLimits.MostUnpacked
            || (unpacked > SheetLimits.UnpackedWithoutQuestion && unpacked > packed * SheetLimits.MostUnpackedRatio))
        {
            throw new UploadRefusedException(FileTexts.UnpacksTooLarge);
        }
        if (!isWorkbook)
        {
            throw UploadRefusedException.OtherKind(FileTexts.Archive);
        }
    }

    // Names of parts are the same in any case (ECMA-376 part 2, 6.2.2.3).
    private static bool IsContentTypes(string name) => name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);

    private static void RefuseOthers(string entry)
    {
        switch (entry)
        {
            case "mimetype":
                throw UploadRefusedException.OtherKind(FileTexts.OpenDocument);
            case "xl/workbook.bin":
                throw UploadRefusedException.OtherKind(FileTexts.BinaryWorkbook);
            case "word/document.xml" or "ppt/presentation.xml":
                throw UploadRefusedException.OtherKind(FileTexts.Document);
        }
    }
}
