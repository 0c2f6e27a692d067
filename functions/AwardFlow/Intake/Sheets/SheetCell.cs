namespace AwardFlow.Intake.Sheets;

/// <summary>One cell of an uploaded sheet.</summary>
/// <param name="Text">The cell's text, trimmed; empty where blank. A number is written with a decimal point.</param>
/// <param name="Kind">What the cell holds.</param>
/// <param name="Shown">What a person sees of the number where that is rounded; null where it is all of it.</param>
internal readonly record struct SheetCell(string Text, CellKind Kind = CellKind.Text, string? Shown = null)
{
    /// <summary>A cell with nothing in it.</summary>
    public static SheetCell Blank { get; } = new("");

    /// <inheritdoc/>
    public override string ToString() => Text;
}
