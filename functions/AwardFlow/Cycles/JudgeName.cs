using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using AwardFlow.Thai;

namespace AwardFlow.Cycles;

/// <summary>
/// The name of one who scores. How it is typed does not matter: the order of Thai marks, spaces, case, and titles. The
/// same person is the same name.
/// </summary>
[JsonConverter(typeof(TextValueConverter<JudgeName>))]
public sealed partial class JudgeName : TextValue<JudgeName>, ITextValue<JudgeName>, IParsable<JudgeName>
{
    /// <summary>How many characters a name may have.</summary>
    public const int Longest = 200;

    private JudgeName(string text)
        : base(text)
    {
    }

    /// <summary>Whether a text is a name: 1 to <see cref="Longest"/> characters without spaces around them, controls, or what stands for a lost one.</summary>
    public static bool IsValid([NotNullWhen(true)] string? text) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= Longest && text == text.Trim() && !text.Any(c => char.IsControl(c) || c == '\ufffd');

    /// <summary>Takes a name.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static JudgeName Parse(string s) => TryParse(s, out var name) ? name : throw new FormatException($"'{s}' is not the name of a judge.");

    static JudgeName IParsable<JudgeName>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Takes a name.</summary>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out JudgeName result) => TryParse(s, null, out result);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out JudgeName result) =>
        (result = IsValid(s) ? new JudgeName(s) : null) is not null;

    static JudgeName ITextValue<JudgeName>.Unchecked(string text) => new(text);

    /// <summary>Takes a name from where it was checked, or before it is.</summary>
    internal static JudgeName Unchecked(string text) => new(text);

    /// <summary>The form in which spellings are put in order, titles and all.</summary>
    internal string Order => Spelled(Text);

    private protected override string KeyOf(string text) => PersonTitles.Without(Numbered().Replace(ThaiNumerals.ToWestern(Spelled(text)), "${who} ${number}"));

    // กรรมการคนที่ 1 is กรรมการ 1.
    [GeneratedRegex(
        @"^(?<who>กรรมการ|ผู้ให้คะแนน|ผู้ประเมิน|ผู้ตัดสิน|ผู้ทรงคุณวุฒิ|ผู้เชี่ยวชาญ|JUDGE|REVIEWER|EVALUATOR|EXPERT)\s*((คน|ท่าน)?ที่)?\s*(?<number>[0-9]{1,3})$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Numbered();

    private static string Spelled(string text) =>
        string.Join(' ', ThaiSpelling.Canonical(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
