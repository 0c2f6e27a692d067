using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace AwardFlow.Intake.Sheets;

/// <summary>How a workbook's cells look, as far as it matters to what a person reads in them (ECMA-376 part 1, 18.8).</summary>
internal sealed class CellStyles
{
    // Excel has 65,490.
    private const int MostStyles = 100_000;

    // Built-in formats whose code no file states (18.8.30); 59 to 81 are those of Thai Excel. Dates are told by their numbers.
    private static readonly Dictionary<uint, NumberFormat> BuiltIn = new Dictionary<uint, string>
    {
        [1] = "0",
        [2] = "0.00",
        [3] = "#,##0",
        [4] = "#,##0.00",
        [5] = "\"$\"#,##0;\\-\"$\"#,##0",
        [6] = "\"$\"#,##0;\\-\"$\"#,##0",
        [7] = "\"$\"#,##0.00;\\-\"$\"#,##0.00",
        [8] = "\"$\"#,##0.00;\\-\"$\"#,##0.00",
        [9] = "0%",
        [10] = "0.00%",
        [11] = "0.00E+00",
        [12] = "# ?/?",
        [13] = "# ??/??",
        [37] = "#,##0;(#,##0)",
        [38] = "#,##0;(#,##0)",
        [39] = "#,##0.00;(#,##0.00)",
        [40] = "#,##0.00;(#,##0.00)",
        [41] = "#,##0;\\-#,##0;\"-\"",
        [42] = "\"$\"#,##0;\\-\"$\"#,##0;\"$-\"",
        [43] = "#,##0.00;\\-#,##0.00;\"-\"",
        [44] = "\"$\"#,##0.00;\\-\"$\"#,##0.00;\"$-\"",
        [48] = "##0.0E+0",
        [49] = "@",
        [59] = "0",
        [60] = "0.00",
        [61] = "#,##0",
        [62] = "#,##0.00",
        [67] = "0%",
        [68] = "0.00%",
        [69] = "# ?/?",
        [70] = "# ??/??",
    }.ToDictionary(each => each.Key, each => NumberFormat.Parse(each.Value));

    private static readonly NumberFormat Date = NumberFormat.Parse("yyyy-mm-dd");
    private static readonly CellStyle Plain = new(NumberFormat.General, IsStruck: false);

    private readonly List<CellStyle> _styles = [];

    /// <summary>Reads the styles of a workbook.</summary>
    public static CellStyles Read(WorkbookPart workbook)
    {
        var styles = new CellStyles();
        if (workbook.WorkbookStylesPart is not { } part)
        {
            return styles;
        }
        var formats = new Dictionary<uint, NumberFormat>();
        var (struck, white, filled) = (new List<bool>(), new List<bool>(), new List<bool>());
        using var xml = PartXml.Open(part);
        var (inFonts, inFills, inCells) = (false, false, false);
        while (xml.Read())
        {
            if (xml.IsAt("numFmt") && Number(xml, "numFmtId") is { } id && xml.GetAttribute("formatCode") is { } code)
            {
                formats[id] = NumberFormat.Parse(code);
            }
            else if (xml.IsAt("font") && inFonts && struck.Count < MostStyles)
            {
                struck.Add(false);
                white.Add(false);
            }
            else if (xml.IsAt("color") && inFonts && white.Count > 0)
            {
                white[^1] = IsWhite(xml);
            }
            else if (xml.IsAt("fill") && inFills && filled.Count < MostStyles)
            {
                filled.Add(false);
            }
            else if (xml.IsAt("patternFill") && inFills && filled.Count > 0)
            {
                filled[^1] = xml.GetAttribute("patternType") is not (null or "none");
            }
            else if (xml.IsAt("fgColor") && inFills && filled.Count > 0)
            {
                filled[^1] &= !IsWhite(xml);
            }
            else if (xml.IsAt("gradientFill") && inFills && filled.Count > 0)
            {
                filled[^1] = true;
            }
            else if (xml.IsAt("strike") && inFonts && struck.Count > 0)
            {
                struck[^1] = PartXml.IsOn(xml.GetAttribute("val"));
            }
            else if (xml.IsAt("xf") && inCells && styles._styles.Count < MostStyles)
            {
                var number = Number(xml, "numFmtId") ?? 0;
                var (font, fill) = (Number(xml, "fontId") ?? 0, Number(xml, "fillId") ?? 0);
                styles._styles.Add(new CellStyle(
                    formats.TryGetValue(number, out var custom) ? custom : OfNumber(number),
                    font < struck.Count && struck[(int)font],
                    font < white.Count && white[(int)font] && (fill >= filled.Count || !filled[(int)fill])));
            }
            else if (xml.LocalName is "cellXfs")
            {
                inCells = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (xml.LocalName is "fills")
            {
                inFills = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
            else if (xml.LocalName is "fonts")
            {
                inFonts = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
        }
        return styles;
    }

    /// <summary>A cell's style.</summary>
    public CellStyle Of(uint style) => style < _styles.Count ? _styles[(int)style] : Plain;

    // By its value, as the first of the theme's colours, or by a place in the old palette.
    private static bool IsWhite(XmlReader xml) =>
        (xml.GetAttribute("rgb") is { } rgb && rgb.EndsWith("FFFFFF", StringComparison.OrdinalIgnoreCase))
        || (xml.GetAttribute("theme") is "0" && xml.GetAttribute("tint") is null) || xml.GetAttribute("indexed") is "1" or "9";

    private static uint? Number(XmlReader xml, string attribute) =>
        uint.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Those of 27 to 36, 50 to 58 and 71 to 81 are dates in eastern Asian and Thai Excel.
    private static NumberFormat OfNumber(uint number) => number switch
    {
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) or (>= 71 and <= 81) => Date,
        _ => BuiltIn.GetValueOrDefault(number, NumberFormat.General),
    };
}
