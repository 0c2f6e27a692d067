namespace AwardFlow.Storage;

/// <summary>Keys that stand next to each other in ordinal order.</summary>
public readonly record struct RowRange
{
    private RowRange(string start, bool startIsIn, string? before) => (Start, StartIsIn, Before) = (start, startIsIn, before);

    /// <summary>All keys of a partition.</summary>
    public static RowRange All { get; } = new("", startIsIn: true, before: null);

    /// <summary>Where the range begins.</summary>
    public string Start { get; }

    /// <summary>Whether the key <see cref="Start"/> is in the range.</summary>
    public bool StartIsIn { get; }

    /// <summary>The key that ends the range and is not in it; null where nothing ends it.</summary>
    public string? Before { get; }

    /// <summary>The keys from one on, before another.</summary>
    /// <param name="from">The first key that may be in the range.</param>
    /// <param name="before">The key that ends the range and is not in it; null where nothing ends it.</param>
    public static RowRange Of(string from, string? before)
    {
        ArgumentNullException.ThrowIfNull(from);
        return new RowRange(from, startIsIn: true, before);
    }

    /// <summary>The keys that begin with a text.</summary>
    /// <param name="prefix">The text, not empty.</param>
    public static RowRange Prefix(string prefix)
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        return new RowRange(prefix, startIsIn: true, $"{prefix[..^1]}{(char)(prefix[^1] + 1)}");
    }

    /// <summary>What of this range comes after a key that is in it.</summary>
    public RowRange After(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new RowRange(key, startIsIn: false, Before);
    }
}
