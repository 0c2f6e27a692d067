using AwardFlow.Cycles;
using AwardFlow.Delivery;

namespace AwardFlow.Web.Answers;

/// <summary>How a correction of letters stands, for callers.</summary>
public sealed record CorrectionView
{
    /// <summary>Which correction of its cycle, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>How far it is.</summary>
    public required CorrectionState State { get; init; }

    /// <summary>The register number as it was written, perhaps with <c>{number}</c>.</summary>
    public required string LetterNumber { get; init; }

    /// <summary>What <c>{number}</c> is in its first letter; null where all have one number.</summary>
    public int? FirstNumber { get; init; }

    /// <summary>The letters' date.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>How many entries get it.</summary>
    public required int Entries { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Who made it.</summary>
    public required string MadeBy { get; init; }

    /// <summary>Whether the caller made it or, while it awaits approval, changed anything else that its letters come of, and so cannot approve it.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>What an approval names; null before all of it is rendered.</summary>
    public string? ManifestSha256 { get; init; }

    /// <summary>Who approved it so far, in order; null where nobody did.</summary>
    public IReadOnlyList<ApprovalView>? Approvals { get; init; }

    /// <summary>When the last approver did.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Until when that can be taken back; null where it cannot.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>When it was sent back, by whom and why.</summary>
    public PersonsWord? SentBack { get; init; }

    /// <summary>When it was called off, by whom and why.</summary>
    public PersonsWord? Cancelled { get; init; }

    /// <summary>When its last letter was handed to the mail service.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>How many letters a mail service took.</summary>
    public required int Mailed { get; init; }

    /// <summary>How many are held for a person.</summary>
    public required int Held { get; init; }

    /// <summary>How many are received.</summary>
    public required int Received { get; init; }

    /// <summary>What was asked for; only where one correction was asked for.</summary>
    public CorrectionRequest? Request { get; init; }

    /// <summary>What the first of its letters is about; only where one correction was asked for.</summary>
    public string? Subject { get; init; }

    /// <summary>The numbers of its letters, as they say them: of a running number the first and the last; null in a list.</summary>
    public string? Numbers { get; init; }

    /// <summary>Its letters by entry code; only where one correction was asked for.</summary>
    public IReadOnlyList<Letter>? Letters { get; init; }

    internal static CorrectionView Of(Correction correction, LedgerTotals totals, bool isOwn) => new()
    {
        Number = correction.Number,
        State = correction.State,
        LetterNumber = correction.LetterNumber,
        FirstNumber = correction.FirstNumber,
        Date = correction.Date,
        Entries = correction.Entries,
        MadeAt = correction.MadeAt,
        MadeBy = correction.MadeBy,
        IsOwn = isOwn,
        ManifestSha256 = correction.ManifestSha256,
        Approvals = correction.Approvals is [] ? null : [.. correction.Approvals.Select(ApprovalView.Of)],
        ApprovedAt = correction.ApprovedAt,
        UndoUntil = correction.UndoUntil,
        SentBack = correction.SentBack,
        Cancelled = correction.Cancelled,
        SentAt = correction.SentAt,
        Mailed = totals.Mailed,
        Held = totals.Held,
        Received = totals.Received,
    };

    /// <summary>A letter of a correction.</summary>
    /// <param name="EntryCode">The entry.</param>
    /// <param name="Organisation">Its organisation, as the correction names it.</param>
    /// <param name="Address">Where it goes.</param>
    /// <param name="Delivery">What became of it; null before it is released.</param>
    public sealed record Letter(EntryCode EntryCode, string Organisation, string Address, DeliveryView? Delivery);
}
