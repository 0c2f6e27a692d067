using System.Buffers;
using System.Globalization;
using System.Xml;
using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake.Sheets;

/// <summary>Understands the cells of a worksheet (ECMA-376 part 1, 18.3.1.4).</summary>
/// <param name="texts">The texts that cells share.</param>
/// <param name="styles">How cells look.</param>
/// <param name="countsFrom1904">Whether the workbook counts days from 1904, as on old Macintoshes.</param>
internal sealed class XlsxCells(SharedTexts texts, CellStyles styles, bool countsFrom1904)
{
    // Excel shows 15 digits of a number and stores up to 17 of its binary form: 12.35 stands in the file as 12.350000000000001.
    private const string DigitsShown = "G15";
    private const decimal LargestExact = 1e15m;
    private const int DaysTo1904 = 1462;

    private static readonly SearchValues<char> DigitsAndPoint = SearchValues.Create("0123456789.");

    // How many cells the row before had: the next has as many.
    private int _usual;

    /// <summary>Reads a row, at whose start the reader stands, and moves past it.</summary>
    /// <param name="xml">The worksheet.</param>
    /// <param name="last">The number of the row before.</param>
    /// <param name="read">Counts the cells of the sheet.</param>
    /// <param name="look">How the sheet shows its cells.</param>
    /// <param name="merged">The sheet's merged cells; null where it has none.</param>
    /// <exception cref="FormatException">The row contradicts itself or the rows before it.</exception>
    /// <exception cref="UploadRefusedException">There are too many cells.</exception>
    public SheetRow Row(XmlReader xml, int last, ref int read, SheetLook look, MergedCells? merged)
    {
        var number = xml.GetAttribute("r") is { } given ? int.Parse(given, NumberStyles.None, CultureInfo.InvariantCulture) : last + 1;
        if (number <= last)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"row {number} stands after row {last}."));
        }
        var isHidden = (xml.GetAttribute("hidden") is { } hidden && PartXml.IsOn(hidden))
            || (SheetLook.IsNothing(xml.GetAttribute("ht")) && xml.GetAttribute("customHeight") is "1" or "true");
        var (cells, column, depth) = (new List<SheetCell>(_usual), 0, xml.Depth);
        read++;
        if (xml.Enter())
        {
            while (xml.Depth > depth)
            {
                if (!xml.IsAt("c"))
                {
                    xml.Skip();
                    continue;
                }
                read++;
                var attributes = AttributesOf(xml);
                column = ColumnOf(attributes.Reference) ?? column;
                if (column >= SheetLimits.MostColumns || number > SheetLimits.MostRows || read > SheetLimits.MostCells)
                {
                    throw new UploadRefusedException(FileTexts.TooManyCells);
                }
                Put(cells, column++, Cell(xml, attributes, look));
            }
            xml.Read();
        }
        _usual = cells.Count;
        return new SheetRow(number, cells)
        {
            IsHidden = isHidden,
            IsTotals = look.TotalsRows?.Contains(number) ?? false,
            Merged = merged?.Of(number, cells, ref read),
            HiddenColumns = look.HiddenColumns,
        };
    }

    private static void Put(List<SheetCell> cells, int column, SheetCell cell)
    {
        if (cell == SheetCell.Blank)
        {
            return;
        }
        while (cells.Count < column)
        {
            cells.Add(SheetCell.Blank);
        }
        if (column == cells.Count)
        {
            cells.Add(cell);
            return;
        }
        if (cells[column] != SheetCell.Blank)
        {
            throw new FormatException("a cell stands twice.");
        }
        cells[column] = cell;
    }

    // One pass over them, where looking each up would be three.
    private static (string? Type, string? Style, string? Reference) AttributesOf(XmlReader xml)
    {
        var (type, style, reference) = ((string?)null, (string?)null, (string?)null);
        while (xml.MoveToNextAttribute())
        {
            switch (xml.Name)
            {
                case "t":
                    type = xml.Value;
                    break;
                case "s":
                    style = xml.Value;
                    break;
                case "r":
                    reference = xml.Value;
                    break;
            }
        }
        xml.MoveToElement();
        return (type, style, reference);
    }

    // Reads a cell, at whose start the reader stands, and moves past it.
    private SheetCell Cell(XmlReader xml, (string? Type, string? Style, string? Reference) attributes, SheetLook look)
    {
        var ((type, style, reference), depth) = (attributes, xml.Depth);
        var (raw, hasFormula, hasValue, isUnknown) = ("", false, false, false);
        SharedText? inline = null;
        if (xml.Enter())
        {
            while (xml.Depth > depth)
            {
                if (xml.IsAt("v"))
                {
                    raw = xml.ReadElementContentAsString();
                    hasValue = true;
                }
                else if (xml.IsAt("is"))
                {
                    inline = SharedTexts.Of(xml);
                }
                else
                {
                    hasFormula |= xml.IsAt("f");
                    isUnknown |= xml.NodeType == XmlNodeType.Element && xml.LocalName is not ("f" or "extLst");
                    xml.Skip();
                }
            }
            xml.Read();
        }
        var shownAs = styles.Of(uint.TryParse(style, CultureInfo.InvariantCulture, out var index) ? index : 0);
        if (inline is { Text.Length: > 0 } text)
        {
            return Unseen(Text(text, shownAs), shownAs);
        }
        var cell = type switch
        {
            // A formula whose value is a text of no length was worked out.
            _ when raw.Length == 0 => hasFormula && !(hasValue && type == "str") ? new SheetCell("", CellKind.Unworked)
                : isUnknown ? new SheetCell(reference ?? "", CellKind.Unread)
                : SheetCell.Blank,
            "s" => Text(
                texts[int.Parse(raw, CultureInfo.InvariantCulture)] ?? throw new FormatException($"cell {reference} names a text that is not there."), shownAs),
            "str" or "inlineStr" => Text(new SharedText(CellText.Clean(SharedTexts.Decode(raw)), SharedText.RunKinds.AsCell), shownAs),
            "b" => new SheetCell(raw.Trim() is "1" or "true" ? "TRUE" : "FALSE", CellKind.Truth),
            "e" => new SheetCell(CellText.Clean(raw), CellKind.Error),
            "d" => new SheetCell(CellText.Clean(raw), CellKind.Date),
            null or "n" => Number(CellText.Clean(raw), shownAs.Format, look),
            _ => new SheetCell(CellText.Clean(raw), CellKind.Unread),
        };
        cell = Unseen(cell, shownAs);
        return shownAs.IsStruck && cell.Text.Length > 0 && cell.Mark == CellMark.None && cell.Kind is not CellKind.Unread
            ? cell with { Mark = CellMark.Struck }
            : cell;
    }

    private static SheetCell Unseen(SheetCell cell, CellStyle style) => style.IsWhite && cell.Text.Length > 0 ? cell with { Shown = "" } : cell;

    private static SheetCell Text(SharedText text, CellStyle style) =>
        new(text.Text, CellKind.Text, style.Format.ShownText(text.Text), text.Text.Length == 0 ? CellMark.None : text.Mark(style.IsStruck));

    private SheetCell Number(string raw, NumberFormat format, SheetLook look)
    {
        // What is too large or too small for a decimal stays as it is written, and is no number to whoever reads it.
        if (!decimal.TryParse(raw, NumberStyles.Float, CultureInfo.InvariantCulture, out var stored)
            || Math.Abs(stored) >= LargestExact
            || (stored == 0 && raw.AsSpan().IndexOfAnyInRange('1', '9') >= 0))
        {
            return new SheetCell(raw);
        }
        if (format == NumberFormat.General && IsAsWritten(raw) && (stored != 0 || look.ShowsZeros))
        {
            return new SheetCell(raw, CellKind.Number);
        }
        var number = decimal.Parse(stored.ToString(DigitsShown, CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        var kind = format.KindOf(number);
        return kind == CellKind.Date
            ? new SheetCell(Date(number) ?? raw, CellKind.Date)
            : new SheetCell(number.ToString(CultureInfo.InvariantCulture), kind, number == 0 && !look.ShowsZeros ? "" : format.Shown(number));
    }

    // Digits that need no rounding and no other writing.
    private static bool IsAsWritten(string raw) =>
        raw.Length <= 15 && raw.AsSpan().IndexOfAnyExcept(DigitsAndPoint) < 0 && (raw[0] != '0' || raw.Length == 1 || raw[1] == '.') && raw[0] != '.'
        && (!raw.Contains('.', StringComparison.Ordinal) || raw[^1] is not ('0' or '.'));

    // As the spreadsheet shows it: day 60 of its calendar is a 29 February 1900 that never was.
    private string? Date(decimal value) => value is >= 0 and < 2_958_466 - DaysTo1904
        ? DateTime.FromOADate((double)value + (countsFrom1904 ? DaysTo1904 : value is >= 1 and < 60 ? 1 : 0))
            .ToString(value < 1 ? "HH:mm:ss" : value % 1 == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : null;

    private static int? ColumnOf(string? reference)
    {
        if (reference is null)
        {
            return null;
        }
        var column = 0;
        foreach (var c in reference)
        {
            if (!char.IsAsciiLetter(c) || column > SheetLimits.MostColumns)
            {
                break;
            }
            column = column * 26 + (c & 0x1f);
        }
        return column == 0 ? null : column - 1;
    }
}
