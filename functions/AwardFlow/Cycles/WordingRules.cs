using AwardFlow.Thai;
using FluentValidation;

namespace AwardFlow.Cycles;

/// <summary>Rules for texts that documents are set with.</summary>
internal static class WordingRules
{
    /// <summary>Every character must be in the letters' fonts.</summary>
    public static IRuleBuilderOptionsConditions<T, string> CanBeSet<T>(this IRuleBuilder<T, string> rule) => rule.Custom((text, context) =>
    {
        if (text is not null && LetterCharacters.Missing(text) is { } missing)
        {
            context.AddFailure($"holds characters that the letters' font lacks: {missing}.");
        }
    });

    /// <summary>Every placeholder must be closed and known.</summary>
    /// <param name="rule">The text.</param>
    /// <param name="known">The placeholders that may stand in it.</param>
    public static IRuleBuilderOptionsConditions<T, string> HasPlaceholders<T>(this IRuleBuilder<T, string> rule, IReadOnlySet<string> known) =>
        rule.Custom((text, context) =>
        {
            if (text is not null && Placeholders.Problem(text, known) is { } problem)
            {
                context.AddFailure(problem);
            }
        });
}
