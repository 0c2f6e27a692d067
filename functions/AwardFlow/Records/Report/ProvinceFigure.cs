namespace AwardFlow.Records.Report;

/// <summary>How the entries of a province did.</summary>
/// <param name="Province">The province; empty for entries that state none.</param>
/// <param name="Entries">How many entries it has.</param>
/// <param name="Passed">How many passed.</param>
/// <param name="Average">The mean of their averages, rounded half away from zero to two decimals; null where none has one.</param>
internal sealed record ProvinceFigure(string Province, int Entries, int Passed, decimal? Average);
