namespace AwardFlow.Cycles;

/// <summary>That all of a kind of a cycle's data was erased, when its time was over.</summary>
/// <param name="Kind">Which kind: a code.</param>
/// <param name="At">When.</param>
/// <param name="Count">How many there were.</param>
public sealed record ErasedKind(string Kind, DateTimeOffset At, int Count)
{
    /// <summary>Scores by judge, with the sheets that they came in.</summary>
    public const string ScoresByJudge = "scoresByJudge";

    /// <summary>Telephone numbers of entries.</summary>
    public const string Telephones = "telephones";
}
