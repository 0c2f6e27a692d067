using DocumentFormat.OpenXml.Spreadsheet;

namespace AwardFlow.Intake.Workbooks;

/// <summary>What may be typed into some cells (data validation, ECMA-376 part 1, 18.3.1.32).</summary>
/// <param name="Range">The cells, as A1:B2.</param>
/// <param name="Type">The kind of limit.</param>
/// <param name="Formula1">The least value, the list, or the condition, as a formula.</param>
/// <param name="Formula2">The greatest value; null where the kind has none.</param>
/// <param name="Prompt">What a person is told at the cell; at most 255 characters.</param>
/// <param name="Error">What a person is told who typed something else; at most 225 characters.</param>
internal sealed record TypingLimit(string Range, DataValidationValues Type, string Formula1, string? Formula2, string Prompt, string Error)
{
    private const int LongestPrompt = 255;
    private const int LongestError = 225;

    public DataValidation ToValidation()
    {
        var validation = new DataValidation
        {
            Type = Type,
            Operator = Type == DataValidationValues.TextLength ? DataValidationOperatorValues.LessThanOrEqual : DataValidationOperatorValues.Between,
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            ErrorStyle = DataValidationErrorStyleValues.Stop,
            Prompt = Prompt[..Math.Min(Prompt.Length, LongestPrompt)],
            Error = Error[..Math.Min(Error.Length, LongestError)],
            SequenceOfReferences = new() { InnerText = Range },
            Formula1 = new Formula1(Formula1),
        };
        if (Formula2 is not null)
        {
            validation.Formula2 = new Formula2(Formula2);
        }
        return validation;
    }
}
