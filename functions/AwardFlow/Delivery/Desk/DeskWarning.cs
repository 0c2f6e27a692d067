using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>Something that an approver should know: a code with arguments, and the entries that it is about.</summary>
/// <param name="Code">Which; a code of <see cref="DeskWarnings"/>.</param>
public sealed record DeskWarning(string Code)
{
    /// <summary>The most entries that are listed; of the rest only their number is told.</summary>
    public const int MostEntries = 100;

    /// <summary>What the code is about, by name.</summary>
    public IReadOnlyDictionary<string, string>? Arguments { get; init; }

    /// <summary>How many entries it is about; 0 where it is about the whole cycle.</summary>
    public int Count { get; init; }

    /// <summary>The first <see cref="MostEntries"/> of them.</summary>
    public IReadOnlyList<About> Entries { get; init; } = [];

    internal static DeskWarning Of(string code, IReadOnlyList<About> entries) => new(code) { Count = entries.Count, Entries = [.. entries.Take(MostEntries)] };

    /// <summary>An entry that a warning is about.</summary>
    /// <param name="EntryCode">Which.</param>
    /// <param name="Arguments">What there is to say of it, by name.</param>
    public sealed record About(EntryCode EntryCode, IReadOnlyDictionary<string, string>? Arguments = null);
}
