using AwardFlow.Scoring;

namespace AwardFlow.Web.Answers;

/// <summary>Which entries of a list are asked for.</summary>
/// <param name="Words">What code, organisation, work, province or one of the texts beside them must hold, each word; empty for all.</param>
/// <param name="Passed"><c>yes</c>, <c>no</c>, <c>none</c> for those without an average, or null for all.</param>
/// <param name="Province">Whose province it must be; null for all.</param>
internal sealed record EntryFilter(IReadOnlyList<string> Words, string? Passed, string? Province)
{
    /// <summary>What <see cref="Passed"/> can be.</summary>
    public static readonly IReadOnlyList<string> Outcomes = ["yes", "no", "none"];

    /// <summary>Whether it takes an entry.</summary>
    /// <param name="result">The entry's result.</param>
    /// <param name="beside">Further texts in which words may be found.</param>
    public bool Takes(EntryResult result, params ReadOnlySpan<string> beside)
    {
        if (Province is not null && result.Entry.Province != Province)
        {
            return false;
        }
        if (Passed is not null && Passed != (result.Passed switch { true => "yes", false => "no", null => "none" }))
        {
            return false;
        }
        foreach (var word in Words)
        {
            if (!Holds(result, word) && !Holds(beside, word))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The provinces of a cycle's entries, in the order of the Thai dictionary.</summary>
    public static IReadOnlyList<string> ProvincesOf(CycleResults results) =>
    [
        .. results.Entries.Select(result => result.Entry.Province)
            .Where(province => province.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .Order(EntrySort.Thai),
    ];

    private static bool Holds(EntryResult result, string word) =>
        Holds([result.Entry.Code.Text, result.Entry.Organisation, result.Entry.Project, result.Entry.Province], word);

    private static bool Holds(ReadOnlySpan<string> texts, string word)
    {
        foreach (var text in texts)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }
}
