namespace AwardFlow.Scoring;

/// <summary>Whether a cycle's scores are frozen.</summary>
/// <param name="Closed">Whether they are.</param>
/// <param name="LookAgainAt">Where they are not: when to look again without a signal; null where only a person can help.</param>
/// <param name="Pages">Where they are: how many pages the results have.</param>
/// <param name="Rendered">Whether all letters are rendered.</param>
/// <param name="Over">Whether the cycle is completed or cancelled, and nothing is left to do.</param>
public sealed record Closing(bool Closed, DateTimeOffset? LookAgainAt, int Pages, bool Rendered = false, bool Over = false);
