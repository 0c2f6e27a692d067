using System.Text;

namespace AwardFlow.Thai;

/// <summary>
/// One spelling for what looks the same in Thai. Unicode normalisation (NFC) leaves several orders of a letter's marks
/// apart which keyboards produce and fonts draw alike: a tone typed before its vowel, a mark typed twice, ำ typed as ํ
/// and า, แ typed as two เ.
/// </summary>
public static class ThaiSpelling
{
    private const char SaraAa = 'า';
    private const char SaraAm = 'ำ';
    private const char SaraE = 'เ';
    private const char SaraAe = 'แ';
    private const char Nikhahit = 'ํ';

    /// <summary>Writes a text in NFC, each letter's marks once, vowel before tone, and ำ and แ as one character.</summary>
    public static string Canonical(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var composed = text.Normalize(NormalizationForm.FormC);
        return composed.Any(static c => IsMark(c) || c is SaraAm or SaraE) ? Rewrite(composed) : composed;
    }

    /// <summary>A name as it is compared with others: whatever its case, spaces and Unicode form.</summary>
    /// <param name="name">The name.</param>
    public static string KeyOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(Canonical(name.Normalize(NormalizationForm.FormKC)).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
    }

    private static string Rewrite(string text)
    {
        var written = new StringBuilder(text.Length);
        var marks = new List<char>(4);
        var i = 0;
        while (i < text.Length)
        {
            if (text[i] == SaraE && i + 1 < text.Length && text[i + 1] == SaraE)
            {
                written.Append(SaraAe);
                i += 2;
            }
            else if (IsMark(text[i]) || text[i] == SaraAm)
            {
                i = ReadMarks(text, i, marks);
                written.Append(marks.ToArray());
            }
            else
            {
                written.Append(text[i++]);
            }
        }
        return written.ToString();
    }

    // Reads the marks from a place on, with the ำ that belongs to them, and says where they end.
    private static int ReadMarks(string text, int from, List<char> marks)
    {
        marks.Clear();
        var am = false;
        var i = from;
        for (; i < text.Length; i++)
        {
            if (text[i] == SaraAm || (text[i] == SaraAa && marks.Remove(Nikhahit)))
            {
                am = true;
            }
            else if (!IsMark(text[i]))
            {
                break;
            }
            else if (!marks.Contains(text[i]))
            {
                marks.Add(text[i]);
            }
        }
        var ordered = marks.OrderBy(Place).ToList();
        marks.Clear();
        marks.AddRange(am ? ordered.Where(static mark => mark != Nikhahit).Append(SaraAm) : ordered);
        return i;
    }

    private static int Place(char mark) => mark switch
    {
        >= '่' and <= '๋' => 2,
        '์' or '๎' => 3,
        Nikhahit => 1,
        _ => 0,
    };

    // ั ิ ี ึ ื ุ ู ฺ and ็ ่ ้ ๊ ๋ ์ ํ ๎
    private static bool IsMark(char c) => c is '\u0e31' or (>= '\u0e34' and <= '\u0e3a') or (>= '\u0e47' and <= '\u0e4e');
}
