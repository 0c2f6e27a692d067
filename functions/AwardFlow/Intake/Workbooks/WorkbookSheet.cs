namespace AwardFlow.Intake.Workbooks;

/// <summary>A sheet of a workbook that AwardFlow makes.</summary>
internal sealed record WorkbookSheet
{
    /// <summary>The sheet's name: at most 31 characters, none of <c>[]:*?/\</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The columns' widths in characters.</summary>
    public required IReadOnlyList<double> Widths { get; init; }

    /// <summary>The columns, from 0, whose cells are texts even where they look like numbers, so that 001 stays 001.</summary>
    public IReadOnlyList<int> TextColumns { get; init; } = [];

    /// <summary>How many rows at the top stay in sight, and head every printed page.</summary>
    public int FrozenRows { get; init; }

    /// <summary>The rows by their numbers, which rise.</summary>
    public required IEnumerable<(int Number, IReadOnlyList<WorkbookCell> Cells)> Rows { get; init; }

    /// <summary>Areas of merged cells, such as A1:B2, read once the rows are written.</summary>
    public IEnumerable<string> Merged { get; init; } = [];

    /// <summary>Comments at cells, by row and column.</summary>
    public IReadOnlyList<CellComment> Comments { get; init; } = [];

    /// <summary>What may be typed where.</summary>
    public IReadOnlyList<TypingLimit> Limits { get; init; } = [];
}
