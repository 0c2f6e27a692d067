namespace AwardFlow.Storage;

/// <summary>
/// What every adapter takes, so that none takes more than another. The bounds are the table service's
/// (https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model), with room for how it
/// writes text.
/// </summary>
public static class RowLimits
{
    /// <summary>The most rows of a page.</summary>
    public const int MostInPage = 1000;

    /// <summary>The most changes of a commit.</summary>
    public const int MostChanges = 100;

    /// <summary>The most UTF-16 characters of a partition's or row's key.</summary>
    public const int LongestKey = 400;

    /// <summary>The most UTF-16 characters of a row's JSON.</summary>
    public const int LongestJson = 240_000;

    /// <summary>The most UTF-16 characters of all JSON of a commit.</summary>
    public const int LongestCommit = 700_000;

    /// <summary>Whether a text can be the key of a partition or a row: no control characters, no <c>/ \ # ?</c>, whole characters.</summary>
    public static bool IsKey(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= LongestKey
            && text.All(character => character is not ('/' or '\\' or '#' or '?') && !char.IsControl(character) && !char.IsSurrogate(character));
    }

    internal static void Check(string partition, string? key = null)
    {
        if (!IsKey(partition))
        {
            throw new ArgumentException($"'{partition}' cannot be the key of a partition.", nameof(partition));
        }
        if (key is not null && !IsKey(key))
        {
            throw new ArgumentException($"'{key}' cannot be the key of a row.", nameof(key));
        }
    }

    internal static void Check(string partition, int most)
    {
        Check(partition);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MostInPage);
    }

    internal static void Check(string partition, IReadOnlyList<RowChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Check(partition);
        ArgumentOutOfRangeException.ThrowIfZero(changes.Count, nameof(changes));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(changes.Count, MostChanges, nameof(changes));
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var length = 0;
        foreach (var change in changes)
        {
            Check(partition, change.Key);
            if (!keys.Add(change.Key))
            {
                throw new ArgumentException($"Two changes are of the row '{change.Key}'.", nameof(changes));
            }
            if (change.Json is { } json && (json.Length > LongestJson || (length += json.Length) > LongestCommit))
            {
                throw new ArgumentException($"The row '{change.Key}' is too long, or makes its commit too long.", nameof(changes));
            }
        }
    }
}
