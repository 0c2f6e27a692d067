namespace AwardFlow.Intake.Sheets;

/// <summary>Collects what is wrong with a sheet.</summary>
internal sealed class Problems
{
    private readonly List<RowProblem> _rows = [];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    public void Add(int row, string column, string value, string problem)
    {
        Count++;
        if (_rows.Count < UploadRefusedException.MostRows)
        {
            _rows.Add(new RowProblem(row, column, value, problem));
        }
    }

    /// <exception cref="UploadRefusedException">There are any.</exception>
    public void ThrowIfAny()
    {
        if (Count > 0)
        {
            throw new UploadRefusedException(Count == 1 ? "The sheet has a problem; nothing of it was taken." : $"The sheet has {Count} problems; nothing of it was taken.", _rows, Count);
        }
    }
}
