using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Intake;

/// <summary>Tells whether two judges' names may be one person's, spelled twice.</summary>
internal static class JudgeNames
{
    // One slip in a word of this length is likelier than two judges; กรรมการ 1 and กรรมการ 2 are two.
    private const int ShortestWord = 4;

    private static readonly string[] Titles =
        ["นางสาว", "นาง", "นาย", "น.ส.", "ศ.", "รศ.", "ผศ.", "ดร.", "Prof.", "Dr.", "Mrs.", "Mr.", "Ms."];

    /// <summary>A known name that is spelled much like this one; null where there is none, or this is one of them.</summary>
    public static JudgeName? Similar(JudgeName name, IEnumerable<JudgeName> known)
    {
        var names = known.ToList();
        return names.Contains(name) ? null : names.Find(other => AreSimilar(name.Text, other.Text));
    }

    private static bool AreSimilar(string one, string other)
    {
        var (bare, otherBare) = (Bare(one), Bare(other));
        if (bare.Length == 0 || otherBare.Length == 0)
        {
            return false;
        }
        if (bare.Replace(" ", "", StringComparison.Ordinal).Equals(otherBare.Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }
        var (words, otherWords) = (bare.Split(' '), otherBare.Split(' '));
        var different = words.Zip(otherWords).Where(pair => pair.First != pair.Second).ToList();
        return words.Length == otherWords.Length && different.Count == 1
            && Math.Min(different[0].First.Length, different[0].Second.Length) >= ShortestWord
            && NearMisses.Distance(different[0].First, different[0].Second) == 1 && !different[0].First.Any(char.IsDigit);
    }

    private static string Bare(string name)
    {
        var bare = name;
        while (Array.Find(Titles, title => bare.StartsWith(title, StringComparison.OrdinalIgnoreCase)) is { } title)
        {
            bare = bare[title.Length..].TrimStart();
        }
        return string.Join(' ', bare.Split([' ', '.'], StringSplitOptions.RemoveEmptyEntries));
    }
}
