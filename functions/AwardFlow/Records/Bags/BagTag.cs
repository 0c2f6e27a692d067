using System.Buffers;
using System.Globalization;
using System.Text;

namespace AwardFlow.Records.Bags;

/// <summary>The names and the writing of a bag's own files (RFC 8493).</summary>
internal static class BagTag
{
    /// <summary>Declares the bag (section 2.1.1).</summary>
    public const string Declaration = "bagit.txt";

    /// <summary>Says what the bag is (section 2.2.2).</summary>
    public const string Info = "bag-info.txt";

    /// <summary>The SHA-256 of every file of the payload (section 2.1.3).</summary>
    public const string Manifest = "manifest-sha256.txt";

    /// <summary>The SHA-256 of the bag's own files (section 2.2.1).</summary>
    public const string TagManifest = "tagmanifest-sha256.txt";

    /// <summary>Names files that are elsewhere (section 2.2.3); no bag of ours has one.</summary>
    public const string Fetch = "fetch.txt";

    /// <summary>What the names of the payload begin with.</summary>
    public const string Payload = "data/";

    /// <summary>How many bytes and files the payload has.</summary>
    public const string Oxum = "Payload-Oxum";

    /// <summary>What the declaration says.</summary>
    public const string DeclarationText = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    private const int HashLength = 64;

    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>A line of a manifest.</summary>
    public static string ManifestLine(string sha256, string name) => $"{sha256}  {name.Replace("%", "%25", StringComparison.Ordinal)}\n";

    /// <summary>Reads a line of a manifest; null where it is none.</summary>
    public static (string Sha256, string Name)? ReadManifestLine(string line) =>
        line.Length > HashLength && line[HashLength] is ' ' or '\t' && line.AsSpan(0, HashLength).IndexOfAnyExcept(Hex) < 0
            ? (line[..HashLength].ToLowerInvariant(), line[HashLength..].TrimStart(' ', '\t', '*').Replace("%25", "%", StringComparison.Ordinal))
            : null;

    /// <summary>The text of <see cref="Info"/>.</summary>
    public static string InfoText(IEnumerable<(string Label, string Value)> values) =>
        string.Concat(
            values.Select(value => $"{value.Label}: {string.Join(' ', value.Value.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))}\n"));

    /// <summary>Reads <see cref="Info"/>: of a label that stands twice, the first.</summary>
    public static IReadOnlyDictionary<string, string> ReadInfo(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in text.Split('\n'))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && !char.IsWhiteSpace(line[0]))
            {
                values.TryAdd(line[..colon], line[(colon + 1)..].Trim());
            }
        }
        return values;
    }

    /// <summary>What <see cref="Oxum"/> says.</summary>
    public static string OxumText(long bytes, long files) => string.Create(CultureInfo.InvariantCulture, $"{bytes}.{files}");

    /// <summary>A text as it is written.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
