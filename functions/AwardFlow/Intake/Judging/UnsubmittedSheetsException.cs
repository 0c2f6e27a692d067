namespace AwardFlow.Intake.Judging;

/// <summary>Judges have not submitted, and nobody confirmed that. Nothing was closed.</summary>
/// <param name="sheets">Judge by judge.</param>
/// <param name="confirm">Confirms just these.</param>
public sealed class UnsubmittedSheetsException(IReadOnlyList<UnsubmittedSheet> sheets, string confirm) : Exception($"{sheets.Count} judges have not submitted.")
{
    /// <summary>Judge by judge.</summary>
    public IReadOnlyList<UnsubmittedSheet> Sheets => sheets;

    /// <summary>Confirms just these.</summary>
    public string Confirm => confirm;
}
