namespace AwardFlow.Intake.Sheets;

/// <summary>A text of a workbook with what its runs say of lines through it.</summary>
/// <param name="Text">The text, cleaned.</param>
/// <param name="Runs">The kinds of runs that it has.</param>
internal readonly record struct SharedText(string Text, SharedText.RunKinds Runs)
{
    /// <summary>The kinds of runs.</summary>
    [Flags]
    internal enum RunKinds
    {
        /// <summary>No text.</summary>
        None = 0,

        /// <summary>Looks as its cell does.</summary>
        AsCell = 1,

        /// <summary>With a line through it.</summary>
        Struck = 2,

        /// <summary>Without a line, whatever its cell has.</summary>
        Plain = 4,
    }

    /// <summary>What is struck out of the text in a cell.</summary>
    /// <param name="inStruckCell">Whether the cell itself has a line through it.</param>
    public CellMark Mark(bool inStruckCell)
    {
        var struck = Runs.HasFlag(RunKinds.Struck) || (inStruckCell && Runs.HasFlag(RunKinds.AsCell));
        var plain = Runs.HasFlag(RunKinds.Plain) || (!inStruckCell && Runs.HasFlag(RunKinds.AsCell));
        return !struck ? CellMark.None : plain ? CellMark.PartlyStruck : CellMark.Struck;
    }
}
