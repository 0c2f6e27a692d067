using System.Buffers;

namespace AwardFlow.Typesetting.Layout;

/// <summary>
/// Where Thai spelling lets two letters stand apart, whatever the word: what is read as one is never divided. The rules
/// need no list of words, so they hold for names and loan words that nobody listed.
/// </summary>
internal static class ThaiClusters
{
    private static readonly SearchValues<char> Vowels = SearchValues.Create("ะัาำิีึืุูเแโใไ็อวยฤๅ");

    /// <summary>Whether a character is a letter or mark of the Thai script; digits, ๆ, ฯ and ฿ are not.</summary>
    public static bool IsThaiLetter(char c) => c is >= 'ก' and <= '\u0e4e' and not ('฿' or 'ๆ' or 'ฯ');

    /// <summary>A consonant, ฤ or ฦ.</summary>
    public static bool IsConsonant(char c) => c is >= 'ก' and <= 'ฮ';

    /// <summary>A vowel written before its consonant.</summary>
    public static bool IsLeadingVowel(char c) => c is >= 'เ' and <= 'ไ';

    /// <summary>A mark above or below its consonant.</summary>
    public static bool IsMark(char c) => IsVowelMark(c) || IsToneMark(c);

    /// <summary>Whether a piece of a word may end before an index of a text and another begin there.</summary>
    public static bool MayPart(ReadOnlySpan<char> text, int at)
    {
        if (at <= 0 || at >= text.Length)
        {
            return true;
        }
        var (before, after) = (text[at - 1], text[at]);
        return !IsMark(after) && after is not ('ะ' or 'า' or 'ำ' or 'ๅ' or 'ๆ' or 'ฯ') && !IsLeadingVowel(before)
            && !BeginsSilent(text[at..]) && !WantsFinal(text[..at]);
    }

    /// <summary>Whether a piece has a vowel that is written.</summary>
    public static bool HasVowel(ReadOnlySpan<char> piece) => piece.ContainsAny(Vowels);

    // A consonant, or two, that ์ silences: จันทร์, สิทธิ์.
    private static bool BeginsSilent(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < 2 && i < text.Length && IsConsonant(text[i]))
        {
            i++;
            var silent = i < text.Length && text[i] is 'ิ' or 'ุ' ? i + 1 : i;
            if (silent < text.Length && text[silent] == '์')
            {
                return true;
            }
        }
        return false;
    }

    // ◌ั, ◌็ and ◌ื are read with a final consonant; ก็ alone is a word.
    private static bool WantsFinal(ReadOnlySpan<char> text)
    {
        var last = text.Length - 1;
        if (last > 0 && IsToneMark(text[last]))
        {
            last--;
        }
        return text[last] is 'ั' or 'ื' || (text[last] == '็' && !(last > 0 && text[last - 1] == 'ก' && !(last > 1 && IsLeadingVowel(text[last - 2]))));
    }

    private static bool IsVowelMark(char c) => c is 'ั' or (>= 'ิ' and <= 'ู') or '็';

    /// <summary>A tone mark, or a mark without a sound of its own.</summary>
    public static bool IsToneMark(char c) => c is 'ฺ' or (>= '่' and <= '๎');
}
