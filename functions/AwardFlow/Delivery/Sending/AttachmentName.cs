using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>
/// How an attached document is called: <c>{entry}-letter.pdf</c>, so that a desk which saves many letters can tell them
/// apart. A name beyond ASCII is written by RFC 2231, with one in ASCII for mail programs that do not read that.
/// </summary>
/// <param name="entryCode">The entry's code.</param>
/// <param name="document">The document's name, such as <c>letter.pdf</c>.</param>
internal sealed class AttachmentName(EntryCode entryCode, string document)
{
    private const int LongestLine = 75;

    /// <summary>The name.</summary>
    public string Full => $"{entryCode}-{document}";

    /// <summary>The name in ASCII. Where the code is not, a short hash of the code tells letters apart.</summary>
    public string Ascii =>
        IsAscii(entryCode.Text) ? Full : $"entry-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entryCode.Text)).AsSpan(0, 4))}-{document}";

    /// <summary>The header Content-Disposition of an attachment with this name, folded.</summary>
    public string Disposition =>
        $"attachment; filename=\"{Ascii}\"{(IsAscii(entryCode.Text) ? "" : string.Concat(Extended().Select(part => $";\r\n\t{part}")))}";

    private static bool IsAscii(string text) => text.All(char.IsAscii);

    // RFC 2231, sections 3 and 4: parts are numbered, and the first one names the character set.
    private IEnumerable<string> Extended()
    {
        var (number, part) = (0, new StringBuilder("filename*0*=utf-8''"));
        foreach (var rune in Full.EnumerateRunes())
        {
            var written = Uri.EscapeDataString(rune.ToString());
            if (part.Length + written.Length > LongestLine)
            {
                yield return part.ToString();
                part.Clear().Append(CultureInfo.InvariantCulture, $"filename*{++number}*=");
            }
            part.Append(written);
        }
        yield return part.ToString();
    }
}
