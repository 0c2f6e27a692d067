using System.Text;
using System.Text.RegularExpressions;
using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake.Sheets;

/// <summary>
/// The merged cells of a worksheet (ECMA-376 part 1, 18.3.1.55). They stand behind the rows that they are about, so they
/// are looked up before the rows are read, by a search for the element's name and not by reading all XML twice.
/// </summary>
internal sealed partial class MergedCells
{
    private const int MostBytes = 20_000_000;
    private const int MostAreas = 200_000;

    private readonly List<Area> _areas;
    private readonly List<Area> _open = [];
    private readonly Dictionary<Area, SheetCell> _values = [];
    private int _next;

    private MergedCells(List<Area> areas) => _areas = areas;

    /// <summary>Finds the merged cells of a worksheet.</summary>
    /// <param name="xml">The worksheet; it is closed.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UploadRefusedException">There are more than any sheet can need.</exception>
    public static IReadOnlyList<Area> Find(Stream xml, CancellationToken cancellationToken)
    {
        using (xml)
        {
            var name = "mergeCell"u8;
            var buffer = new byte[1 << 16];
            var tail = new MemoryStream();
            var (kept, read) = (0, 0);
            while ((read = xml.Read(buffer, kept, buffer.Length - kept)) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var bytes = buffer.AsSpan(0, kept + read);
                if (tail.Length > 0)
                {
                    tail.Write(bytes);
                }
                else if (bytes.IndexOf(name) is >= 0 and var found)
                {
                    tail.Write(bytes[found..]);
                }
                if (tail.Length > MostBytes)
                {
                    throw new UploadRefusedException(FileTexts.TooManyCells);
                }
                kept = tail.Length > 0 ? 0 : Math.Min(name.Length - 1, bytes.Length);
                bytes[^kept..].CopyTo(buffer);
            }
            return tail.Length == 0 ? [] : Areas(Encoding.UTF8.GetString(tail.GetBuffer(), 0, (int)tail.Length));
        }
    }

    /// <summary>Goes through a worksheet's rows from the first on.</summary>
    public static MergedCells? Along(IReadOnlyList<Area> areas) => areas.Count == 0 ? null : new MergedCells([.. areas.OrderBy(area => area.FirstRow)]);

    /// <summary>What stands in the cells with which a row's own are merged, by column; null where none is.</summary>
    /// <param name="number">The row's number, above that of the row before.</param>
    /// <param name="cells">The row's own cells.</param>
    /// <param name="read">Counts the cells of the sheet.</param>
    /// <exception cref="UploadRefusedException">There are too many cells.</exception>
    public Dictionary<int, MergedCell>? Of(int number, IReadOnlyList<SheetCell> cells, ref int read)
    {
        for (; _next < _areas.Count && _areas[_next].FirstRow <= number; _next++)
        {
            var area = _areas[_next];
            if (area.LastRow >= number)
            {
                _open.Add(area);
                _values[area] = area.FirstRow == number && area.FirstColumn < cells.Count ? cells[area.FirstColumn] : SheetCell.Blank;
            }
        }
        _open.RemoveAll(area => area.LastRow < number && _values.Remove(area));
        if (_open.Count == 0)
        {
            return null;
        }
        var merged = new Dictionary<int, MergedCell>();
        foreach (var area in _open)
        {
            for (var column = area.FirstColumn; column <= area.LastColumn; column++)
            {
                if (number == area.FirstRow && column == area.FirstColumn)
                {
                    continue;
                }
                if (++read > SheetLimits.MostCells)
                {
                    throw new UploadRefusedException(FileTexts.TooManyCells);
                }
                merged[column] = new MergedCell(_values[area], column > area.FirstColumn, area);
            }
        }
        return merged;
    }

    private static List<Area> Areas(string xml)
    {
        var areas = new List<Area>();
        foreach (var match in Reference().EnumerateMatches(xml))
        {
            var element = xml.AsSpan(match.Index, match.Length - 1);
            var reference = element[(element.LastIndexOfAny('"', '\'') + 1)..];
            var colon = reference.IndexOf(':');
            var (first, last) = (Parse(reference[..colon]), Parse(reference[(colon + 1)..]));
            if (last.Row > 0 && areas.Count < MostAreas)
            {
                areas.Add(new Area(first.Row, first.Column, last.Row, Math.Min(last.Column, SheetLimits.MostColumns)));
            }
        }
        return areas;
    }

    private static (int Row, int Column) Parse(ReadOnlySpan<char> address)
    {
        var (row, column) = (0, 0);
        foreach (var c in address)
        {
            if (char.IsAsciiDigit(c))
            {
                row = Math.Min(row * 10 + c - '0', SheetLimits.MostRows);
            }
            else
            {
                column = Math.Min(column * 26 + (c & 0x1f), SheetLimits.MostColumns);
            }
        }
        return (row, column - 1);
    }

    [GeneratedRegex("mergeCell\\s[^>]{0,200}?ref=[\"'][A-Z]{1,3}[0-9]{1,7}:[A-Z]{1,3}[0-9]{1,7}[\"']", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference();

    /// <summary>A rectangle of merged cells.</summary>
    internal readonly record struct Area(int FirstRow, int FirstColumn, int LastRow, int LastColumn);
}
