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
        var ahead = new List<SheetRow>();
        while (ahead.Count < MostBelow && enumerator.MoveNext())
        {
            var below = enumerator.Current;
            ahead.Add(below);
            if (below[key].Length > 0)
            {
                break;
            }
            if (below.Cells.Any(cell => signature.IsBelow(cell.Text)))
            {
                names = [.. Enumerable.Range(0, Math.Max(names.Length, below.Cells.Count)).Select(column => below[column].Length > 0 ? below[column] : header[column])];
                return new SheetTable(new Columns(below, names, signature), above, Rest([], enumerator));
            }
        }
        return new SheetTable(new Columns(header, names, signature), above, Rest(ahead, enumerator));
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
