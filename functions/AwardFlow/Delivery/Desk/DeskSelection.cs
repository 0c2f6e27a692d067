using AwardFlow.Cycles;
using AwardFlow.Scoring;

namespace AwardFlow.Delivery;

/// <summary>Chooses the letters that an approver steps through.</summary>
public static class DeskSelection
{
    /// <summary>How many there are at most.</summary>
    public const int Most = 20;

    // What is kept for the samples, however much is odd.
    private const int Samples = 4;

    /// <summary>Those with oddities, of each kind some, and then the highest, the last that passed, the first that did not, and the lowest.</summary>
    /// <param name="results">The results, by rank.</param>
    /// <param name="warnings">What is odd.</param>
    public static IReadOnlyList<DeskLetter> Of(IReadOnlyList<EntryResult> results, IReadOnlyList<DeskWarning> warnings)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(warnings);
        var byCode = results.ToDictionary(result => result.Entry.Code);
        var reasons = new Dictionary<EntryCode, List<string>>();
        List<EntryCode> order = [];
        // A kind that many entries have leaves room for the others.
        for (var nth = 0; nth < DeskWarning.MostEntries && order.Count < Most - Samples; nth++)
        {
            foreach (var warning in warnings.Where(warning => warning.Entries.Count > nth))
            {
                Add(warning.Entries[nth].EntryCode, warning.Code, Most - Samples);
            }
        }
        foreach (var (code, reason) in SamplesOf(results))
        {
            Add(code, reason, Most);
        }
        return [.. order.Select(code => new DeskLetter(code, byCode[code].Entry.Organisation, byCode[code].Average, byCode[code].Passed, reasons[code]))];

        void Add(EntryCode code, string reason, int most)
        {
            if (!byCode.ContainsKey(code))
            {
                return;
            }
            if (!reasons.TryGetValue(code, out var why))
            {
                if (order.Count >= most)
                {
                    return;
                }
                order.Add(code);
                reasons[code] = why = [];
            }
            why.Add(reason);
        }
    }

    private static IEnumerable<(EntryCode Code, string Reason)> SamplesOf(IReadOnlyList<EntryResult> results)
    {
        var passed = results.Where(result => result.Passed == true).ToList();
        var failed = results.Where(result => result.Passed == false).ToList();
        if (passed.Count > 0)
        {
            yield return (passed[0].Entry.Code, "highest");
        }
        if (passed.Count > 1)
        {
            yield return (passed[^1].Entry.Code, "justPassed");
        }
        if (failed.Count > 0)
        {
            yield return (failed[0].Entry.Code, "justBelow");
        }
        if (failed.Count > 1)
        {
            yield return (failed[^1].Entry.Code, "lowest");
        }
    }
}
