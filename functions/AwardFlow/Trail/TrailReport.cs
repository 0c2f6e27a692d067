namespace AwardFlow.Trail;

/// <summary>Whether a trail is whole.</summary>
/// <param name="Of">Of what: the cycle's id, or the partition's name.</param>
/// <param name="End">What the trail adds up to, as its end says.</param>
/// <param name="Faults">What does not fit, by line; at most <see cref="TrailCheck.MostFaults"/>.</param>
/// <param name="Erased">Of how many lines the values were erased.</param>
/// <param name="Rows">How many rows were compared with what lines say of them.</param>
public sealed record TrailReport(string Of, TrailMark End, IReadOnlyList<TrailFault> Faults, int Erased, int Rows)
{
    /// <summary>Up to which line an earlier look found all of it whole, so that this one began behind it; 0 where it began at the first.</summary>
    public int From { get; init; }

    /// <summary>Whether all fits.</summary>
    public bool IsWhole => Faults.Count == 0;
}
