namespace AwardFlow.Intake.Judging;

/// <summary>Something of a sheet is to be confirmed before it is submitted, and nobody did. Nothing was submitted.</summary>
/// <param name="doubts">What.</param>
/// <param name="confirm">Confirms just this.</param>
public sealed class IncompleteSheetException(SheetDoubts doubts, string confirm) : Exception("The sheet is to be confirmed.")
{
    /// <summary>What is to be confirmed.</summary>
    public SheetDoubts Doubts => doubts;

    /// <summary>Confirms just this.</summary>
    public string Confirm => confirm;
}
