namespace AwardFlow.Delivery;

/// <summary>Numbers that are recorded would be lost, and nobody confirmed that. Nothing is recorded.</summary>
/// <param name="changes">Which.</param>
/// <param name="confirm">Confirms just these.</param>
public sealed class PostingChangesException(IReadOnlyList<PostingChange> changes, string confirm) : Exception($"{changes.Count} numbers would change.")
{
    /// <summary>Which numbers, and what they would be.</summary>
    public IReadOnlyList<PostingChange> Changes => changes;

    /// <summary>Confirms just these.</summary>
    public string Confirm => confirm;
}
