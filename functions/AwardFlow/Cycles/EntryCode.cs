using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>
/// Names an entry in its cycle. It names files, blobs and rows too, hence holds nothing that a path or a key could mean,
/// and nothing that nobody sees. Case, Thai or Western digits and the order of Thai marks do not matter.
/// </summary>
[JsonConverter(typeof(TextValueConverter<EntryCode>))]
public sealed partial class EntryCode : TextValue<EntryCode>, ITextValue<EntryCode>, IParsable<EntryCode>
{
    private EntryCode(string text)
        : base(text)
    {
    }

    /// <summary>Whether a text is a code: 1 to 60 letters with their marks, digits, <c>-</c>, <c>_</c> or <c>.</c>, beginning with a letter or digit.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) => text is not null && Pattern().IsMatch(text) && !Invisible().IsMatch(text);

    /// <summary>Takes a code.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static EntryCode Parse(string s) => TryParse(s, out var code) ? code : throw new FormatException($"'{s}' is not the code of an entry.");

    static EntryCode IParsable<EntryCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Takes a code.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out EntryCode result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out EntryCode result) =>
        (result = IsValid(s) ? new EntryCode(s) : null) is not null;

    static EntryCode ITextValue<EntryCode>.Unchecked(string text) => new(text);

    /// <summary>Takes a code from where it was checked, or before it is.</summary>
    internal static EntryCode Unchecked(string text) => new(text);

    private protected override string KeyOf(string text) =>
        Ascii.IsValid(text) ? text.ToUpperInvariant() : ThaiNumerals.ToWestern(ThaiSpelling.Canonical(text)).ToUpperInvariant();

    [GeneratedRegex(@"^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}._-]{0,59}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();

    // The letters and marks that have no picture (Default_Ignorable_Code_Point of Unicode): fillers, joiners, variation selectors.
    [GeneratedRegex(@"[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Invisible();
}
