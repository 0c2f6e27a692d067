namespace AwardFlow.Intake;

/// <summary>An uploaded sheet was refused whole: nothing of it counts.</summary>
/// <param name="message">Why, for people.</param>
/// <param name="rows">The bad rows, at most <see cref="MostRows"/>.</param>
/// <param name="problems">How many problems there are in all.</param>
public sealed class UploadRefusedException(string message, IReadOnlyList<RowProblem> rows, int problems) : Exception(message)
{
    /// <summary>How many bad rows are listed; of the rest only their number is told.</summary>
    public const int MostRows = 1000;

    /// <summary>A sheet that cannot be read at all.</summary>
    public UploadRefusedException(string message)
        : this(message, [], 0)
    {
    }

    /// <summary>The bad rows, at most <see cref="MostRows"/>.</summary>
    public IReadOnlyList<RowProblem> Rows { get; } = rows;

    /// <summary>How many problems there are in all.</summary>
    public int Problems { get; } = problems;
}
