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

    /// <summary>The mean of all averages; null where there is none.</summary>
    public decimal? Mean { get; init; }

    /// <summary>The highest average.</summary>
    public decimal? Highest { get; init; }

    /// <summary>The lowest average.</summary>
    public decimal? Lowest { get; init; }

    /// <summary>The provinces of all entries, in the order of the Thai dictionary.</summary>
    public required IReadOnlyList<string> Provinces { get; init; }

    /// <summary>How many entries the filter takes.</summary>
    public required int Matching { get; init; }

    /// <summary>How many of them come before this page.</summary>
    public required int Skipped { get; init; }

    /// <summary>Those on this page.</summary>
    public required IReadOnlyList<EntryResult> Entries { get; init; }

    /// <summary>Cuts a page.</summary>
    /// <param name="definition">The cycle.</param>
    /// <param name="results">Its results.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="sort">In which order.</param>
    /// <param name="around">An entry that the page begins just before; null to begin after <paramref name="skip"/> entries.</param>
    /// <param name="skip">How many of them to pass over.</param>
    /// <param name="limit">How many at most.</param>
    internal static ResultsPage Of(CycleDefinition definition, CycleResults results, EntryFilter filter, EntrySort sort, EntryCode? around, int skip, int limit)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(results);
        var maximum = definition.HighestTotal();
        var matching = sort.Of(results.Entries.Where(result => filter.Takes(result)), result => result).ToList();
        var from = around is { } code ? Math.Max(0, matching.FindIndex(result => result.Entry.Code == code) - 1) : skip;
        var averages = results.Entries.Select(result => result.Average).OfType<decimal>().ToList();
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
            Spread = SpreadOf(averages, maximum),
            Mean = averages.Count > 0 ? Averages.Of([.. averages]) : null,
            Highest = averages.Count > 0 ? averages.Max() : null,
            Lowest = averages.Count > 0 ? averages.Min() : null,
            Provinces = EntryFilter.ProvincesOf(results),
            Matching = matching.Count,
            Skipped = from,
            Entries = matching.GetRange(Math.Min(from, matching.Count), Math.Clamp(matching.Count - from, 0, limit)),
        };
    }

    private static Bar[] SpreadOf(IEnumerable<decimal> averages, decimal maximum)
    {
        var counts = new int[Bars];
        foreach (var average in averages)
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
