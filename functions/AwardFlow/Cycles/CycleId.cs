using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace AwardFlow.Cycles;

/// <summary>Names a cycle in addresses, scripts and storage: 3 to 40 of <c>a-z</c>, <c>0-9</c> and <c>-</c>.</summary>
[JsonConverter(typeof(TextValueConverter<CycleId>))]
public sealed partial class CycleId : TextValue<CycleId>, ITextValue<CycleId>, IParsable<CycleId>
{
    private CycleId(string text)
        : base(text)
    {
    }

    /// <summary>Whether a text is a cycle's id.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) => text is not null && Pattern().IsMatch(text);

    /// <summary>Takes an id.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static CycleId Parse(string s) => TryParse(s, out var id) ? id : throw new FormatException($"'{s}' is not the id of a cycle.");

    static CycleId IParsable<CycleId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Takes an id.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out CycleId result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out CycleId result) =>
        (result = IsValid(s) ? new CycleId(s) : null) is not null;

    static CycleId ITextValue<CycleId>.Unchecked(string text) => new(text);

    /// <summary>Takes an id from where it was checked, or before it is.</summary>
    internal static CycleId Unchecked(string text) => new(text);

    private protected override string KeyOf(string text) => text;

    [GeneratedRegex(@"^[a-z0-9-]{3,40}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pattern();
}
