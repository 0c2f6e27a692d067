using AwardFlow.Cycles;
using AwardFlow.Scoring;

namespace AwardFlow.Web.Answers;

/// <summary>A page of a cycle's results, with what a reader needs to understand it.</summary>
public sealed record ResultsPage
{
    /// <summary>The most entries of a page.</summary>
    public const int MostEntries = 1000;

    private const int Bars = 20;

    /// <summary>Whether scores may still change.</summary>
    public required bool Provisional { get; init; }

    /// <summary>The least average that passes.</summary>
    public required decimal PassMark { get; init; }

    /// <summary>The most that an entry can have.</summary>
    public required decimal Maximum { get; init; }

    /// <summary>The categories with their criteria.</summary>
    public required IReadOnlyList<Category> Rubric { get; init; }

    /// <summary>Everybody who scored anything, by name.</summary>
    public required IReadOnlyList<JudgeName> Judges { get; init; }

    /// <summary>How many entries passed.</summary>
    public required int Passed { get; init; }

    /// <summary>How many did not.</summary>
    public required int NotPassed { get; init; }

    /// <summary>How many have no average.</summary>
    public required int WithoutAverage { get; init; }

    /// <summary>How the averages of all entries spread over twenty equal parts of the scale, the lowest first.</summary>
    public required IReadOnlyList<Bar> Spread { get; init; }

    /// <summary>How many entries hold the words that were asked for.</summary>
    public required int Matching { get; init; }

    /// <summary>Those on this page, by rank.</summary>
    public required IReadOnlyList<EntryResult> Entries { get; init; }

    /// <summary>Cuts a page.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="results">Its results.</param>
    /// <param name="words">What code, organisation, work or province must hold; null for all entries.</param>
    /// <param name="skip">How many of them to pass over.</param>
    /// <param name="limit">How many at most.</param>
    public static ResultsPage Of(CycleDefinition definition, CycleResults results, string? words, int skip, int limit)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(results);
        var maximum = definition.HighestTotal();
        var wanted = words?.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var matching = wanted.Length == 0 ? results.Entries : [.. results.Entries.Where(result => wanted.All(word => Holds(result, word)))];
        return new ResultsPage
        {
            Provisional = results.Provisional,
            PassMark = definition.PassMark,
            Maximum = maximum,
            Rubric = definition.Rubric,
            Judges = results.Judges,
            Passed = results.Entries.Count(result => result.Passed is true),
            NotPassed = results.Entries.Count(result => result.Passed is false),
            WithoutAverage = results.Entries.Count(result => result.Average is null),
            Spread = SpreadOf(results, maximum),
            Matching = matching.Count,
            Entries = [.. matching.Skip(skip).Take(limit)],
        };
    }

    private static bool Holds(EntryResult result, string word) =>
        new[] { result.Entry.Code.Text, result.Entry.Organisation, result.Entry.Project, result.Entry.Province }
            .Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static Bar[] SpreadOf(CycleResults results, decimal maximum)
    {
        var counts = new int[Bars];
        foreach (var average in results.Entries.Select(result => result.Average).OfType<decimal>())
        {
            counts[Math.Clamp((int)(average * Bars / maximum), 0, Bars - 1)]++;
        }
        return [.. counts.Select((count, i) => new Bar(maximum * i / Bars, maximum * (i + 1) / Bars, count))];
    }

    /// <summary>A part of the scale.</summary>
    /// <param name="From">The least average in it.</param>
    /// <param name="To">What every average in it is below; the last part has the maximum too.</param>
    /// <param name="Entries">How many averages are in it.</param>
    public sealed record Bar(decimal From, decimal To, int Entries);
}
