namespace AwardFlow.Intake.Sheets;

/// <summary>By what the header of a kind of sheet is known.</summary>
/// <param name="Key">A column that every such sheet has.</param>
/// <param name="Other">Another one, which tells this kind of sheet from others.</param>
/// <param name="IsBelow">Whether a name may stand in a second header row, below one that spans several columns.</param>
internal sealed record HeaderSignature(ColumnName Key, ColumnName Other, Predicate<string> IsBelow)
{
    /// <summary>How well a row fits: 0 not at all, 1 it has the key column, 2 it has both.</summary>
    public int Fit(SheetRow row)
    {
        var keys = row.Cells.Where(cell => cell.Text.Length > 0).Select(cell => ColumnName.Key(cell.Text)).ToList();
        return !keys.Exists(Key.Is) ? 0 : keys.Exists(Other.Is) ? 2 : 1;
    }
}
