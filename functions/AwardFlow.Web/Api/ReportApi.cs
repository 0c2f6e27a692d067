using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake.Texts;
using AwardFlow.Records.Report;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>A cycle's report for the director, and the memo that carries it upward.</summary>
internal static class ReportApi
{
    private const string Pdf = "application/pdf";

    public static void MapReport(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/report.pdf", PdfAsync)
            .Produces<string>(contentType: Pdf)
            .WithSummary("The cycle's report for the director, once scores are frozen");
        api.MapGet("/cycles/{id}/report.xlsx", XlsxAsync).Produces<string>(contentType: Xlsx.ContentType).WithSummary("The report's figures as a workbook");
        api.MapGet("/cycles/{id}/memo.pdf", MemoAsync).Produces<string>(contentType: Pdf)
            .WithSummary(
                "The memo (บันทึกข้อความ) that carries the report upward; ?to= whom, ?number=, ?date= such as 2021-11-15 or none, ?from= who signs it, ?position=");
    }

    private static async Task<FileContentHttpResult> PdfAsync(CycleId id, CycleReport report, CancellationToken cancellationToken) =>
        TypedResults.File(await report.PdfAsync(id, cancellationToken), Pdf, $"{id}-report.pdf");

    private static async Task<FileContentHttpResult> XlsxAsync(CycleId id, CycleReport report, CancellationToken cancellationToken) =>
        Xlsx.File($"{id}-report.xlsx", await report.SheetsAsync(id, cancellationToken));

    private static async Task<FileContentHttpResult> MemoAsync(
        CycleId id, string? to, string? number, string? date, string? from, string? position,
        CycleReport report, TimeProvider time, CancellationToken cancellationToken)
    {
        var options = new MemoOptions(Text("to", to), Text("number", number), Day(date, time), Text("from", from), Text("position", position));
        return TypedResults.File(await report.MemoAsync(id, options, cancellationToken), Pdf, $"{id}-memo.pdf");
    }

    private static string? Text(string name, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Length <= MemoOptions.Longest && !text.Any(char.IsControl) && Thai.LetterCharacters.Missing(text) is null ? text.Trim()
        : throw new RequestRefusedException(StatusCodes.Status400BadRequest, UploadTexts.Unreadable, ReportRefusals.BadText(name, MemoOptions.Longest));

    private static DateOnly? Day(string? date, TimeProvider time) =>
        string.IsNullOrEmpty(date) ? DateOnly.FromDateTime(Thai.ThaiTime.Of(time.GetUtcNow()).DateTime)
        : date == "none" ? null
        : DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RequestRefusedException(StatusCodes.Status400BadRequest, UploadTexts.Unreadable, UploadTexts.BadParameter("date", "2021-11-15, none"));
}
