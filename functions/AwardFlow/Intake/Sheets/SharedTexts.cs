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

    private readonly List<SharedText> _texts = [];

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
            var text = Of(xml);
            characters += text.Text.Length + Overhead;
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
    public SharedText? this[int index] => index >= 0 && index < _texts.Count ? _texts[index] : null;

    /// <summary>
    /// Reads the text of a shared or inline string, at whose start the reader stands, and moves past it: its plain text
    /// and its formatted runs, without the hints how to read it.
    /// </summary>
    public static SharedText Of(XmlReader xml)
    {
        var depth = xml.Depth;
        var text = new StringBuilder();
        var runs = SharedText.RunKinds.None;
        if (xml.Enter())
        {
            while (xml.Depth > depth)
            {
                if (xml.IsAt("t"))
                {
                    runs |= Append(xml.ReadElementContentAsString(), SharedText.RunKinds.AsCell, text);
                }
                else if (xml.IsAt("r"))
                {
                    runs |= Run(xml, text);
                }
                else
                {
                    xml.Skip();
                }
            }
            xml.Read();
        }
        return new SharedText(CellText.Clean(Decode(text.ToString())), runs);
    }

    /// <summary>Undoes the escapes of control characters, such as <c>_x000D_</c> (ECMA-376 part 1, 22.9.2.19).</summary>
    public static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;

    private static SharedText.RunKinds Run(XmlReader xml, StringBuilder text)
    {
        var (depth, kind, runs) = (xml.Depth, SharedText.RunKinds.AsCell, SharedText.RunKinds.None);
        if (!xml.Enter())
        {
            return runs;
        }
        while (xml.Depth > depth)
        {
            if (xml.IsAt("rPr"))
            {
                kind = IsStruck(xml) ? SharedText.RunKinds.Struck : SharedText.RunKinds.Plain;
            }
            else if (xml.IsAt("t"))
            {
                runs |= Append(xml.ReadElementContentAsString(), kind, text);
            }
            else
            {
                xml.Skip();
            }
        }
        xml.Read();
        return runs;
    }

    private static bool IsStruck(XmlReader xml)
    {
        var (depth, struck) = (xml.Depth, false);
        if (xml.Enter())
        {
            while (xml.Depth > depth)
            {
                struck |= xml.IsAt("strike") && PartXml.IsOn(xml.GetAttribute("val"));
                xml.Skip();
            }
            xml.Read();
        }
        return struck;
    }

    // Lines through spaces mean nothing.
    private static SharedText.RunKinds Append(string run, SharedText.RunKinds kind, StringBuilder text)
    {
        text.Append(run);
        return string.IsNullOrWhiteSpace(run) ? SharedText.RunKinds.None : kind;
    }
}
