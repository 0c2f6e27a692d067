using System.Globalization;
using System.Text;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Sheets;

/// <summary>How the texts of cells are understood.</summary>
internal static class CellText
{
    /// <summary>The text without what nobody sees: outer spaces, zero-width characters, and unlike spellings of one text (Unicode NFC).</summary>
    public static string Clean(string text)
    {
        var visible = text.Any(IsInvisible) ? string.Concat(text.Where(c => !IsInvisible(c))) : text;
        return visible.Replace('\u00a0', ' ').Trim().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether the cell says that there is no value: blank or a dash.</summary>
    public static bool IsMissing(string text) => text is "" or "-" or "–" or "—";

    /// <summary>Reads a number in Western or Thai digits, with a decimal point.</summary>
    public static bool TryNumber(string text, out decimal number) => decimal.TryParse(
        ThaiNumerals.ToWestern(text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool IsInvisible(char c) => c is '\u200b' or '\u200c' or '\u200d' or '\u2060' or '\ufeff';
}
