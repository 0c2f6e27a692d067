namespace AwardFlow.Cycles;

/// <summary>How recipients are asked to confirm their letters.</summary>
public sealed record ReceiptRules
{
    /// <summary>Days between a letter or a reminder and the next reminder: 1 to 90.</summary>
    public int RemindAfterDays { get; init; } = 3;

    /// <summary>How many reminders at the most: 0 to 10.</summary>
    public int Reminders { get; init; } = 2;

    /// <summary>Days after sending at which the cycle completes, received or not: 1 to 365.</summary>
    public int ClosesReceiptsAfterDays { get; init; } = 30;
}
