using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>
/// Finds judges' names that may be one person's, spelled twice: with one slip in a word, a first name or a surname alone,
/// an initial, the surname first, spaces left out. Each name is looked up, never held against all others.
/// </summary>
internal sealed class SimilarNames
{
    // One slip in a word of this length is likelier than two judges; กรรมการ 1 and กรรมการ 2 are two.
    private const int ShortestWord = 4;
    private const int LongestWord = 40;

    // Each set of a name's words is looked up, of which more words have too many.
    private const int MostWords = 6;

    private readonly Dictionary<string, JudgeName> _names = new(StringComparer.Ordinal);

    /// <summary>Takes a name among those that are known.</summary>
    public void Add(JudgeName name)
    {
        foreach (var key in Keys(name).Concat(OneWord(name, "of ", "is ")).Concat(SomeWords(name, "of ", "is ")))
        {
            _names.TryAdd(key, name);
        }
    }

    /// <summary>A known name that is spelled much like this one; null where there is none, or this is one of them.</summary>
    public JudgeName? Of(JudgeName name)
    {
        foreach (var key in Keys(name).Concat(OneWord(name, "is ", "of ")).Concat(SomeWords(name, "is ", "of ")))
        {
            if (_names.TryGetValue(key, out var known) && known != name)
            {
                return known;
            }
        }
        return null;
    }

    private static IEnumerable<string> Keys(JudgeName name)
    {
        var words = Words(name);
        yield return string.Concat(words);
        if (words is [_, _, ..])
        {
            yield return $"in any order {string.Join(' ', words.Order(StringComparer.Ordinal))}";
        }
        if (words is [var first, .., var last] && !words.Any(HasDigit))
        {
            if (last.Length >= ShortestWord)
            {
                yield return $"{first[0]}.{last}";
            }
        }
        for (var place = 0; place < words.Length; place++)
        {
            if (words[place].Length is < ShortestWord or > LongestWord || HasDigit(words[place]))
            {
                continue;
            }
            // Two words with one slip between them are the same without some character.
            for (var left = -1; left < words[place].Length; left++)
            {
                var word = left < 0 ? words[place] : words[place].Remove(left, 1);
                yield return $"{string.Join(' ', words[..place])}|{word}|{string.Join(' ', words[(place + 1)..])}";
            }
        }
    }

    // A first name or a surname alone is like the whole name, but two whole names are not alike for one word of them.
    private static IEnumerable<string> OneWord(JudgeName name, string ofSeveral, string alone) => Words(name) switch
    {
        [var only] => only.Length >= ShortestWord && !HasDigit(only) ? [alone + only] : [],
        [var first, .., var last] => new[] { first, last }.Where(word => word.Length >= ShortestWord && !HasDigit(word)).Select(word => ofSeveral + word),
        _ => [],
    };

    // A name is like one that has all its words and others besides.
    private static IEnumerable<string> SomeWords(JudgeName name, string ofMore, string all)
    {
        var words = Words(name);
        if (words.Length is < 2 or > MostWords || words.Any(HasDigit))
        {
            yield break;
        }
        Array.Sort(words, StringComparer.Ordinal);
        yield return $"{all}{string.Join(' ', words)}";
        for (var set = 1; set < (1 << words.Length) - 1; set++)
        {
            if (System.Numerics.BitOperations.PopCount((uint)set) > 1)
            {
                yield return $"{ofMore}{string.Join(' ', words.Where((_, place) => (set >> place & 1) == 1))}";
            }
        }
    }

    private static string[] Words(JudgeName name) => name.Key.Split([' ', '.', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries);

    private static bool HasDigit(string word) => word.Any(char.IsDigit);
}
