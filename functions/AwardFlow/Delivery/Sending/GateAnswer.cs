namespace AwardFlow.Delivery;

/// <summary>Whether a mail may go.</summary>
/// <param name="Row">Its row, with the documents that were approved; null where it waits.</param>
/// <param name="Hold">Why it is held for a person; null where it is not.</param>
public sealed record GateAnswer(LetterDelivery? Row, DeliveryCause? Hold)
{
    /// <summary>Nothing goes out now: a person stopped the cycle.</summary>
    public static GateAnswer Wait { get; } = new(null, null);

    /// <summary>It may go.</summary>
    public static GateAnswer Go(LetterDelivery row) => new(row, null);

    /// <summary>It is held.</summary>
    public static GateAnswer Held(LetterDelivery row, DeliveryCause why) => new(row, why);
}
