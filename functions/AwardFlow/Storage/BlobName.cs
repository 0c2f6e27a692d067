using System.Text;

namespace AwardFlow.Storage;

/// <summary>What can name a blob, whichever adapter keeps it.</summary>
public static class BlobName
{
    /// <summary>The most UTF-16 characters of a name.</summary>
    public const int Longest = 500;

    /// <summary>The most bytes that a part between two <c>/</c> takes as the name of a file; file systems take 255.</summary>
    public const int LongestPart = 240;

    /// <summary>
    /// Whether a text can name a blob: parts parted by <c>/</c>, none of them empty, <c>.</c> or <c>..</c>, without control
    /// characters and <c>\</c>.
    /// </summary>
    public static bool IsValid(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= Longest
            && name.All(character => character != '\\' && !char.IsControl(character) && !char.IsSurrogate(character))
            && Array.TrueForAll(name.Split('/'), part => part is not ("" or "." or "..") && Encoding.UTF8.GetByteCount(FileNames.Encode(part)) <= LongestPart);
    }

    internal static string Checked(string name) => IsValid(name) ? name : throw new ArgumentException($"'{name}' cannot name a blob.", nameof(name));
}
