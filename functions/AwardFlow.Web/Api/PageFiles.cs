using System.Security.Cryptography;
using System.Text;
using AwardFlow.Typesetting.Fonts;

namespace AwardFlow.Web.Api;

/// <summary>
/// The files that the pages are made of. They stand at addresses that hold a hash of them all, so that a browser may keep
/// each for good: what changes has another address.
/// </summary>
internal static class PageFiles
{
    public const string Root = "/pages";

    private const string Index = "index.html";
    private const string Judge = "judge.html";
    private const string Folder = "Pages/";

    // The letters' own typeface, so that Thai is legible on a machine that has no Thai font.
    private static readonly string[] Fonts = ["Sarabun-Regular.ttf", "Sarabun-Bold.ttf"];

    // Of the office's pages, what the judges' page uses too. A test holds it against what that page names.
    private static readonly string[] SharedByJudgePage =
        ["tokens.css", "style.css", "parts.css", "icon.svg", "lit-html.js", "locale.js", "templates.js", "words-judge-en.js", "words-judge-th.js", .. Fonts];

    private static readonly SortedDictionary<string, byte[]> Contents = Read();

    private static readonly string HashOfAll = HashOf(Contents);

    private static readonly Dictionary<string, PageFile> Files = Contents.ToDictionary(
        file => file.Key, file => new PageFile(file.Key, Addressed(file.Key, file.Value)), StringComparer.Ordinal);

    /// <summary>A hash of all files.</summary>
    public static string Version => HashOfAll;

    /// <summary>The first page.</summary>
    public static PageFile FirstPage => Files[Index];

    /// <summary>The judges' page.</summary>
    public static PageFile JudgePage => Files[Judge];

    /// <summary>The files that the judges' page is made of: those named for it, and what it shares.</summary>
    public static IReadOnlyList<string> OfJudgePage { get; } =
        [.. Contents.Keys.Where(name => name.StartsWith("judge", StringComparison.Ordinal) && name != Judge), .. SharedByJudgePage];

    /// <summary>A file by its name, or null.</summary>
    public static PageFile? Find(string name) => Files.GetValueOrDefault(name);

    /// <summary>The address at which a file may be kept for good.</summary>
    public static string AddressOf(string name) => $"{Root}/{Version}/{name}";

    private static SortedDictionary<string, byte[]> Read()
    {
        var (pages, fonts) = (typeof(PageFiles).Assembly, typeof(Sarabun).Assembly);
        var contents = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var name in pages.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            contents.Add(name[Folder.Length..], All(pages.GetManifestResourceStream(name)!));
        }
        foreach (var name in Fonts)
        {
            contents.Add(name, All(fonts.GetManifestResourceStream(name)!));
        }
        return contents;
    }

    private static byte[] All(Stream resource)
    {
        using (resource)
        {
            var content = new byte[resource.Length];
            resource.ReadExactly(content);
            return content;
        }
    }

    // Scripts and styles name each other by relative addresses, so the pages alone have to be told the hash.
    private static byte[] Addressed(string name, byte[] content) => name is Index or Judge
        ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content).Replace($"\"{Root}/", $"\"{Root}/{HashOfAll}/", StringComparison.Ordinal))
        : content;

    private static string HashOf(SortedDictionary<string, byte[]> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in contents)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(content));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
