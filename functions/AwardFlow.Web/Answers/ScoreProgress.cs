using AwardFlow.Cycles;
using AwardFlow.Scoring;

namespace AwardFlow.Web.Answers;

/// <summary>What is missing before a cycle that is open could close: pairs of an entry and a judge whose scores are not all there.</summary>
/// <param name="Missing">How many.</param>
/// <param name="Judges">Judge by judge, those who lack most first; nobody for an entry that too few may score.</param>
public sealed record ScoreProgress(int Missing, IReadOnlyList<ScoreProgress.OfJudge> Judges)
{
    private const int MostNamed = 5;

    /// <summary>Counts what is missing.</summary>
    internal static ScoreProgress Of(CycleDefinition definition, ScoreBook book)
    {
        var missing = book.Missing().ToList();
        var lacks = missing.Where(each => each.Judge is not null).ToLookup(each => each.Judge!);
        var names = definition.Judges?.Select(judge => judge.Name) ?? book.Judges;
        return new ScoreProgress(missing.Count, [.. names
            .Select(name => new OfJudge(name, lacks[name].Count(), [.. lacks[name].Take(MostNamed).Select(each => each.EntryCode)]))
            .OrderByDescending(judge => judge.Missing)]);
    }

    /// <summary>What one judge's scores lack.</summary>
    /// <param name="Judge">The judge.</param>
    /// <param name="Missing">Of how many entries.</param>
    /// <param name="Entries">The first of them.</param>
    public sealed record OfJudge(JudgeName Judge, int Missing, IReadOnlyList<EntryCode> Entries);
}
