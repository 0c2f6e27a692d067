using System.Text;
using System.Xml;
using AwardFlow.Intake.Texts;
using DocumentFormat.OpenXml.Packaging;

namespace AwardFlow.Intake.Sheets;

/// <summary>The texts that a workbook's cells share (ECMA-376 part 1, 18.4), cleaned once each.</summary>
internal sealed class SharedTexts
{
    // What a text costs beside its characters: an empty one takes a place in the list too.
    private const int Overhead = 16;

    private readonly List<string> _texts = [];

    /// <exception cref="UploadRefusedException">They are too many to hold.</exception>
    public static SharedTexts Read(WorkbookPart workbook, CancellationToken cancellationToken)
    {
        var texts = new SharedTexts();
        if (workbook.SharedStringTablePart is not { } part)
        {
            return texts;
        }
        var characters = 0L;
        using var xml = PartXml.Open(part);
        var found = xml.ReadTo("si");
        while (found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var text = CellText.Clean(Of(xml));
            characters += text.Length + Overhead;
            if (characters > SheetLimits.MostSharedCharacters)
            {
                throw new UploadRefusedException(FileTexts.UnpacksTooLarge);
            }
            texts._texts.Add(text);
            found = xml.IsAt("si") || xml.ReadTo("si");
        }
        return texts;
    }

    /// <summary>A text by its index; null where there is none.</summary>
    public string? this[int index] => index >= 0 && index < _texts.Count ? _texts[index] : null;

    /// <summary>
    /// Reads the text of a shared or inline string, at whose start the reader stands, and moves past it: its plain text
    /// and its formatted runs, without the hints how to read it.
    /// </summary>
    public static string Of(XmlReader xml)
    {
        var depth = xml.Depth;
        var text = new StringBuilder();
        if (xml.Enter())
        {
            AppendTexts(xml, depth, text);
            xml.Read();
        }
        return Decode(text.ToString());
    }

    /// <summary>Undoes the escapes of control characters, such as <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;

    private static void AppendTexts(XmlReader xml, int depth, StringBuilder text)
    {
        while (xml.Depth > depth)
        {
            if (xml.IsAt("t"))
            {
                text.Append(xml.ReadElementContentAsString());
            }
            else if (xml.IsAt("r") && xml.Depth == depth + 1)
            {
                if (xml.Enter())
                {
                    AppendTexts(xml, depth + 1, text);
                    xml.Read();
                }
            }
            else
            {
                xml.Skip();
            }
        }
    }
}
