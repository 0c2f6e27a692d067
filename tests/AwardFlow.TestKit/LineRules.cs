using AwardFlow.Letters;
using AwardFlow.Typesetting.Pdf;

namespace AwardFlow.TestKit;

/// <summary>What no line of any document may do: break inside a cluster, begin or end with what reads badly there, leave its margins.</summary>
internal static class LineRules
{
    private const double SheetMargin = 2 * LetterFormat.Centimetre;

    // Vowels and marks that are read with what stands before them, repetition, abbreviation, closing punctuation.
    private const string NeverFirst = "ะัาำิีึืฺุูๅ็่้๊๋์ํ๎ๆฯ)]}”’!?,.:;%";
    private const string NeverLast = "เแโใไ([{“‘";

    /// <summary>What is wrong with a document's lines; null for nothing.</summary>
    public static string? Broken(LetterDocument document, PdfDocument drawn) => drawn.Pages
        .SelectMany(page => page.Lines.Select(line => Broken(document, page, line))).FirstOrDefault(problem => problem is not null);

    private static string? Broken(LetterDocument document, PdfPage page, DrawnLine line)
    {
        var text = line.Line.Text;
        var (left, right) = document == LetterDocument.Letter ? (LetterFormat.Left, LetterFormat.Right) : (SheetMargin, page.Width - SheetMargin);
        return text.Length == 0 ? null
            : NeverFirst.Contains(text[0], StringComparison.Ordinal) ? $"'{text}' begins inside a cluster or with what closes"
            : NeverLast.Contains(text.TrimEnd()[^1], StringComparison.Ordinal) ? $"'{text}' ends with what opens"
            : line.X < left - 0.01 ? $"'{text}' begins {left - line.X:0.00} pt before the margin"
            : line.Right > right + 0.01 ? $"'{text}' ends {line.Right - right:0.00} pt beyond the margin"
            : line.Baseline > page.Height - LetterFormat.Centimetre ? $"'{text}' stands below the page"
            : null;
    }
}
