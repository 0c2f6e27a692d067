using AwardFlow.Intake;
using AwardFlow.Thai;

namespace AwardFlow.Web.Answers;

/// <summary>What is wrong with one cell of an uploaded sheet, or worth a look, for callers.</summary>
/// <param name="Row">The row's number as a spreadsheet shows it, from 1; 0 where it is not about a row.</param>
/// <param name="Column">The column's name as the sheet has it.</param>
/// <param name="Value">What stands there, at most 100 characters of it.</param>
/// <param name="Problem">What is wrong and what would be right.</param>
/// <param name="Sheet">The sheet of the workbook, where several were read.</param>
public sealed record RowProblemView(int Row, string Column, string Value, string Problem, string? Sheet = null)
{
    /// <summary>Rows in one language.</summary>
    public static IReadOnlyList<RowProblemView> Of(IEnumerable<RowProblem> rows, Language language) =>
        [.. rows.Select(row => new RowProblemView(row.Row, row.Column, row.Value, row.Problem.In(language), row.Sheet))];
}
