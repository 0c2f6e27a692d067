using System.Text.RegularExpressions;

namespace AwardFlow.Intake;

/// <summary>Codes of entries. They name files, blobs and rows, hence hold nothing that a path or a key could mean.</summary>
public static partial class EntryCode
{
    /// <summary>Whether a text is a code: 1 to 60 letters with their marks, digits, <c>-</c>, <c>_</c> or <c>.</c>, beginning with a letter or digit.</summary>
    public static bool IsValid(string text) => Pattern().IsMatch(text);

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._-]{0,59}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
