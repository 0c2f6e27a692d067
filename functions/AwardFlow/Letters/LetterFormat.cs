using AwardFlow.Typesetting.Fonts;
using AwardFlow.Typesetting.Layout;

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
    public const double EmblemTop = 1.5 * Centimetre;
    public const double EmblemHeight = 3 * Centimetre;

    /// <summary>
    /// The size at which this cut of Sarabun looks as TH Sarabun New does at the handbook's 16 points: its letter ก stands
    /// 586 thousandths of the size high, TH Sarabun New's 400, and the letter x 500 to 340.
    /// </summary>
    public const double FontSize = 10.9;

    /// <summary>From baseline to baseline, as TH Sarabun New has it at 16 points with single spacing: 1.331 times the size.</summary>
    public const double LineHeight = 21.3;

    /// <summary>From a line's upper edge to its baseline: room for a vowel with a tone mark above it.</summary>
    public const double Ascent = 14.8;

    /// <summary>Between the parts of a letter, and before a paragraph: the handbook's 6 points.</summary>
    public const double PartGap = 6;

    /// <summary>How much smaller a table is set: 14 points where the letter has 16.</summary>
    public const double TableScale = 14.0 / 16;

    /// <summary>A line in the letter's regular font.</summary>
    public static TextLine Line(string text) => TextLine.Of(text, Sarabun.Regular, FontSize);
}
