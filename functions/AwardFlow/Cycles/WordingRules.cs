using AwardFlow.Thai;
using FluentValidation;
using FluentValidation.Results;

namespace AwardFlow.Cycles;

/// <summary>Rules for texts that documents are set with, and how rules say in both languages what is wrong.</summary>
internal static class WordingRules
{
    /// <summary>What is said where the rule is broken.</summary>
    public static IRuleBuilderOptions<T, TProperty> Says<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, CodedText text) => rule.Says(_ => text);

    /// <summary>What is said where the rule is broken by a value.</summary>
    public static IRuleBuilderOptions<T, TProperty> Says<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, Func<TProperty, CodedText> text) =>
        rule.WithState((_, value) => text(value));

    /// <summary>What a broken rule says.</summary>
    /// <exception cref="InvalidOperationException">The rule says nothing in both languages.</exception>
    public static CodedText What(this ValidationFailure failure) => failure.CustomState is CodedText text
        ? text
        : throw new InvalidOperationException($"The rule for {failure.PropertyName} lacks its words in both languages: {failure.ErrorMessage}");

    /// <summary>Every character must be in the letters' fonts.</summary>
    public static IRuleBuilderOptionsConditions<T, string> CanBeSet<T>(this IRuleBuilder<T, string> rule) => rule.Custom((text, context) =>
    {
        if (text is not null && LetterCharacters.Missing(text) is { } missing)
        {
            context.Fail(DefinitionTexts.NotInFont(missing));
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
                context.Fail(problem);
            }
        });

    private static void Fail<T>(this ValidationContext<T> context, CodedText text) =>
        context.AddFailure(new ValidationFailure(context.PropertyPath, text.Text.English) { CustomState = text });
}
