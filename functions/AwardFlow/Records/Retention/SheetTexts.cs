using System.Text;
using System.Xml;

namespace AwardFlow.Records.Retention;

/// <summary>
/// The texts of a part of a workbook as people read them: a cell's text may be cut into runs, each with a font of its own, and
/// a name then stands in no single element.
/// </summary>
internal static class SheetTexts
{
    // OOXML's t, r and what formats a run; ODF's span and link; a cell's text goes on behind their ends.
    private static readonly HashSet<string> Within = new(
        [
            "t", "r", "rPr", "rPh", "phoneticPr", "b", "i", "u", "sz", "color", "rFont",
            "family", "scheme", "charset", "vertAlign", "strike", "span", "a", "s", "tab",
        ],
        StringComparer.Ordinal);

    private static readonly XmlReaderSettings Settings =
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 200_000_000 };

    /// <summary>The texts, and the attributes' values.</summary>
    /// <param name="part">XML.</param>
    /// <exception cref="XmlException">It is none.</exception>
    public static IEnumerable<string> Of(Stream part)
    {
        using var xml = XmlReader.Create(part, Settings);
        var text = new StringBuilder();
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text.Append(xml.Value);
            }
            else if (xml.NodeType is XmlNodeType.Element or XmlNodeType.EndElement && !Within.Contains(xml.LocalName) && text.Length > 0)
            {
                yield return text.ToString();
                text.Clear();
            }
            if (xml.NodeType == XmlNodeType.Element)
            {
                for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
                {
                    yield return xml.Value;
                }
            }
        }
        yield return text.ToString();
    }
}
