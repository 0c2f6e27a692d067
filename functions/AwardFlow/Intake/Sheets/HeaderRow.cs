using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake.Sheets;

/// <summary>Finds the row that names the columns.</summary>
internal static class HeaderRow
{
    /// <summary>How many rows are searched. People put titles, and whole instructions, above their tables.</summary>
    public const int Deepest = 200;

    // Lines of a header below its first: names of groups, then of criteria.
    private const int MostBelow = 3;

    /// <summary>
    /// Takes rows up to the header: the first that fits, else the first that is not blank. A row below that has no entry
    /// but names of columns is the header's last line, as where a cell "scores" spans those of the criteria.
    /// </summary>
    /// <param name="rows">The sheet.</param>
    /// <param name="signature">What a header has.</param>
    /// <exception cref="UploadRefusedException">The sheet is empty.</exception>
    public static SheetTable Find(IEnumerable<SheetRow> rows, HeaderSignature signature)
    {
        var enumerator = rows.GetEnumerator();
        var above = new List<SheetRow>();
        try
        {
            while (above.Count < Deepest && enumerator.MoveNext())
            {
                if (signature.Fit(enumerator.Current) == 2)
                {
                    return Take(enumerator.Current, above, enumerator, signature);
                }
                above.Add(enumerator.Current);
            }
            enumerator.Dispose();
        }
        catch
        {
            enumerator.Dispose();
            throw;
        }
        var first = above.Find(row => signature.Fit(row) > 0) ?? above.Find(row => !row.IsBlank) ?? throw new UploadRefusedException(FileTexts.Empty);
        return signature.Fit(first) == 1
            ? Take(first, [.. above.TakeWhile(row => row != first)], rows.SkipWhile(row => row.Number <= first.Number).GetEnumerator(), signature)
            : new SheetTable(new Columns(first, Names(first), signature) { SearchedRows = above.Count > 1 ? above[^1].Number : null }, above, []);
    }

    private static SheetTable Take(SheetRow header, IReadOnlyList<SheetRow> above, IEnumerator<SheetRow> enumerator, HeaderSignature signature)
    {
        var names = Names(header);
        var key = Array.FindIndex(names, signature.IsKey);
        var lines = new List<SheetRow> { header };
        var ahead = new List<SheetRow>();
        for (var below = 0; below < MostBelow && enumerator.MoveNext(); below++)
        {
            var row = enumerator.Current;
            ahead.Add(row);
            if (row[key].Length > 0)
            {
                break;
            }
            if (IsLine(row, lines[^1], signature))
            {
                names = [.. Enumerable.Range(0, Math.Max(names.Length, row.Cells.Count)).Select(column => NameOf(column, names, lines, row, signature))];
                lines.AddRange(ahead);
                ahead.Clear();
            }
            else if (lines.Count > 1 && !row.IsBlank)
            {
                break;
            }
        }
        return new SheetTable(new Columns(lines[^1], names, signature) { Lines = lines }, above, Rest(ahead, enumerator));
    }

    // A line of criteria, or of "score" and "suggestion" below each.
    private static bool IsLine(SheetRow row, SheetRow above, HeaderSignature signature)
    {
        var texts = row.Cells.Where(cell => cell.Text.Length > 0).Select(cell => cell.Text).ToList();
        return texts.Exists(signature.IsBelow)
            || (texts.Count > 1 && texts.TrueForAll(signature.IsPart)
                && texts.Exists(signature.IsScore) && above.Cells.Any(cell => signature.IsBelow(cell.Text)));
    }

    // The lowest name counts, but a criterion's stays, whatever stands below it.
    private static string NameOf(int column, string[] names, List<SheetRow> lines, SheetRow row, HeaderSignature signature)
    {
        var above = column < names.Length ? names[column] : "";
        var below = row[column];
        if (below.Length == 0)
        {
            return above.Length > 0 ? above : lines[0][column];
        }
        if (signature.IsScore(below))
        {
            return Spanning(column, names, lines[^1]) is { Length: > 0 } spanning && signature.IsBelow(spanning) ? spanning : below;
        }
        return signature.IsBelow(above) && !signature.IsPart(below) ? above : below;
    }

    // The name above, or that of the cell which reaches over from the left: merged, or the last one in a text file.
    private static string Spanning(int column, string[] names, SheetRow line)
    {
        for (var left = Math.Min(column, names.Length - 1); left >= 0; left--)
        {
            if (names[left].Length > 0
                && (left == column || line.Merged is null || (line.Merged.TryGetValue(column, out var merged) && merged.Cell.Text == names[left])))
            {
                return names[left];
            }
        }
        return "";
    }

    private static string[] Names(SheetRow row) => [.. row.Cells.Select(cell => cell.Text)];

    private static IEnumerable<SheetRow> Rest(IReadOnlyList<SheetRow> ahead, IEnumerator<SheetRow> enumerator)
    {
        using (enumerator)
        {
            foreach (var row in ahead.Where(row => !row.IsBlank))
            {
                yield return row;
            }
            while (enumerator.MoveNext())
            {
                if (!enumerator.Current.IsBlank)
                {
                    yield return enumerator.Current;
                }
            }
        }
    }
}
