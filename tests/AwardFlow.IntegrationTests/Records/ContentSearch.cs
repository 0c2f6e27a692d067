using System.IO.Compression;
using System.Net;
using System.Text;

namespace AwardFlow.IntegrationTests.Records;

/// <summary>Looks for a text in every file of a folder, database and write-ahead log too: by its bytes, in names, and in what a zip unpacks to.</summary>
internal static class ContentSearch
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<bool> IsInAsync(string folder, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories) : [])
        {
            if (Path.GetFileName(file).Contains(text, StringComparison.Ordinal))
            {
                return true;
            }
            await using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            await shared.CopyToAsync(content, Cancelled);
            if (content.GetBuffer().AsSpan(0, (int)content.Length).IndexOf(bytes) >= 0
                || (content.GetBuffer().AsSpan(0, (int)content.Length).StartsWith("PK"u8) && IsPackedIn(content, text)))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsPackedIn(MemoryStream workbook, string text)
    {
        using var zip = new ZipArchive(workbook, ZipArchiveMode.Read);
        return zip.Entries.Any(entry =>
        {
            using var part = new StreamReader(entry.Open());
            return WebUtility.HtmlDecode(part.ReadToEnd()).Contains(text, StringComparison.Ordinal);
        });
    }
}
