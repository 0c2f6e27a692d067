using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace AwardFlow.Intake.Sheets;

/// <summary>How a workbook's cells show numbers (ECMA-376 part 1, 18.8.30 and 18.8.31), as far as it matters to what was meant.</summary>
internal sealed partial class NumberFormats
{
    // Excel has 65,490.
    private const int MostStyles = 100_000;

    private readonly List<NumberFormat> _byStyle = [];

    /// <summary>Reads the styles of a workbook.</summary>
    public static NumberFormats Read(WorkbookPart workbook)
    {
        var formats = new NumberFormats();
        if (workbook.WorkbookStylesPart is not { } part)
        {
            return formats;
        }
        var codes = new Dictionary<uint, NumberFormat>();
        using var xml = PartXml.Open(part);
        var inCells = false;
        while (xml.Read())
        {
            if (xml.IsAt("numFmt") && Number(xml, "numFmtId") is { } id && xml.GetAttribute("formatCode") is { } code)
            {
                codes[id] = OfCode(code);
            }
            else if (xml.IsAt("xf") && inCells && formats._byStyle.Count < MostStyles)
            {
                var number = Number(xml, "numFmtId") ?? 0;
                formats._byStyle.Add(codes.TryGetValue(number, out var custom) ? custom : BuiltIn(number));
            }
            else if (xml.LocalName == "cellXfs")
            {
                inCells = xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false };
            }
        }
        return formats;
    }

    /// <summary>The format of a cell's style.</summary>
    public NumberFormat Of(uint style) => style < _byStyle.Count ? _byStyle[(int)style] : NumberFormat.General;

    /// <summary>What a format's code makes of a number.</summary>
    public static NumberFormat OfCode(string code)
    {
        // Colours, conditions, currencies and quoted texts say nothing of the kind; hours beyond a day do.
        var bare = Ornament().Replace(code.Split(';')[0], "");
        return bare.Contains('%', StringComparison.Ordinal) ? new NumberFormat(CellKind.Percentage, null)
            : !bare.Equals("General", StringComparison.OrdinalIgnoreCase) && DatePart().IsMatch(bare) ? new NumberFormat(CellKind.Date, null)
            : Places().Match(bare) is { Success: true } places ? new NumberFormat(CellKind.Number, places.Groups["places"].Length)
            : NumberFormat.General;
    }

    private static uint? Number(XmlReader xml, string attribute) =>
        uint.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Those of 27 to 36, 50 to 58 and 71 to 81 are dates in eastern Asian and Thai Excel.
    private static NumberFormat BuiltIn(uint number) => number switch
    {
        1 or 3 or 59 or 61 => new NumberFormat(CellKind.Number, 0),
        2 or 4 or 60 or 62 => new NumberFormat(CellKind.Number, 2),
        9 or 10 or 67 or 68 => new NumberFormat(CellKind.Percentage, null),
        (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) or (>= 71 and <= 81) => new NumberFormat(CellKind.Date, null),
        _ => NumberFormat.General,
    };

    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]
        """, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Ornament();

    // Day, month, year, hour, second and the Buddhist year, in English and in Thai (ว ด ป ช น ท).
    [GeneratedRegex("[dmyhsbวดปชนท]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex DatePart();

    [GeneratedRegex(@"^\s*t?[#,]*0(\.(?<places>0+))?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Places();
}
