using System.Globalization;
using AwardFlow.Intake.Sheets;
using AwardFlow.Intake.Texts;
using AwardFlow.Thai;

namespace AwardFlow.Intake.Workbooks;

/// <summary>A copy of an uploaded sheet: its bad cells are marked and say what is wrong with them, and a column more says it in each row.</summary>
internal static class ProblemSheet
{
    /// <summary>How many problems are written at most.</summary>
    public const int MostProblems = 100_000;

    // Each comment is a drawing too, and programs grow slow with many.
    private const int MostComments = 2_000;

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
        var columns = HeaderRow.Find(sheet.Read(), signature).Columns;
        var wrong = problems.Rows.Where(problem => IsOf(problem, sheet)).Select(problem => (problem.Row, problem.Column, Text: problem.Problem.In(language)))
            .Concat(problems.Warnings.Where(warning => IsOf(warning, sheet)).Select(warning => (warning.Row, warning.Column, Text: TemplateTexts.Warning.In(language) + warning.Problem.In(language))))
            .ToList();
        var texts = wrong.GroupBy(problem => problem.Row)
            .ToDictionary(row => row.Key, row => string.Join("; ", row.Select(problem => problem.Column.Length > 0 ? $"{problem.Column}: {problem.Text}" : problem.Text)));
        var width = sheet.Read().Max(row => row.Cells.Count);
        var places = PlacesOf(columns, width);
        var marks = wrong.Where(problem => problem.Row > 0 && places.ContainsKey(problem.Column))
            .GroupBy(problem => (problem.Row, Column: places[problem.Column]))
            .ToDictionary(cell => cell.Key, cell => string.Join("; ", cell.Select(problem => problem.Text)));
        WorkbookWriter.Write(file, new WorkbookSheet
        {
            Name = TemplateTexts.ProblemsSheet.In(language),
            Widths = [.. Enumerable.Repeat(Narrow, width), Wide],
            Rows = sheet.Read().Where(row => !row.IsBlank)
                .Select(row => (row.Number, Cells(row, width, row.Number == columns.HeaderRow, texts.GetValueOrDefault(row.Number), column => marks.ContainsKey((row.Number, column)), language))),
            Comments = [.. marks.OrderBy(mark => mark.Key).Take(MostComments).Select(mark => new CellComment(mark.Key.Row, mark.Key.Column, mark.Value))],
        });
    }

    // By name, and by letter where a column has none; of columns of one name the first.
    private static Dictionary<string, int> PlacesOf(Columns columns, int width)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var column = 0; column < width; column++)
        {
            places.TryAdd(columns.Name(column) is { Length: > 0 } name ? name : Columns.Letter(column), column);
        }
        return places;
    }

    private static bool IsOf(RowProblem problem, NamedSheet sheet) => problem.Sheet is null || problem.Sheet == sheet.Name;

    private static IReadOnlyList<WorkbookCell> Cells(SheetRow row, int width, bool isHeader, string? problem, Predicate<int> isMarked, Language language)
    {
        var cells = new WorkbookCell[width + 1];
        for (var column = 0; column < width; column++)
        {
            cells[column] = Copy(row.Cell(column), isMarked(column) ? CellLook.Marked : CellLook.Plain);
        }
        var name = isHeader ? TemplateTexts.ProblemColumn.In(language) : null;
        var text = problem is null ? name : name is null ? problem : $"{name}: {problem}";
        cells[width] = text is null ? "" : new WorkbookCell(text, null, problem is null ? CellLook.Header : CellLook.Marked);
        return cells;
    }

    private static WorkbookCell Copy(SheetCell cell, CellLook look) =>
        cell.Kind is CellKind.Number or CellKind.Percentage && decimal.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? new WorkbookCell("", number, look)
            : new WorkbookCell(cell.Text, null, look);
}
