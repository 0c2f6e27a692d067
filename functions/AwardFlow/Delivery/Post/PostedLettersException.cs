using AwardFlow.Thai;

namespace AwardFlow.Delivery;

/// <summary>A list of posted letters is not taken; nothing of it is recorded.</summary>
public sealed class PostedLettersException(IReadOnlyList<PostedLettersException.Bad> rows) : Exception($"{rows.Count} rows of the list are wrong.")
{
    /// <summary>What is wrong, row by row.</summary>
    public IReadOnlyList<Bad> Rows => rows;

    /// <summary>A row that is wrong.</summary>
    /// <param name="Row">Its number in the list, from 1.</param>
    /// <param name="Column">Which part of it.</param>
    /// <param name="Value">What stands there.</param>
    /// <param name="Text">Why it is wrong.</param>
    public sealed record Bad(int Row, string Column, string Value, BilingualText Text);
}
