using AwardFlow.Intake.Texts;

namespace AwardFlow.Intake.Sheets;

/// <summary>Finds the row that names the columns.</summary>
internal static class HeaderRow
{
    /// <summary>How many rows are searched. People put titles above their tables.</summary>
    public const int Deepest = 20;

    /// <summary>
    /// Takes rows up to the header: the first that fits, else the first that is not blank. A row below that has no entry
    /// but names of columns is the header's second line, as where a cell "scores" spans those of the criteria.
    /// </summary>
    /// <param name="rows">The sheet.</param>
    /// <param name="signature">What a header has.</param>
    /// <param name="rest">The rows below the header that are not blank, to be read once.</param>
    /// <exception cref="UploadRefusedException">The sheet is empty.</exception>
    public static Columns Find(IEnumerable<SheetRow> rows, HeaderSignature signature, out IEnumerable<SheetRow> rest)
    {
        var enumerator = rows.GetEnumerator();
        try
        {
            SheetRow? first = null;
            for (var read = 0; read < Deepest && enumerator.MoveNext(); read++)
            {
                var row = enumerator.Current;
                if (signature.Fit(row) > 0)
                {
                    return Take(row, enumerator, signature, out rest);
                }
                first ??= row.IsBlank ? null : row;
            }
            enumerator.Dispose();
            rest = [];
            return first is { } untitled ? new Columns(untitled.Number, Names(untitled)) : throw new UploadRefusedException(FileTexts.Empty);
        }
        catch
        {
            enumerator.Dispose();
            throw;
        }
    }

    private static Columns Take(SheetRow header, IEnumerator<SheetRow> enumerator, HeaderSignature signature, out IEnumerable<SheetRow> rest)
    {
        var names = Names(header);
        SheetRow? next = enumerator.MoveNext() ? enumerator.Current : null;
        var key = Array.FindIndex(names, name => signature.Key.Is(ColumnName.Key(name)));
        if (next is { } below && below[key].Length == 0 && below.Cells.Any(cell => signature.IsBelow(cell.Text)))
        {
            names = [.. Enumerable.Range(0, Math.Max(names.Length, below.Cells.Count)).Select(column => below[column].Length > 0 ? below[column] : header[column])];
            rest = Rest(null, enumerator);
            return new Columns(below.Number, names);
        }
        rest = Rest(next, enumerator);
        return new Columns(header.Number, names);
    }

    private static string[] Names(SheetRow row) => [.. row.Cells.Select(cell => cell.Text)];

    private static IEnumerable<SheetRow> Rest(SheetRow? next, IEnumerator<SheetRow> enumerator)
    {
        using (enumerator)
        {
            if (next is { IsBlank: false } row)
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
