namespace AwardFlow.Cycles;

/// <summary>Paragraphs for entries of one outcome, in place of those that all entries share.</summary>
public sealed record ResultWording
{
    /// <summary>The paragraphs before the result; null for the shared ones.</summary>
    public IReadOnlyList<string>? Opening { get; init; }

    /// <summary>The paragraphs after the result; null for the shared ones.</summary>
    public IReadOnlyList<string>? Closing { get; init; }
}
