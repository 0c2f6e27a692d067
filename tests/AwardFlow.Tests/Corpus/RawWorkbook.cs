using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace AwardFlow.Tests.Corpus;

/// <summary>An xlsx file whose XML is written out by hand, so that it can be what any program might write, or damaged.</summary>
internal sealed class RawWorkbook
{
    public const string Transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Strict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

    private static readonly DateTimeOffset Timeless = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Name, string State, string Data)> _sheets = [];

    /// <summary>The items of the shared strings: the inside of each <c>si</c>.</summary>
    public IReadOnlyList<string>? SharedStrings { get; init; }

    /// <summary>The inside of <c>styleSheet</c>.</summary>
    public string? Styles { get; init; }

    /// <summary>The namespace of the parts.</summary>
    public string Namespace { get; init; } = Transitional;

    /// <summary>Stands before the root element of every sheet.</summary>
    public string Prolog { get; init; } = "";

    /// <summary>Adds a sheet.</summary>
    /// <param name="data">The inside of <c>sheetData</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="state">visible, hidden or veryHidden.</param>
    /// <param name="after">What stands below the data, such as merged cells.</param>
    public RawWorkbook Sheet(string data, string name = "Sheet1", string state = "visible", string after = "")
    {
        _sheets.Add((name, state, $"<sheetData>{data}</sheetData>{after}"));
        return this;
    }

    /// <summary>The file. Nothing is packed unless asked for, so the same workbook has the same bytes everywhere.</summary>
    public byte[] ToBytes(CompressionLevel compression = CompressionLevel.NoCompression)
    {
        var relationships = Namespace == Strict
            ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
            : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006";
        const string main = "application/vnd.openxmlformats-officedocument.spreadsheetml";
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            void Add(string name, string content)
            {
                var entry = zip.CreateEntry(name, compression);
                entry.LastWriteTime = Timeless;
                using var writer = new StreamWriter(entry.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                writer.Write(content);
            }
            Add("[Content_Types].xml", $"""
                <Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>{string.Concat(_sheets.Select((_, i) => $"<Override PartName=\"/xl/worksheets/sheet{i + 1}.xml\" ContentType=\"{main}.worksheet+xml\"/>"))}<Override PartName="/xl/sharedStrings.xml" ContentType="{main}.sharedStrings+xml"/><Override PartName="/xl/styles.xml" ContentType="{main}.styles+xml"/></Types>
                """);
            Add(
                "_rels/.rels",
                $"""<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{package}/relationships">{string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{relationships}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id="rId98" Type="{relationships}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId99" Type="{relationships}/styles" Target="styles.xml"/></Relationships>""");
            Add(
                "xl/workbook.xml",
                $"""<workbook xmlns="{Namespace}" xmlns:r="{relationships}"><sheets>{string.Concat(_sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\" state=\"{sheet.State}\" r:id=\"rId{i + 1}\"/>"))}</sheets></workbook>""");
            Add("xl/sharedStrings.xml", $"""<sst xmlns="{Namespace}">{string.Concat((SharedStrings ?? []).Select(item => $"<si>{item}</si>"))}</sst>""");
            Add("xl/styles.xml", $"""<styleSheet xmlns="{Namespace}">{Styles}</styleSheet>""");
            foreach (var (i, sheet) in _sheets.Index())
            {
                Add($"xl/worksheets/sheet{i + 1}.xml", $"{Prolog}<worksheet xmlns=\"{Namespace}\">{sheet.Data}</worksheet>");
            }
        }
        return file.ToArray();
    }

    /// <summary>A row of cells from column A on. A text becomes an inline string, a number a number, and what begins with &lt; stands as it is.</summary>
    public static string Row(int number, params object?[] cells)
    {
        var row = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"<row r=\"{number}\">"));
        for (var i = 0; i < cells.Length; i++)
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + i)}{number}");
            row.Append(cells[i] switch
            {
                null => "",
                string raw when raw.StartsWith('<') => raw.Replace("<c", $"<c r=\"{reference}\"", StringComparison.Ordinal),
                string text =>
                    $"<c r=\"{reference}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{System.Security.SecurityElement.Escape(text)}</t></is></c>",
                var value => string.Create(CultureInfo.InvariantCulture, $"<c r=\"{reference}\"><v>{value}</v></c>"),
            });
        }
        return row.Append("</row>").ToString();
    }
}
