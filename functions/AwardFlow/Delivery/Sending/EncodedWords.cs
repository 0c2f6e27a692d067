using System.Text;

namespace AwardFlow.Delivery;

/// <summary>
/// Writes a header's text beyond ASCII as encoded words of at most 75 characters, one a line, in lines of at most 76 (RFC 2047,
/// section 2).
/// </summary>
internal static class EncodedWords
{
    private const int LongestLine = 76;

    // "=?utf-8?B?" before and "?=" behind.
    private const int Frame = 12;

    // A longer text is folded as encoded words are, so that no line grows long.
    private const int LongestPlain = 60;

    /// <summary>The text as it stands in a header.</summary>
    /// <param name="text">The text.</param>
    /// <param name="header">The header's name: the first line begins with it.</param>
    public static string Of(string text, string header) => IsPlain(text)
        ? text
        : string.Join("\r\n ", Words(text, header.Length + 2).Select(word => $"=?utf-8?B?{Convert.ToBase64String(word.Span)}?="));

    private static bool IsPlain(string text) =>
        text.Length <= LongestPlain && text.All(c => c is >= ' ' and <= '~') && !text.Contains("=?", StringComparison.Ordinal);

    // A word holds whole characters (RFC 2047, section 5).
    private static IEnumerable<ReadOnlyMemory<byte>> Words(string text, int taken)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        for (int start = 0, end; start < bytes.Length; start = end, taken = 1)
        {
            end = Math.Min(start + ((LongestLine - taken - Frame) / 4 * 3), bytes.Length);
            while (end < bytes.Length && (bytes[end] & 0xC0) == 0x80)
            {
                end--;
            }
            yield return bytes.AsMemory(start..end);
        }
    }
}
