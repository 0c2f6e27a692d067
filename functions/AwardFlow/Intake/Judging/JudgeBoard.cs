using AwardFlow.Cycles;

namespace AwardFlow.Intake.Judging;

/// <summary>The secretary's board: how far each judge is with each entry.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="State">How far the cycle is.</param>
/// <param name="ClosesAt">When scores are frozen; null where no time stands.</param>
/// <param name="Entries">The entries that are not withdrawn, in the order in which they came.</param>
/// <param name="Judges">The judges, in the definition's order.</param>
public sealed record JudgeBoard(
    CycleId Cycle,
    CycleState State,
    DateTimeOffset? ClosesAt,
    IReadOnlyList<EntryCode> Entries,
    IReadOnlyList<JudgeBoard.Row> Judges)
{
    /// <summary>How far one judge is.</summary>
    public sealed record Row
    {
        /// <summary>The judge.</summary>
        public required JudgeName Judge { get; init; }

        /// <summary>Where the judge's link goes; null where nobody knows.</summary>
        public string? Email { get; init; }

        /// <summary>Whether there is a link.</summary>
        public LinkState? Link { get; init; }

        /// <summary>When the link was made, or withdrawn.</summary>
        public DateTimeOffset? LinkChangedAt { get; init; }

        /// <summary>What became of the last mail to the judge.</summary>
        public string? Mail { get; init; }

        /// <summary>When the judge's page was used last.</summary>
        public DateTimeOffset? LastSeenAt { get; init; }

        /// <summary>When the judge was reminded last.</summary>
        public DateTimeOffset? RemindedAt { get; init; }

        /// <summary>Whether the sheet is open, submitted or closed.</summary>
        public required SheetState State { get; init; }

        /// <summary>When it was submitted.</summary>
        public DateTimeOffset? SubmittedAt { get; init; }

        /// <summary>The submission's number in the cycle's history.</summary>
        public int? UploadNumber { get; init; }

        /// <summary>Whence the submission came.</summary>
        public UploadSource? Source { get; init; }

        /// <summary>Whether the closing time has passed, or is near, and the judge's scores are not there.</summary>
        public required bool Late { get; init; }

        /// <summary>How many entries the judge still owes (<see cref="JudgeProgress.Owes"/>).</summary>
        public required int Owed { get; init; }

        /// <summary>Of how many entries something but not all is typed.</summary>
        public required int Begun { get; init; }

        /// <summary>Of how many entries all criteria have scores, by a page or a sheet; what was sent back is not among them.</summary>
        public required int Complete { get; init; }

        /// <summary>How many entries the judge is to score.</summary>
        public required int Of { get; init; }

        /// <summary>How many entries were typed from paper.</summary>
        public required int FromPaper { get; init; }

        /// <summary>Scans of what came on paper.</summary>
        public required IReadOnlyList<PaperScan> Papers { get; init; }

        /// <summary>Sheets that have scores of the judge and count too.</summary>
        public required IReadOnlyList<SheetOfJudge> Sheets { get; init; }

        /// <summary>What the judge declined, in the order of the list.</summary>
        public required IReadOnlyList<Recusal> Recusals { get; init; }

        /// <summary>How far each entry is, in the order of <see cref="JudgeBoard.Entries"/>.</summary>
        public required IReadOnlyList<CellState> Cells { get; init; }
    }

    /// <summary>An entry that a judge declined.</summary>
    /// <param name="Entry">The entry.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="At">When.</param>
    public sealed record Recusal(EntryCode Entry, string Reason, DateTimeOffset At);

    /// <summary>A sheet that has scores of a judge.</summary>
    /// <param name="UploadNumber">Its number in the cycle's history.</param>
    /// <param name="At">When it was accepted.</param>
    /// <param name="By">Who sent it.</param>
    /// <param name="Counts">Whose scores count where the sheet and the page both have some.</param>
    public sealed record SheetOfJudge(int UploadNumber, DateTimeOffset At, string By, CountingWay Counts);
}
