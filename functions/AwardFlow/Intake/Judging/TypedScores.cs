using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Judging;

/// <summary>What a page sent for one entry: scores and suggestions as they were typed.</summary>
/// <param name="Scores">By criterion; null or blank for none.</param>
/// <param name="Comments">By criterion.</param>
/// <param name="Comment">For the whole.</param>
/// <param name="Device">What the device calls itself; null for nothing.</param>
public sealed record TypedScores(
    IReadOnlyDictionary<string, string?>? Scores = null, IReadOnlyDictionary<string, string?>? Comments = null, string? Comment = null, string? Device = null)
{
    /// <summary>How many characters a suggestion with a criterion may have: with the one for the whole it must fit a sheet's.</summary>
    public const int LongestComment = 2000;

    /// <summary>How many characters the suggestion for the whole may have.</summary>
    public const int LongestWhole = 1800;

    /// <summary>How many characters of a device's name are kept.</summary>
    public const int LongestDevice = 60;

    // As the sheets of scores have them.
    private const int MostDecimals = 4;

    /// <summary>The draft with what was typed.</summary>
    /// <param name="draft">The draft as it stands.</param>
    /// <param name="definition">The cycle.</param>
    /// <exception cref="TypedScoresException">Something cannot be taken; nothing is.</exception>
    internal ScoreDraft On(ScoreDraft draft, CycleDefinition definition)
    {
        var faults = new List<TypedFault>();
        var criteria = definition.Criteria().ToDictionary(criterion => criterion.Code, StringComparer.Ordinal);
        var scores = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, text) in Scores ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            var typed = CellText.Clean(text ?? "");
            if (!criteria.TryGetValue(code, out var criterion))
            {
                faults.Add(new TypedFault(code, typed, JudgingTexts.NoCriterion));
                continue;
            }
            if (typed.Length == 0)
            {
                continue;
            }
            if (Problem(typed, criterion, definition.JudgingOrUsual().Step, out var points) is { } problem)
            {
                faults.Add(new TypedFault(code, typed, problem));
                continue;
            }
            scores.Add(code, Written(points));
        }
        var comments = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (code, text) in Comments ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            var typed = Words(text);
            if (!criteria.ContainsKey(code))
            {
                faults.Add(new TypedFault(code, typed, JudgingTexts.NoCriterion) { IsComment = true });
            }
            else if (Problem(typed, LongestComment) is { } problem)
            {
                faults.Add(new TypedFault(code, typed, problem) { IsComment = true });
            }
            else if (typed.Length > 0)
            {
                comments.Add(code, typed);
            }
        }
        var whole = Words(Comment);
        if (Problem(whole, LongestWhole) is { } wrong)
        {
            faults.Add(new TypedFault(null, whole, wrong) { IsComment = true });
        }
        return faults.Count > 0
            ? throw new TypedScoresException(faults)
            : draft with { Scores = scores, Comments = comments, Comment = whole, Device = Named(Device) };
    }

    /// <summary>A score as it is kept: 45.5 and 45.50 are one.</summary>
    public static string Written(decimal points) => (points == 0 ? 0 : points).ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>Why a text is no score of a criterion; null where it is one.</summary>
    /// <param name="typed">The text, cleaned.</param>
    /// <param name="criterion">The criterion.</param>
    /// <param name="step">The finest step; null for any.</param>
    /// <param name="points">The score.</param>
    internal static BilingualText? Problem(string typed, Criterion criterion, decimal? step, out decimal points)
    {
        if (!CellText.TryNumber(typed, out points))
        {
            return typed.Contains(',', StringComparison.Ordinal) ? JudgingTexts.Comma : RowTexts.NotANumber;
        }
        if (points < 0 || points > criterion.Max)
        {
            return RowTexts.OutOfRange(criterion.Max, criterion.Code);
        }
        return step is { } by ? points % by == 0 ? null : JudgingTexts.NotAStep(by)
            : decimal.Round(points, MostDecimals) == points ? null : JudgingTexts.TooFine(MostDecimals);
    }

    private static BilingualText? Problem(string words, int longest) =>
        words.Length > longest ? RowTexts.TooLong(words.Length, longest)
        : words.Any(c => char.IsControl(c) && c != '\n') ? RowTexts.ControlCharacter
        : words.Contains(CellText.Lost, StringComparison.Ordinal) ? RowTexts.LostCharacter
        : LetterCharacters.Missing(words) is { } missing ? RowTexts.NotInFont(missing) : null;

    private static string Words(string? text) => CellText.Clean((text ?? "").ReplaceLineEndings("\n"));

    private static string? Named(string? device)
    {
        var name = string.Concat(CellText.Clean(device ?? "").Where(c => !char.IsControl(c)));
        return name.Length == 0 ? null : name.Length <= LongestDevice ? name : name[..LongestDevice];
    }
}
