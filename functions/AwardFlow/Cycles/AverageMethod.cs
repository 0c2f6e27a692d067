namespace AwardFlow.Cycles;

/// <summary>How the judges' totals of one entry become its average.</summary>
public enum AverageMethod
{
    /// <summary>The arithmetic mean of all judges' totals.</summary>
    Mean,

    /// <summary>The mean without one highest and one lowest judge; with fewer than three judges nothing is dropped.</summary>
    TrimmedMean,
}
