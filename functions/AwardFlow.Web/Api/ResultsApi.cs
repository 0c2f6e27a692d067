using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Averages, ranks and who passed.</summary>
internal static class ResultsApi
{
    private static readonly string[] Columns = ["entry_code", "organisation", "judges", "average", "rank", "passed"];

    public static void MapResults(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/results", JsonAsync).RequireAuthorization(Policies.Scores)
            .WithSummary(
                "Results; before closing as they stand, marked provisional; with ?limit= a page of them and a summary, ?skip= from where or ?around= an entry, ?q= only what holds these words, ?passed=yes, no or none, ?province=, ?sort=rank, code, organisation, province or average, with a minus to go down");
        api.MapGet("/cycles/{id}/results.csv", CsvAsync)
            .RequireAuthorization(Policies.Scores)
            .WithSummary("Results as csv")
            .Produces<string>(contentType: "text/csv");
        api.MapGet("/cycles/{id}/results.xlsx", XlsxAsync)
            .RequireAuthorization(Policies.Scores)
            .WithSummary("Results as an Excel workbook")
            .Produces<string>(contentType: Xlsx.ContentType);
    }

    private static async Task<Results<Ok<CycleResults>, Ok<ResultsPage>>> JsonAsync(
        CycleId id, string? q, string? passed, string? province, string? sort, string? around, string? skip,
        string? limit, HttpContext context, CycleStore cycles, CycleReports reports, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        if (new[] { q, passed, province, sort, around, skip, limit }.All(asked => asked is null))
        {
            return TypedResults.Ok(Sight.Of(context.User, await reports.ResultsAsync(cycle, cancellationToken)));
        }
        var (filter, order, most) = (
            PageQuery.Filter(q, passed, province), PageQuery.Sort(sort, EntrySort.Known, "rank"), PageQuery.Limit(limit, ResultsPage.MostEntries));
        var code = EntryCode.TryParse(around, out var named) ? named : null;
        var page = ResultsPage.Of(
            await cycles.DefinitionAsync(cycle, cancellationToken),
            await reports.ResultsAsync(cycle, cancellationToken), filter, order, code, PageQuery.Skip(skip), most);
        var next = page.Skipped + page.Entries.Count;
        if (next < page.Matching)
        {
            PageQuery.TellNext(
                context, ("q", q), ("passed", passed), ("province", province), ("sort", sort),
                ("skip", next.ToString(CultureInfo.InvariantCulture)), ("limit", limit));
        }
        return TypedResults.Ok(Sight.Of(context.User, page));
    }

    private static async Task<FileContentHttpResult> CsvAsync(CycleId id, CycleStore cycles, CycleReports reports, CancellationToken cancellationToken)
    {
        var results = await reports.ResultsAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken);
        return Csv.File($"{id}-results.csv", ColumnsOf(results), results.Entries.Select(result => Row(results, result, Written(result.Average))));
    }

    private static async Task<FileContentHttpResult> XlsxAsync(CycleId id, CycleStore cycles, CycleReports reports, CancellationToken cancellationToken)
    {
        var results = await reports.ResultsAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken);
        return Xlsx.File($"{id}-results.xlsx", ColumnsOf(results), results.Entries.Select(result => Row(results, result, result.Average)));
    }

    private static string[] ColumnsOf(CycleResults results) => results.Provisional ? [.. Columns, "provisional"] : Columns;

    private static object?[] Row(CycleResults results, EntryResult result, object? average)
    {
        object?[] row = [result.Entry.Code, result.Entry.Organisation, result.Judges, average, result.Rank, result.Passed];
        return results.Provisional ? [.. row, true] : row;
    }

    private static string? Written(decimal? average) => average?.ToString("0.00", CultureInfo.InvariantCulture);
}
