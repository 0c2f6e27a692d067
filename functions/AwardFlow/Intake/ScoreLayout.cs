using AwardFlow.Cycles;
using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>Which column of a score sheet is which; -1 where it has none.</summary>
internal sealed record ScoreLayout
{
    /// <summary>Whether each row is a score, and not an entry.</summary>
    public required bool IsLong { get; init; }

    /// <summary>The entry's code.</summary>
    public required int Entry { get; init; }

    /// <summary>The entry's organisation.</summary>
    public required int Organisation { get; init; }

    /// <summary>The judge.</summary>
    public required int Judge { get; init; }

    /// <summary>The judge of all rows, where no column says who.</summary>
    public required JudgeName? OfAll { get; init; }

    /// <summary>The judge of all rows, where there is a column for it that is blank throughout.</summary>
    public JudgeName? IfBlank { get; init; }

    /// <summary>Whence the judge of all rows is known.</summary>
    public BilingualText From { get; init; }

    /// <summary>The suggestion of a row.</summary>
    public required int Comment { get; init; }

    /// <summary>The suggestions with each criterion, in the rubric's order; null where a row has one for all.</summary>
    public required IReadOnlyList<int>? Comments { get; init; }

    /// <summary>The criterion of a row, in long form.</summary>
    public required int Criterion { get; init; }

    /// <summary>The score of a row, in long form.</summary>
    public required int Score { get; init; }

    /// <summary>The scores of each criterion, in the rubric's order.</summary>
    public required int[] Criteria { get; init; }

    /// <summary>The total of a row.</summary>
    public required int Total { get; init; }

    /// <summary>The columns of which something is taken; -1 where there is none.</summary>
    public IEnumerable<int> Used =>
        IsLong ? [Entry, Judge, Criterion, Score, Comment] : [Entry < 0 ? Organisation : Entry, Judge, .. Criteria, Comment, .. Comments ?? []];

    /// <summary>The columns that every row must reach.</summary>
    public IEnumerable<int> Needed => IsLong ? [Entry, Judge, Criterion, Score] : [Entry < 0 ? Organisation : Entry, Judge, .. Criteria];
}
