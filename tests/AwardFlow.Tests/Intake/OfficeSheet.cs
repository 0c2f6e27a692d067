using System.Text;
using AwardFlow.Intake;
using AwardFlow.Intake.Sheets;
using AwardFlow.Tests.Corpus;

namespace AwardFlow.Tests.Intake;

/// <summary>What becomes of a small sheet in the cycle of <see cref="OfficeCycle"/>: its rows as csv, problems, warnings, and rows passed over.</summary>
internal sealed record OfficeSheet(string[] Rows, string[] Problems, string[] Warnings, string[] PassedOver, string? Refused)
{
    public static OfficeSheet Scores(params string[] lines) => Of(UploadKind.Scores, Text(lines), new UploadOptions(), OfficeCycle.Context);

    public static OfficeSheet Scores(UploadOptions options, params string[] lines) => Of(UploadKind.Scores, Text(lines), options, OfficeCycle.Context);

    public static OfficeSheet Scores(RawWorkbook workbook, UploadOptions? options = null) =>
        Of(UploadKind.Scores, workbook.ToBytes(), options ?? new UploadOptions(), OfficeCycle.Context);

    public static OfficeSheet Entries(params string[] lines) =>
        Of(UploadKind.Entries, Text(lines), new UploadOptions(), OfficeCycle.Context with { Entries = [] });

    public static OfficeSheet Entries(RawWorkbook workbook) =>
        Of(UploadKind.Entries, workbook.ToBytes(), new UploadOptions(), OfficeCycle.Context with { Entries = [] });

    /// <summary>Reads a sheet as an upload does.</summary>
    public static OfficeSheet Of(UploadKind kind, byte[] bytes, UploadOptions options, SheetContext context)
    {
        using var file = new MemoryStream(bytes);
        var problems = new Problems();
        string[] rows = [];
        UploadRefusedException? refused = null;
        try
        {
            using var sheets = SheetFile.Open(file, FileKind.Of(file), TestContext.Current.CancellationToken);
            using var sheet = kind == UploadKind.Entries
                ? UnderstoodSheet.OfEntries(sheets, options, problems, context)
                : UnderstoodSheet.OfScores(sheets, options, problems, context);
            using var text = new StreamReader(sheet.Rows.FinishAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult().File);
            rows = [.. text.ReadToEnd().Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries).Skip(1)];
        }
        catch (UploadRefusedException e)
        {
            refused = e;
        }
        return new OfficeSheet(rows, Written(refused?.Rows ?? []), Written(problems.Warnings), Written(problems.PassedOver), refused?.Text.English);
    }

    private static byte[] Text(string[] lines) => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    private static string[] Written(IEnumerable<RowProblem> rows) => [.. rows.Select(row => $"{row.Row} {row.Column} '{row.Value}': {row.Problem.English}")];
}
