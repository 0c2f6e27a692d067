using AwardFlow.Cycles;

namespace AwardFlow.Intake;

/// <summary>The scores of a cycle that has none.</summary>
internal sealed class NoScores : IStandingScores
{
    private NoScores()
    {
    }

    public static NoScores Instance { get; } = new();

    public decimal? Points(EntryCode entryCode, JudgeName judge, string criterion) => null;

    public string Comment(EntryCode entryCode, JudgeName judge, string criterion) => "";

    public bool IsComplete(EntryCode entryCode, JudgeName judge) => false;

    public int LastUpload(EntryCode entryCode, JudgeName judge) => 0;

    public int? Submission(EntryCode entryCode, JudgeName judge) => null;

    public bool IsScored(EntryCode entryCode) => false;
}
