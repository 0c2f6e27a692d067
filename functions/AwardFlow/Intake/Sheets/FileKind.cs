using System.Text;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Sheets;

/// <summary>Tells the kind of a file by its content. Names and media types are often wrong.</summary>
internal static class FileKind
{
    private const int Start = 4096;

    private static readonly string[] Tags = ["<html", "<!doctype", "<table", "<?xml", "<workbook", "<meta", "<head"];

    private static readonly byte[] CompoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

    private static readonly (byte[] Start, BilingualText What)[] Others =
    [
        ([.. "%PDF-"u8], FileTexts.Pdf),
        ([0x89, .. "PNG"u8], FileTexts.Picture),
        ([0xff, 0xd8, 0xff], FileTexts.Picture),
        ([.. "GIF8"u8], FileTexts.Picture),
        ([.. "II*\0"u8], FileTexts.Picture),
        ([.. "MM\0*"u8], FileTexts.Picture),
        ([.. "{\\rtf"u8], FileTexts.Document),
        ([0x1f, 0x8b], FileTexts.Archive),
        ([.. "Rar!"u8], FileTexts.Archive),
        ([.. "7z"u8, 0xbc, 0xaf], FileTexts.Archive),
    ];

    /// <summary>The kind of file.</summary>
    /// <param name="file">The file; its position is its start before and after.</param>
    /// <exception cref="UploadRefusedException">It is of a kind that is not taken.</exception>
    public static SheetFormat Of(Stream file)
    {
        var buffer = new byte[Start];
        var start = buffer.AsSpan(0, file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
        file.Position = 0;
        foreach (var (magic, what) in Others)
        {
            if (start.StartsWith(magic))
            {
                throw UploadRefusedException.OtherKind(what);
            }
        }
        if (start.StartsWith(CompoundFile))
        {
            throw UploadRefusedException.OtherKind(IsEncrypted(file) ? FileTexts.Encrypted : FileTexts.Xls);
        }
        if (start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8))
        {
            return SheetFormat.Xlsx;
        }
        var text = Encoding.Latin1.GetString(start).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        return IsMarkup(text) ? throw UploadRefusedException.OtherKind(FileTexts.WebPage) : SheetFormat.Csv;
    }

    // Programs of offices write web pages and name them .xls.
    private static bool IsMarkup(string text) => Array.Exists(Tags, tag => text.StartsWith(tag, StringComparison.OrdinalIgnoreCase));

    // A workbook with a password is a compound file with a stream of this name ([MS-OFFCRYPTO] 2.3.4.4),
    // somewhere in it.
    private static bool IsEncrypted(Stream file)
    {
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[1 << 16];
        var (kept, found, read) = (0, false, 0);
        while (!found && (read = file.Read(buffer, kept, buffer.Length - kept)) > 0)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            found = bytes.IndexOf(name) >= 0;
            kept = Math.Min(name.Length - 1, bytes.Length);
            bytes[^kept..].CopyTo(buffer);
        }
        file.Position = 0;
        return found;
    }
}
