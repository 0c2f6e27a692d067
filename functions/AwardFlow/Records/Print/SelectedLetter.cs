using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Scoring;

namespace AwardFlow.Records.Print;

/// <summary>A letter that is printed or packed.</summary>
/// <param name="Row">Its row in the ledger.</param>
/// <param name="Result">Its entry's result.</param>
/// <param name="Definition">The cycle's definition as this letter has it: a correction has its own number, date and subject.</param>
/// <param name="Files">Its documents, in their order.</param>
internal sealed record SelectedLetter(
    LetterDelivery Row,
    EntryResult Result,
    CycleDefinition Definition,
    IReadOnlyList<(LetterDocument Document, BinaryData Pdf)> Files)
{
    /// <summary>The entry's result as it was frozen: what a correction says differs from it.</summary>
    public EntryResult Frozen { get; init; } = Result;
}
