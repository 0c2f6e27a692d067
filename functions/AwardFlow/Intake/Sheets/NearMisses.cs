using System.Text;

namespace AwardFlow.Intake.Sheets;

/// <summary>Finds what was probably meant by a code that is not known: O for 0, l for 1, a missing dash or zero, one slip of the keyboard.</summary>
/// <param name="known">The codes that are known.</param>
internal sealed class NearMisses(IEnumerable<string> known)
{
    // Of a code of eight characters, two may be wrong; of a shorter one, one.
    private const int LongCode = 8;

    private const int LongestCode = 100;

    private readonly List<(string Code, string Key, string Folded)> _known = [.. known.Select(code => (code, Key(code), Fold(code)))];
    private readonly Dictionary<string, string?> _found = new(StringComparer.Ordinal);

    /// <summary>The one known code that was probably meant; null where there is none, or several are as near.</summary>
    public string? Of(string text)
    {
        if (text.Length is 0 or > LongestCode)
        {
            return null;
        }
        if (!_found.TryGetValue(text, out var near))
        {
            _found.Add(text, near = Find(text));
        }
        return near;
    }

    /// <summary>How many characters must be changed, dropped, added or swapped with their neighbour to make one text the other.</summary>
    /// <remarks>The restricted Damerau-Levenshtein distance.</remarks>
    public static int Distance(string one, string other)
    {
        var (before, row, next) = (new int[other.Length + 1], new int[other.Length + 1], new int[other.Length + 1]);
        for (var j = 0; j <= other.Length; j++)
        {
            row[j] = j;
        }
        for (var i = 1; i <= one.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var cost = one[i - 1] == other[j - 1] ? 0 : 1;
                next[j] = Math.Min(Math.Min(row[j] + 1, next[j - 1] + 1), row[j - 1] + cost);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
                }
            }
            (before, row, next) = (row, next, before);
        }
        return row[other.Length];
    }

    private string? Find(string text)
    {
        var folded = Fold(text);
        var alike = _known.Where(each => each.Folded == folded).Select(each => each.Code).Take(2).ToList();
        if (alike.Count > 0)
        {
            return alike.Count == 1 ? alike[0] : null;
        }
        var key = Key(text);
        var most = key.Length >= LongCode ? 2 : 1;
        var nearest = _known
            .Where(each => Math.Abs(each.Key.Length - key.Length) <= most)
            .Select(each => (each.Code, Distance: IsOtherNumber(each.Key, key) ? most + 1 : Distance(key, each.Key)))
            .Where(each => each.Distance <= most && each.Distance < key.Length)
            .OrderBy(each => each.Distance).Take(2).ToList();
        return nearest.Count == 0 || (nearest.Count == 2 && nearest[0].Distance == nearest[1].Distance) ? null : nearest[0].Code;
    }

    private static string Key(string code) => CellText.Code(code).ToUpperInvariant();

    // A digit for another digit is no slip but another number; two that changed places are one.
    private static bool IsOtherNumber(string one, string other)
    {
        var (digits, others) = (one.Where(char.IsAsciiDigit).ToArray(), other.Where(char.IsAsciiDigit).ToArray());
        return digits.Length == others.Length && !digits.AsSpan().SequenceEqual(others) && !digits.Order().SequenceEqual(others.Order());
    }

    // Letters that look like digits become digits; dashes, dots, spaces and zeros before a number go.
    private static string Fold(string code)
    {
        var folded = new StringBuilder(code.Length);
        foreach (var c in Key(code))
        {
            var digit = c switch
            {
                'O' => '0',
                'I' or 'L' or '|' => '1',
                _ => c,
            };
            var startsNumber = folded.Length == 0 || !char.IsAsciiDigit(folded[^1]);
            if (!char.IsWhiteSpace(c) && !char.IsPunctuation(c) && c != '−')
            {
                folded.Append(digit == '0' && startsNumber ? "" : digit);
            }
        }
        return folded.ToString();
    }
}
