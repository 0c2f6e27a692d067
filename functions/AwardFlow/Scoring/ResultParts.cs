namespace AwardFlow.Scoring;

/// <summary>The hashes of what frozen results are cut into, so that none of it is taken for what it is not.</summary>
/// <param name="Overall">SHA-256 of how all entries did together.</param>
/// <param name="Pages">SHA-256 of each page, in order.</param>
internal sealed record ResultParts(string Overall, IReadOnlyList<string> Pages);
