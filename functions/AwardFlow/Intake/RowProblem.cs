using AwardFlow.Thai;

namespace AwardFlow.Intake;

/// <summary>What is wrong with one cell of an uploaded sheet, or worth a look.</summary>
/// <param name="Row">The row's number as a spreadsheet shows it, from 1; the header is a row too. 0 where it is not about a row.</param>
/// <param name="Column">The column's name as the sheet has it.</param>
/// <param name="Value">What stands there, at most 100 characters of it.</param>
/// <param name="Problem">What is wrong and what would be right.</param>
/// <param name="Sheet">The sheet of the workbook, where several were read; else null.</param>
public sealed record RowProblem(int Row, string Column, string Value, BilingualText Problem, string? Sheet = null);
