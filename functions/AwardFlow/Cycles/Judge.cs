using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>One who scores.</summary>
/// <param name="Name">The judge's name, as score sheets have it.</param>
public sealed record Judge(string Name)
{
    /// <summary>The codes of the entries that the judge may not score, for a conflict of interest. What the judge scores of them nevertheless is left out.</summary>
    public IReadOnlyList<string> MayNotScore { get; init; } = [];

    /// <summary>The form in which names are compared: one spelling of Thai marks, single spaces, any case.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Join(' ', ThaiSpelling.Canonical(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
    }
}
