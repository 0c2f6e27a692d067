using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace AwardFlow.Intake.Sheets;

/// <summary>Reads the XML of a workbook's parts forward, in either of its namespaces, with nothing of it held.</summary>
internal static class PartXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";
    private const string RelationshipsTransitional = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string RelationshipsStrict = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private static XmlReaderSettings Settings() => new()
    {
        NameTable = Names(),
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = SheetLimits.MostUnpacked,
        CloseInput = true,
    };

    /// <summary>Opens a part.</summary>
    public static XmlReader Open(OpenXmlPart part) => XmlReader.Create(new BoundedTextStream(part.GetStream(FileMode.Open, FileAccess.Read)), Settings());

    // The reader then gives namespaces as these very strings, and comparing them, five times a cell, looks at no letter.
    private static NameTable Names()
    {
        var names = new NameTable();
        names.Add(Transitional);
        names.Add(Strict);
        return names;
    }

    /// <summary>Moves to the next element of a name, at any depth.</summary>
    public static bool ReadTo(this XmlReader xml, string name)
    {
        while (xml.Read())
        {
            if (xml.IsAt(name))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether the reader stands at the start of an element of SpreadsheetML.</summary>
    public static bool IsAt(this XmlReader xml, string name) =>
        xml.NodeType == XmlNodeType.Element && xml.LocalName == name && xml.NamespaceURI is Transitional or Strict;

    /// <summary>Moves into the element at which the reader stands: to its first child, or past it where it has none.</summary>
    /// <returns>Whether there is anything in it; then all of it is to be read until the depth is the element's own again.</returns>
    public static bool Enter(this XmlReader xml)
    {
        var isEmpty = xml.IsEmptyElement;
        xml.Read();
        return !isEmpty;
    }

    /// <summary>Whether a property with this value, or without one, is on (xsd:boolean; default true).</summary>
    public static bool IsOn(string? value) => value is not ("0" or "false" or "off");

    /// <summary>The id by which an element names another part.</summary>
    public static string? RelationshipId(this XmlReader xml) =>
        xml.GetAttribute("id", RelationshipsTransitional) ?? xml.GetAttribute("id", RelationshipsStrict);
}
