using AwardFlow.Cycles;
using AwardFlow.Scoring;

namespace AwardFlow.Web.Answers;

/// <summary>How a cycle stands, for callers.</summary>
public sealed record CycleView
{
    /// <summary>The cycle's id.</summary>
    public required CycleId Id { get; init; }

    /// <summary>The cycle's title.</summary>
    public required string Title { get; init; }

    /// <summary>The award.</summary>
    public required string Award { get; init; }

    /// <summary>The year of the Buddhist Era.</summary>
    public required int Year { get; init; }

    /// <summary>How far the cycle has come.</summary>
    public required CycleState State { get; init; }

    /// <summary>What the cycle waits for, in words.</summary>
    public required string WaitsFor { get; init; }

    /// <summary>When scores are frozen; null for a draft that does not say, and where a person closes.</summary>
    public required DateTimeOffset? ClosesAt { get; init; }

    /// <summary>When they were.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The least average that passes.</summary>
    public required decimal PassMark { get; init; }

    /// <summary>Whether a person releases the letters.</summary>
    public required Approval Approval { get; init; }

    /// <summary>In whose positions, in order; null where one approver does.</summary>
    public IReadOnlyList<string>? ApprovalsNeeded { get; init; }

    /// <summary>Who approved so far, in which position and when.</summary>
    public IReadOnlyList<ApprovalView>? Approvals { get; init; }

    /// <summary>The SHA-256 of what awaits approval or was approved; null before all is rendered.</summary>
    public string? ManifestSha256 { get; init; }

    /// <summary>Until when the approval can be taken back; null where it cannot.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>How many seconds are left until then; null where it cannot be taken back any more.</summary>
    public double? UndoSeconds { get; init; }

    /// <summary>Which time the letters are made, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>When, by whom and why it was sent back last; null where it never was.</summary>
    public PersonsWord? SentBack { get; init; }

    /// <summary>When, by whom and why it was paused; null where it is not.</summary>
    public PersonsWord? Paused { get; init; }

    /// <summary>Where it is paused: how far it had come.</summary>
    public CycleState? PausedState { get; init; }

    /// <summary>When, by whom and why what was not sent was called off; null where it was not.</summary>
    public PersonsWord? Cancelled { get; init; }

    /// <summary>Who released them.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>When they were released.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When the last letter was handed to the mail service.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>When every letter was received, or the time for receipts ended.</summary>
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>How many entries there are.</summary>
    public required int Entries { get; init; }

    /// <summary>How many score sheets were taken.</summary>
    public required int ScoreSheets { get; init; }

    /// <summary>How many letters the cycle has once it is closed: entries with an average.</summary>
    public required int Letters { get; init; }

    /// <summary>How many of them are rendered.</summary>
    public required int Rendered { get; init; }

    /// <summary>How many of them the mail service took.</summary>
    public required int Mailed { get; init; }

    /// <summary>How many of them wait to be posted on paper.</summary>
    public required int ToPost { get; init; }

    /// <summary>How many of them were posted on paper.</summary>
    public required int Posted { get; init; }

    /// <summary>How many of them are held until a person decides.</summary>
    public required int Held { get; init; }

    /// <summary>How many of them are received.</summary>
    public required int Received { get; init; }

    /// <summary>How many pairs of entry and judge lacked scores at closing.</summary>
    public required int MissingCount { get; init; }

    /// <summary>The first of them.</summary>
    public IReadOnlyList<MissingScores>? Missing { get; init; }

    /// <summary>Who changed the definition last; null where an earlier version did not write it down.</summary>
    public string? DefinitionBy { get; init; }

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? DefinitionAt { get; init; }

    /// <summary>Whether there is an emblem.</summary>
    public required bool HasEmblem { get; init; }

    /// <summary>Whether there is a picture of the signature.</summary>
    public required bool HasSignature { get; init; }

    /// <summary>In the answer to a change: the definition that was replaced.</summary>
    public ReplacedDefinition? Replaced { get; init; }

    /// <summary>In the answer to a draft: what it lacks before it can be opened.</summary>
    public IReadOnlyList<FaultView>? Faults { get; init; }

    /// <summary>Whether an approver paused it, so that it takes an approver to let it go on.</summary>
    public bool PausedByApprover { get; init; }

    /// <summary>How many corrections of its letters people began.</summary>
    public required int Corrections { get; init; }

    /// <summary>How many of them wait for an approver.</summary>
    public required int CorrectionsAwaiting { get; init; }

    /// <summary>Why the cycle's flow could not go on, in the words of what failed; null where nothing did.</summary>
    public string? Problem { get; init; }

    /// <summary>What kind of problem that is; null where there is none.</summary>
    public ProblemKind? ProblemKind { get; init; }
}
