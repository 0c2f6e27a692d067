using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace AwardFlow.Intake.Sheets;

/// <summary>How a worksheet shows its cells: what it hides, and which rows its tables declare their totals.</summary>
internal sealed class SheetLook
{
    // In characters and points.
    private const double LeastSeen = 0.5;

    private HashSet<int>? _hiddenColumns;

    /// <summary>Whether zeros are seen.</summary>
    public bool ShowsZeros { get; private set; } = true;

    /// <summary>The columns that are hidden; null where none is.</summary>
    public IReadOnlySet<int>? HiddenColumns => _hiddenColumns;

    /// <summary>The rows that tables declare their totals; null where there are none.</summary>
    public IReadOnlySet<int>? TotalsRows { get; init; }

    /// <summary>Reads what stands before the rows, up to the first of them.</summary>
    /// <returns>Whether there is one.</returns>
    public bool ReadToRows(XmlReader xml)
    {
        while (xml.Read())
        {
            if (xml.IsAt("row"))
            {
                return true;
            }
            if (xml.IsAt("sheetView") && xml.GetAttribute("showZeros") is { } zeros)
            {
                ShowsZeros = PartXml.IsOn(zeros);
            }
            else if (xml.IsAt("col") && ((xml.GetAttribute("hidden") is { } hidden && PartXml.IsOn(hidden)) || IsNothing(xml.GetAttribute("width"))))
            {
                var (first, last) = (Number(xml, "min"), Math.Min(Number(xml, "max"), SheetLimits.MostColumns));
                _hiddenColumns ??= [];
                for (var column = Math.Max(1, first); column <= last && _hiddenColumns.Count < SheetLimits.MostColumns; column++)
                {
                    _hiddenColumns.Add(column - 1);
                }
            }
        }
        return false;
    }

    /// <summary>The rows of totals of a worksheet's tables (ECMA-376 part 1, 18.5.1.2); null where there are none.</summary>
    public static IReadOnlySet<int>? TotalsRowsOf(WorksheetPart sheet)
    {
        HashSet<int>? rows = null;
        foreach (var part in sheet.TableDefinitionParts)
        {
            using var xml = PartXml.Open(part);
            if (xml.ReadTo("table") && Number(xml, "totalsRowCount") is > 0 and var count && xml.GetAttribute("ref") is { } area
                && int.TryParse(
                    area.AsSpan(area.LastIndexOfAny([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]) + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
            {
                rows ??= [];
                rows.UnionWith(Enumerable.Range(last - Math.Min(count, 10) + 1, Math.Min(count, 10)));
            }
        }
        return rows;
    }

    /// <summary>Whether a width or height is so small that nothing is seen.</summary>
    public static bool IsNothing(string? size) => double.TryParse(size, NumberStyles.Float, CultureInfo.InvariantCulture, out var wide) && wide < LeastSeen;

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
