namespace AwardFlow.Records.Report;

/// <summary>What a memo says that the cycle does not.</summary>
/// <param name="To">To whom it goes (เรียน); null for the letters' signatory by position.</param>
/// <param name="Number">Its number (ที่); null to be written by hand.</param>
/// <param name="Date">Its date; null to be written by hand.</param>
/// <param name="From">Who signs it; null to be written by hand.</param>
/// <param name="Position">The signatory's position; null for none.</param>
public sealed record MemoOptions(string? To = null, string? Number = null, DateOnly? Date = null, string? From = null, string? Position = null)
{
    /// <summary>The most characters that each may have.</summary>
    public const int Longest = 200;
}
