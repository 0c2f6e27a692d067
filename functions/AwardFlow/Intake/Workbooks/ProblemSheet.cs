using System.Buffers;
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

    private const int MostAreas = 10_000;

    // Excel's limit of a sheet's name.
    private const int LongestName = 31;

    // An error's name for what has no value, and a date with its time, which no cell takes for content.
    private const string NotWorkedOut = "#CALC!";
    private const string DateOnly = "yyyy-mm-dd";

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("[]:*?/\\");
    private const string Midnight = " 00:00";

    private const double Narrow = 18;
    private const double Wide = 80;

    /// <summary>Writes the copy. Rows keep their numbers, sheets their names.</summary>
    /// <param name="file">Where the workbook is written.</param>
    /// <param name="sheets">The sheets that were read.</param>
    /// <param name="signature">By what their header is known.</param>
    /// <param name="problems">What is wrong with them.</param>
    /// <param name="language">The language of the problems.</param>
    public static void Write(Stream file, IReadOnlyList<NamedSheet> sheets, HeaderSignature signature, Problems problems, Language language) =>
        WorkbookWriter.Write(file, [.. sheets.Select(sheet => Copy(sheet, signature, problems, language))]);

    private static WorkbookSheet Copy(NamedSheet sheet, HeaderSignature signature, Problems problems, Language language)
    {
        var columns = HeaderRow.Find(sheet.Read(), signature).Columns;
        var wrong = problems.Rows.Where(problem => IsOf(problem, sheet))
            .Select(problem => (problem.Row, problem.Column, problem.Value, Text: problem.Problem.In(language)))
            .Concat(problems.Warnings.Where(warning => IsOf(warning, sheet))
                .Select(warning => (warning.Row, warning.Column, warning.Value, Text: TemplateTexts.Warning.In(language) + warning.Problem.In(language))))
            .ToList();
        var texts = wrong.GroupBy(problem => problem.Row)
            .ToDictionary(
                row => row.Key,
                row => string.Join("; ", row.Select(problem => problem.Column.Length > 0 ? $"{problem.Column}: {problem.Text}" : problem.Text)));
        var width = sheet.Read().Select(row => row.Cells.Count).DefaultIfEmpty(1).Max();
        var places = PlacesOf(columns, width);
        var several = RowsOf(
            sheet, wrong.Where(problem => places.TryGetValue(problem.Column, out var named) && named.Count > 1).Select(problem => problem.Row).ToHashSet());
        var areas = new HashSet<MergedCells.Area>();
        var marks = wrong.Where(problem => problem.Row > 0 && places.ContainsKey(problem.Column))
            .GroupBy(problem => (problem.Row, Column: PlaceOf(places[problem.Column], several.GetValueOrDefault(problem.Row), problem.Value)))
            .ToDictionary(cell => cell.Key, cell => string.Join("; ", cell.Select(problem => problem.Text)));
        return new WorkbookSheet
        {
            Name = sheet.Name.Length is > 0 and <= LongestName && sheet.Name.AsSpan().IndexOfAny(NotInNames) < 0
                ? sheet.Name
                : TemplateTexts.ProblemsSheet.In(language),
            Widths = [.. Enumerable.Repeat(Narrow, width), Wide],
            Rows = sheet.Read().Where(row => !row.IsBlank || row.Merged is not null).Select(row => Noted(row, areas))
                .Select(row => (row.Number, Cells(
                    row,
                    width,
                    row.Number == columns.HeaderRow,
                    texts.GetValueOrDefault(row.Number),
                    column => marks.ContainsKey((row.Number, column)),
                    language))),
            Comments = [.. marks.OrderBy(mark => mark.Key).Take(MostComments).Select(mark => new CellComment(mark.Key.Row, mark.Key.Column, mark.Value))],
            Merged = areas.Select(area => area with { LastColumn = Math.Min(area.LastColumn, width - 1) })
                .Where(area => area.FirstColumn < area.LastColumn || (area.FirstColumn == area.LastColumn && area.FirstRow < area.LastRow))
                .Select(area => string.Create(
                    CultureInfo.InvariantCulture, $"{Columns.Letter(area.FirstColumn)}{area.FirstRow}:{Columns.Letter(area.LastColumn)}{area.LastRow}")),
        };
    }

    // By name, and by letter where a column has none.
    private static Dictionary<string, List<int>> PlacesOf(Columns columns, int width)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var column = 0; column < width; column++)
        {
            var name = columns.Name(column) is { Length: > 0 } named ? named : Columns.Letter(column);
            if (!places.TryGetValue(name, out var found))
            {
                places.Add(name, found = []);
            }
            found.Add(column);
        }
        return places;
    }

    // Of columns of one name the one with the value, else the first.
    private static int PlaceOf(List<int> columns, SheetRow? row, string value) =>
        row is null ? columns[0] : columns.Find(column => CellText.Quoted(row[column]) == value) is > 0 and var found ? found : columns[0];

    private static Dictionary<int, SheetRow> RowsOf(NamedSheet sheet, HashSet<int> numbers) =>
        numbers.Count == 0 ? [] : sheet.Read().Where(row => numbers.Contains(row.Number)).ToDictionary(row => row.Number);

    private static SheetRow Noted(SheetRow row, HashSet<MergedCells.Area> areas)
    {
        foreach (var merged in row.Merged?.Values ?? [])
        {
            if (areas.Count < MostAreas)
            {
                areas.Add(merged.Area);
            }
        }
        return row;
    }

    private static bool IsOf(RowProblem problem, NamedSheet sheet) => problem.Sheet is null || problem.Sheet == sheet.Name;

    private static IReadOnlyList<WorkbookCell> Cells(SheetRow row, int width, bool isHeader, string? problem, Predicate<int> isMarked, Language language)
    {
        var cells = new WorkbookCell[width + 1];
        for (var column = 0; column < width; column++)
        {
            cells[column] = Copy(row.Cell(column), isMarked(column));
        }
        var name = isHeader ? TemplateTexts.ProblemColumn.In(language) : null;
        var text = problem is null ? name : name is null ? problem : $"{name}: {problem}";
        cells[width] = text is null ? "" : new WorkbookCell(text, null, problem is null ? CellLook.Header : CellLook.Marked);
        return cells;
    }

    // Formats are not copied, so a cell is written as it is seen: sent back as it is, the copy is refused for the same.
    private static WorkbookCell Copy(SheetCell cell, bool isMarked)
    {
        var look = cell.Mark == CellMark.Struck ? (isMarked ? CellLook.MarkedStruck : CellLook.Struck) : isMarked ? CellLook.Marked : CellLook.Plain;
        var isPart = cell.Mark == CellMark.PartlyStruck;
        return cell.Kind switch
        {
            CellKind.Unworked or CellKind.Unread => new WorkbookCell(NotWorkedOut, null, look),
            CellKind.Date => new WorkbookCell(cell.Text.Length == DateOnly.Length ? cell.Text + Midnight : cell.Text, null, look),
            CellKind.Percentage when CellText.TryNumber(cell.Text, out var share) =>
                new WorkbookCell(cell.Shown is { Length: > 0 } percent ? percent : string.Create(CultureInfo.InvariantCulture, $"{share * 100}%"), null, look),
            CellKind.Number when CellText.TryNumber(cell.Text, out var number) =>
                IsAsSeen(cell.Shown, number) ? new WorkbookCell("", number, look) : new WorkbookCell(cell.Shown!, null, look),
            _ => new WorkbookCell(cell.Shown is { Length: > 0 } shown ? shown : cell.Text, null, look, isPart),
        };
    }

    // The number itself, also where only its last decimals are not seen.
    private static bool IsAsSeen(string? shown, decimal number) =>
        string.IsNullOrEmpty(shown)
        || (CellText.TryNumber(shown.Replace(",", "", StringComparison.Ordinal), out var seen) && Math.Abs(seen - number) < 1
            && !(shown.Length > 1 && shown[0] is '0' or '๐' && shown[1] is not '.'));
}
