using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Sheets;

/// <summary>Collects what is wrong with a sheet, what is worth a look, and what was passed over.</summary>
/// <param name="most">How many are kept of each; of the rest only the number is known.</param>
internal sealed class Problems(int most = UploadRefusedException.MostRows)
{
    private readonly List<RowProblem> _rows = [];
    private readonly List<RowProblem> _warnings = [];
    private readonly List<RowProblem> _passedOver = [];

    /// <summary>The sheet that is being read, where several are; else null.</summary>
    public string? Sheet { get; set; }

    /// <summary>How many problems there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether further problems are only counted, so that no time need go into their words.</summary>
    public bool IsFull => _rows.Count >= most;

    /// <summary>The problems that are kept, by row.</summary>
    public IReadOnlyList<RowProblem> Rows => [.. _rows.OrderBy(problem => problem.Row)];

    /// <summary>What is taken but worth a look, by row.</summary>
    public IReadOnlyList<RowProblem> Warnings => [.. _warnings.OrderBy(warning => warning.Row)];

    /// <summary>Rows that hold no entry, such as totals and signatures.</summary>
    public IReadOnlyList<RowProblem> PassedOver => _passedOver;

    public void Add(int row, string column, string value, BilingualText problem)
    {
        Count++;
        if (!IsFull)
        {
            _rows.Add(new RowProblem(row, column, CellText.Quoted(value), problem, Sheet));
        }
    }

    public void Warn(int row, string column, string value, BilingualText warning)
    {
        if (_warnings.Count < most)
        {
            _warnings.Add(new RowProblem(row, column, CellText.Quoted(value), warning, Sheet));
        }
    }

    public void PassOver(SheetRow row, BilingualText what)
    {
        if (_passedOver.Count < most)
        {
            _passedOver.Add(new RowProblem(row.Number, "", CellText.Quoted(row.First), what, Sheet));
        }
    }

    public void PassOver(NamedSheet sheet)
    {
        if (_passedOver.Count < most)
        {
            _passedOver.Add(new RowProblem(0, "", CellText.Quoted(sheet.Name), PassedOverTexts.OtherSheet, sheet.Name));
        }
    }

    /// <exception cref="UploadRefusedException">There are any problems.</exception>
    public void ThrowIfAny()
    {
        if (Count > 0)
        {
            throw new UploadRefusedException(UploadTexts.HasProblems(Count, _rows.Count), Rows, Count);
        }
    }
}
