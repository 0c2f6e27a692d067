using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Trail;

namespace AwardFlow.Records.Report;

/// <summary>A cycle in figures, for a report.</summary>
internal sealed record CycleFigures
{
    /// <summary>How many bars a distribution has.</summary>
    public const int Bars = 10;

    /// <summary>The cycle's definition.</summary>
    public required CycleDefinition Definition { get; init; }

    /// <summary>The cycle.</summary>
    public required Cycle Cycle { get; init; }

    /// <summary>When the figures were taken.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How far the cycle's trail was then, and what it added up to.</summary>
    public TrailMark Trail { get; init; } = TrailMark.None;

    /// <summary>How many entries there are, those that were withdrawn left out.</summary>
    public required int Entries { get; init; }

    /// <summary>How many were withdrawn.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>How many have an average.</summary>
    public required int Scored { get; init; }

    /// <summary>How many passed.</summary>
    public required int Passed { get; init; }

    /// <summary>The mean of the averages; null where there is none.</summary>
    public decimal? Mean { get; init; }

    /// <summary>The highest average; null where there is none.</summary>
    public decimal? Highest { get; init; }

    /// <summary>The lowest average; null where there is none.</summary>
    public decimal? Lowest { get; init; }

    /// <summary>The average of each category, in the rubric's order.</summary>
    public required IReadOnlyList<CategoryFigure> Categories { get; init; }

    /// <summary>Province by province, in the order of the Thai dictionary; entries without one last.</summary>
    public required IReadOnlyList<ProvinceFigure> Provinces { get; init; }

    /// <summary>How many averages lie in each tenth of the highest that there can be; the last tenth has the highest itself.</summary>
    public required IReadOnlyList<int> Distribution { get; init; }

    /// <summary>How far the judges agree; null where the scores of the time were not kept.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>What became of the letters.</summary>
    public required DeliveryFigures Delivery { get; init; }

    /// <summary>What became of the letters of corrections that were released; none where there are none.</summary>
    public DeliveryFigures Corrections { get; init; } = new();

    /// <summary>How many of a hundred passed of those with an average, rounded to two decimals; null where nobody has one.</summary>
    public decimal? PassedOfHundred => Scored == 0 ? null : Math.Round(100m * Passed / Scored, 2, MidpointRounding.AwayFromZero);
}
