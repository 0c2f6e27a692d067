namespace AwardFlow.Records.Report;

/// <summary>How all entries did in a category.</summary>
/// <param name="Title">The category.</param>
/// <param name="Maximum">The most points, weighted.</param>
/// <param name="Average">The sum of its criteria's averages, as the result sheets print it; null where there is none.</param>
internal sealed record CategoryFigure(string Title, decimal Maximum, decimal? Average)
{
    /// <summary>How many of a hundred that is, rounded to two decimals; null where there is no average.</summary>
    public decimal? OfHundred => Average is { } average && Maximum > 0 ? Math.Round(100 * average / Maximum, 2, MidpointRounding.AwayFromZero) : null;
}
