using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace AwardFlow.Intake.Workbooks;

/// <summary>The styles of the workbooks that AwardFlow makes: one for each <see cref="CellLook"/>, in its order.</summary>
internal static class WorkbookStyles
{
    private const string Grey = "FFE7E6E6";
    private const string Yellow = "FFFFF2CC";

    // Built in as "Text".
    private const uint AsText = 49;

    public static Stylesheet Sheet() => new(
        new Fonts(
            Letter(11, bold: false),
            Letter(14, bold: true),
            Letter(11, bold: true),
            new Font(new Strike(), new FontSize { Val = 11 }, new FontName { Val = "Tahoma" })),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Colour(Grey),
            Colour(Yellow)),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            Topped(new CellFormat()),
            new CellFormat { FontId = 1, ApplyFont = true },
            Wrapped(new CellFormat()),
            Wrapped(new CellFormat { FontId = 2, FillId = 2, ApplyFont = true, ApplyFill = true }),
            Wrapped(new CellFormat { FillId = 3, ApplyFill = true }),
            Topped(new CellFormat { NumberFormatId = AsText, ApplyNumberFormat = true }),
            Topped(new CellFormat { FontId = 3, ApplyFont = true }),
            Wrapped(new CellFormat { FontId = 3, FillId = 3, ApplyFont = true, ApplyFill = true })));

    private static Font Letter(double size, bool bold)
    {
        OpenXmlElement[] properties = bold ? [new Bold(), new FontSize { Val = size }] : [new FontSize { Val = size }];
        return new Font([.. properties, new FontName { Val = "Tahoma" }]);
    }

    private static Fill Colour(string argb) => new(new PatternFill(new ForegroundColor { Rgb = argb }) { PatternType = PatternValues.Solid });

    private static CellFormat Topped(CellFormat format)
    {
        format.ApplyAlignment = true;
        format.Alignment = new Alignment { Vertical = VerticalAlignmentValues.Top };
        return format;
    }

    private static CellFormat Wrapped(CellFormat format)
    {
        Topped(format).Alignment!.WrapText = true;
        return format;
    }
}
