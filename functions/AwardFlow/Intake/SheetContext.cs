using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;

namespace AwardFlow.Intake;

/// <summary>What a sheet is understood against: its cycle as it stands.</summary>
internal sealed record SheetContext
{
    /// <summary>The cycle.</summary>
    public required CycleDefinition Definition { get; init; }

    /// <summary>The entries that it has.</summary>
    public required IReadOnlyList<Entry> Entries { get; init; }

    /// <summary>The judges that scored before.</summary>
    public IReadOnlyCollection<JudgeName> Judges { get; init; } = [];

    /// <summary>The entries, and single judges' scores of them, that are withdrawn.</summary>
    public WithdrawnScores Withdrawn { get; init; } = new([]);

    /// <summary>What people said that the columns of its sheets mean.</summary>
    public ColumnMapping Mapping { get; init; } = ColumnMapping.None;

    /// <summary>The numbers of what judges submitted on their pages and counts, by judge.</summary>
    public IReadOnlyDictionary<JudgeName, int> Submissions { get; init; } = new Dictionary<JudgeName, int>();

    /// <summary>The scores that count; none where nobody asks for changes.</summary>
    public IStandingScores Scores { get; init; } = NoScores.Instance;
}
