using AwardFlow.Cycles;
namespace AwardFlow.Scoring;

/// <summary>An entry's result before and after an upload.</summary>
/// <param name="EntryCode">The entry.</param>
/// <param name="Before">The average before; null where there was none.</param>
/// <param name="After">The average after; null where there is none.</param>
/// <param name="RankBefore">The rank before.</param>
/// <param name="RankAfter">The rank after.</param>
/// <param name="PassedBefore">Whether it passed before.</param>
/// <param name="PassedAfter">Whether it passes after.</param>
public sealed record AverageChange(
    EntryCode EntryCode,
    decimal? Before,
    decimal? After,
    int? RankBefore,
    int? RankAfter,
    bool? PassedBefore,
    bool? PassedAfter);
