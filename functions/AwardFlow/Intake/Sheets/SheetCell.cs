namespace AwardFlow.Intake.Sheets;

/// <summary>One cell of an uploaded sheet.</summary>
/// <param name="Text">The cell's text, trimmed; empty where blank. A number is written with a decimal point.</param>
/// <param name="Kind">What the cell holds.</param>
/// <param name="Shown">What a person sees where that is not the text; empty where it is nothing.</param>
/// <param name="Mark">What of it is struck out.</param>
internal readonly record struct SheetCell(string Text, CellKind Kind = CellKind.Text, string? Shown = null, CellMark Mark = CellMark.None)
{
    /// <summary>A cell with nothing in it.</summary>
    public static SheetCell Blank { get; } = new("");

    /// <inheritdoc/>
    public override string ToString() => Text;
}
