using System.Collections.Frozen;

namespace AwardFlow.Typesetting.Layout;

/// <summary>Finds the compounds that readers take for one word, from the list <c>thai-compounds.txt</c>.</summary>
internal static class ThaiCompounds
{
    private static readonly FrozenSet<string> Words = Read().ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly int Shortest = Words.Min(word => word.Length);

    private static readonly int Longest = Words.Max(word => word.Length);

    // So long a word does not arise by chance where two others meet: it is found even where ICU's dictionary divides the
    // text elsewhere, as in เป็นก|ระบวนการ and เสริมสุข|ภาพ.
    private const int Unmistakable = 6;

    /// <summary>Marks the places inside compounds: true at every index of a text at which the compound of the index before goes on.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isEdge">Whether a word may begin or end at an index: what only looks like a short compound across words is none.</param>
    /// <param name="begins">Is told where a compound begins.</param>
    public static bool[] Inside(string text, Func<int, bool> isEdge, Action<int> begins)
    {
        var inside = new bool[text.Length + 1];
        for (var from = 0; from <= text.Length - Shortest; from++)
        {
            var edge = isEdge(from);
            var shortest = edge ? Shortest : Unmistakable;
            for (var length = Math.Min(Longest, text.Length - from); length >= shortest; length--)
            {
                if ((length >= Unmistakable || isEdge(from + length)) && Lookup.Contains(text.AsSpan(from, length)))
                {
                    begins(from);
                    Array.Fill(inside, value: true, from + 1, length - 1);
                    from += length - 1;
                    break;
                }
            }
        }
        return inside;
    }

    private static IEnumerable<string> Read()
    {
        using var reader = new StreamReader(typeof(ThaiCompounds).Assembly.GetManifestResourceStream("thai-compounds.txt")!);
        while (reader.ReadLine() is { } line)
        {
            var word = line.Split('#')[0].Trim();
            if (word.Length > 0)
            {
                yield return word;
            }
        }
    }
}
