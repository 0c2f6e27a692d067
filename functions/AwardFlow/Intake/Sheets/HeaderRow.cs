namespace AwardFlow.Intake.Sheets;

/// <summary>Finds the row that names the columns.</summary>
internal static class HeaderRow
{
    // People put titles above their tables.
    private const int DeepestHeader = 20;

    /// <summary>Takes rows up to the header: the first that holds one of the names, else the first that is not blank.</summary>
    /// <param name="rows">The sheet; afterwards it stands behind the header, or at its first rows where there is none.</param>
    /// <param name="names">The names of one column that every such sheet has.</param>
    /// <param name="rest">The rows below the header.</param>
    /// <exception cref="UploadRefusedException">The sheet is empty.</exception>
    public static Columns Find(IEnumerable<SheetRow> rows, string[] names, out IEnumerable<SheetRow> rest)
    {
        var top = new List<SheetRow>();
        var enumerator = rows.GetEnumerator();
        while (top.Count < DeepestHeader && enumerator.MoveNext())
        {
            if (enumerator.Current.Cells.Any(cell => names.Contains(cell, StringComparer.OrdinalIgnoreCase)))
            {
                rest = Rest(enumerator);
                return new Columns(enumerator.Current);
            }
            top.Add(enumerator.Current);
        }
        enumerator.Dispose();
        var first = top.Find(row => !row.IsBlank);
        rest = [];
        return first.Cells is null ? throw new UploadRefusedException("The sheet is empty.") : new Columns(first);
    }

    private static IEnumerable<SheetRow> Rest(IEnumerator<SheetRow> enumerator)
    {
        using (enumerator)
        {
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
