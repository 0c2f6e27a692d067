using AwardFlow.Approvals;
using AwardFlow.Cycles;

namespace AwardFlow.Delivery;

/// <summary>What an approver decides on, as it was when it was asked for.</summary>
public sealed record ApprovalDesk
{
    /// <summary>The manifest's SHA-256: what an approval says yes to.</summary>
    public required string ManifestSha256 { get; init; }

    /// <summary>Which time the letters were made, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>How many letters there are.</summary>
    public required int Letters { get; init; }

    /// <summary>How many entries passed.</summary>
    public required int Passed { get; init; }

    /// <summary>How many did not.</summary>
    public required int NotPassed { get; init; }

    /// <summary>How many have no letter.</summary>
    public required int WithoutLetter { get; init; }

    /// <summary>Who signs.</summary>
    public required Signatory Signatory { get; init; }

    /// <summary>The date on the letters.</summary>
    public required DateOnly LetterDate { get; init; }

    /// <summary>The number on the letters; where each has its own, the first and the last.</summary>
    public required string LetterNumber { get; init; }

    /// <summary>Who had a hand in it, by name.</summary>
    public required IReadOnlyList<string> PreparedBy { get; init; }

    /// <summary>Why whoever asks cannot approve it; null where he or she can, or is no approver.</summary>
    public ApprovalRefusal? Refusal { get; init; }

    /// <summary>Whether every judge had scored every entry at closing.</summary>
    public required bool ScoresComplete { get; init; }

    /// <summary>What is odd.</summary>
    public required IReadOnlyList<DeskWarning> Warnings { get; init; }

    /// <summary>The letters to step through, at most <see cref="DeskSelection.Most"/>.</summary>
    public required IReadOnlyList<DeskLetter> Queue { get; init; }
}
