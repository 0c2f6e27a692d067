namespace AwardFlow.Records.Bags;

/// <summary>Whether a bag is whole.</summary>
/// <param name="Info">What it says of itself.</param>
/// <param name="Faults">What is not as it was written, by file; at most <see cref="BagCheck.MostFaults"/>.</param>
/// <param name="Files">How many files of the payload were looked at.</param>
/// <param name="Bytes">How many bytes they have.</param>
/// <param name="Sha256">SHA-256 of the tag manifest, which stands for all of it.</param>
internal sealed record BagReport(IReadOnlyDictionary<string, string> Info, IReadOnlyList<string> Faults, int Files, long Bytes, string Sha256)
{
    /// <summary>Whether all is as it was written.</summary>
    public bool IsWhole => Faults.Count == 0;
}
