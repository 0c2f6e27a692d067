using System.Globalization;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Workbooks;

/// <summary>A copy of an uploaded sheet with a column more, which says in each row what is wrong with it.</summary>
internal static class ProblemSheet
{
    /// <summary>How many problems are written at most.</summary>
    public const int MostProblems = 100_000;

    private const double Narrow = 18;
    private const double Wide = 80;

    /// <summary>Writes the copy. Rows keep their numbers.</summary>
    /// <param name="file">Where the workbook is written.</param>
    /// <param name="sheet">The sheet.</param>
    /// <param name="signature">By what its header is known.</param>
    /// <param name="problems">What is wrong with it.</param>
    /// <param name="language">The language of the problems.</param>
    public static void Write(Stream file, NamedSheet sheet, HeaderSignature signature, Problems problems, Language language)
    {
        var wrong = problems.Rows.Select(problem => (problem.Row, problem.Column, Text: problem.Problem.In(language)))
            .Concat(problems.Warnings.Select(warning => (warning.Row, warning.Column, Text: TemplateTexts.Warning.In(language) + warning.Problem.In(language))))
            .GroupBy(problem => problem.Row)
            .ToDictionary(row => row.Key, row => string.Join("; ", row.Select(problem => $"{problem.Column}: {problem.Text}")));
        var header = HeaderRow.Find(sheet.Read(), signature).Columns.HeaderRow;
        var width = sheet.Read().Max(row => row.Cells.Count);
        WorkbookWriter.Write(file, new WorkbookSheet
        {
            Name = TemplateTexts.ProblemsSheet.In(language),
            Widths = [.. Enumerable.Repeat(Narrow, width), Wide],
            Rows = sheet.Read().Where(row => !row.IsBlank).Select(row => (row.Number, Cells(row, width, row.Number == header, wrong.GetValueOrDefault(row.Number), language))),
        });
    }

    private static IReadOnlyList<WorkbookCell> Cells(SheetRow row, int width, bool isHeader, string? problem, Language language)
    {
        var cells = new WorkbookCell[width + 1];
        for (var column = 0; column < width; column++)
        {
            cells[column] = Copy(row.Cell(column));
        }
        var name = isHeader ? TemplateTexts.ProblemColumn.In(language) : null;
        var text = problem is null ? name : name is null ? problem : $"{name}: {problem}";
        cells[width] = text is null ? "" : new WorkbookCell(text, null, problem is null ? CellLook.Header : CellLook.Marked);
        return cells;
    }

    private static WorkbookCell Copy(SheetCell cell) =>
        cell.Kind is CellKind.Number or CellKind.Percentage && decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new WorkbookCell("", number)
            : new WorkbookCell(cell.Text);
}
