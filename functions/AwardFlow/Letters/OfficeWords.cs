using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Thai;
using AwardFlow.Typesetting.Layout;

namespace AwardFlow.Letters;

/// <summary>An office's own words, which no line breaks: names and terms that no word list has (<c>letter.words</c>).</summary>
internal sealed class OfficeWords
{
    private readonly (string Word, string Joined)[] _words;

    private OfficeWords(IEnumerable<string> words) =>
        _words = [.. words.Select(ThaiNumerals.InText).OrderByDescending(word => word.Length).Select(word => (word, Joined(word)))];

    /// <summary>The words of a cycle.</summary>
    public static OfficeWords Of(CycleDefinition definition) => new(definition.Letter.Words ?? []);

    /// <summary>A text as documents have it: numbers in Thai digits, the office's words kept whole.</summary>
    public string Set(string text) => Keep(ThaiNumerals.InText(text));

    /// <summary>A text with the office's words kept whole.</summary>
    public string Keep(string text)
    {
        foreach (var (word, joined) in _words)
        {
            text = text.Replace(word, joined, StringComparison.Ordinal);
        }
        return text;
    }

    private static string Joined(string word)
    {
        var joined = new StringBuilder(2 * word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            if (i > 0 && !char.IsLowSurrogate(word[i]))
            {
                joined.Append(ThaiLineBreaks.Joiner);
            }
            joined.Append(word[i]);
        }
        return joined.ToString();
    }
}
