namespace AwardFlow.Letters;

/// <summary>
/// The measures of an official letter in points, from the Prime Minister's Office Regulation on Correspondence B.E. 2526
/// and the handbook on typing official letters: A4, margins 3, 2, 2.5 and 2 cm, paragraphs indented 2.5 cm.
/// </summary>
internal static class LetterFormat
{
    public const double Centimetre = 72 / 2.54;
    public const double PageWidth = 21 * Centimetre;
    public const double PageHeight = 29.7 * Centimetre;
    public const double Left = 3 * Centimetre;
    public const double Right = PageWidth - 2 * Centimetre;
    public const double Top = 2.5 * Centimetre;
    public const double Bottom = PageHeight - 2 * Centimetre;
    public const double Width = Right - Left;
    public const double Middle = PageWidth / 2;
    public const double Indent = 2.5 * Centimetre;

    /// <summary>The size at which this cut of Sarabun looks as TH Sarabun does at the handbook's 16 points.</summary>
    public const double FontSize = 11.5;

    /// <summary>From baseline to baseline, as 16-point TH Sarabun has it with single spacing.</summary>
    public const double LineHeight = 20;

    /// <summary>From a line's upper edge to its baseline: room for a vowel with a tone mark above it.</summary>
    public const double Ascent = 14.5;

    /// <summary>Between the parts of a letter.</summary>
    public const double PartGap = 6;
}
