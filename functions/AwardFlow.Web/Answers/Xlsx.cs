using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using MiniExcelLibs;

namespace AwardFlow.Web.Answers;

/// <summary>Answers as Excel workbooks.</summary>
internal static class Xlsx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>A workbook of one sheet, whose texts Excel does not take for formulas.</summary>
    public static FileContentHttpResult File(string name, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var file = new MemoryStream();
        file.SaveAs(rows.Select(row => columns.Zip(row).ToDictionary(cell => cell.First, cell => Harmless(Csv.Plain(cell.Second)), StringComparer.Ordinal)));
        return TypedResults.File(file.ToArray(), ContentType, name);
    }

    /// <summary>A workbook of several sheets.</summary>
    public static FileContentHttpResult File(string name, IReadOnlyList<(string Name, IReadOnlyList<string> Columns, IReadOnlyList<object?[]> Rows)> sheets)
    {
        using var file = new MemoryStream();
        file.SaveAs(sheets.ToDictionary(
            sheet => sheet.Name,
            sheet => (object)sheet.Rows.Select(
                row => sheet.Columns.Zip(row).ToDictionary(cell => cell.First, cell => Harmless(Csv.Plain(cell.Second)), StringComparer.Ordinal)),
            StringComparer.Ordinal));
        return TypedResults.File(file.ToArray(), ContentType, name);
    }

    private static object? Harmless(object? value) =>
        value is string { Length: > 0 } text && "=+-@$\t\r".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : value;
}
