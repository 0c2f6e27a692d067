using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Trail;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>The trail of a cycle: who did what, when and from where, and whether nobody bent it.</summary>
internal static class TrailApi
{
    internal const string JsonLines = "application/jsonl; charset=utf-8";

    private static readonly string[] Columns =
        ["number", "at", "kind", "by_id", "by_name", "from", "subject", "reason", "before", "after", "values_sha256", "previous_sha256", "sha256"];

    public static void MapTrail(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/trail", JsonAsync)
            .WithSummary(
                "The trail of all that people did and of every stage's outcome, a page at a time: ?after= a line's number, ?limit=; the header Link names the next page. It says what the trail adds up to and whether these lines, and what came since all was looked at last, are whole; ?check=true looks at all of it, ?check=false leaves it out");
        api.MapGet("/cycles/{id}/trail/documents", DocumentsAsync).WithSummary(
            "Holds every document of the cycle against its hash: of the present round, of those that were sent back, and of corrections. It reads all of them");
        api.MapGet("/cycles/{id}/trail.csv", CsvAsync).WithSummary("The whole trail as csv").Produces<string>(contentType: "text/csv");
        api.MapGet("/cycles/{id}/trail.jsonl", JsonLinesAsync)
            .WithSummary("The trail's lines as they are stored and hashed, for whoever computes the chain again")
            .Produces<string>(contentType: JsonLines);
    }

    private static async Task<Ok<TrailPage>> JsonAsync(
        CycleId id, string? after, string? limit, bool? check, HttpContext context, IStorage storage,
        CycleStore cycles, CycleTrails trails, CancellationToken cancellationToken)
    {
        var (behind, most) = (PageQuery.After(after), PageQuery.Limit(limit, RowLimits.MostInPage));
        await cycles.GetAsync(id, cancellationToken);
        var report = check switch
        {
            false => null,
            true => await trails.CheckAsync(id, cancellationToken),
            null => await trails.GlanceAsync(id, behind + 1, behind + most, cancellationToken),
        };
        var end = report?.End ?? (await new TrailWriter(storage.Rows).HeadAsync(id.Text, cancellationToken)).Mark;
        var lines = await new TrailReader(storage.Rows).PageAsync(id.Text, behind, most, cancellationToken);
        if (lines.Count == most && lines[^1].Line.Number < end.Lines)
        {
            PageQuery.TellNext(
                context,
                ("after", lines[^1].Line.Number.ToString(CultureInfo.InvariantCulture)),
                ("limit", limit),
                ("check", check switch { true => "true", false => "false", null => null }));
        }
        return TypedResults.Ok(TrailPage.Of(end, report, lines));
    }

    private static async Task<Ok<DocumentReport>> DocumentsAsync(CycleId id, DocumentCheck documents, CancellationToken cancellationToken) =>
        TypedResults.Ok(await documents.OfAsync(id, cancellationToken));

    private static async Task<FileContentHttpResult> CsvAsync(CycleId id, IStorage storage, CycleStore cycles, CancellationToken cancellationToken)
    {
        await cycles.GetAsync(id, cancellationToken);
        var reader = new TrailReader(storage.Rows);
        var rows = new List<object?[]>();
        var after = 0;
        while (await reader.PageAsync(id.Text, after, RowLimits.MostInPage, cancellationToken) is { Count: > 0 } lines)
        {
            rows.AddRange(lines.Select(line => Row(TrailLineView.Of(line.Line, line.Values))));
            after = lines[^1].Line.Number;
        }
        return Csv.File($"{id}-trail.csv", Columns, rows);
    }

    private static async Task<ContentHttpResult> JsonLinesAsync(CycleId id, IStorage storage, CycleStore cycles, CancellationToken cancellationToken)
    {
        await cycles.GetAsync(id, cancellationToken);
        var lines = await new TrailReader(storage.Rows).JsonAsync(id.Text, cancellationToken).ToListAsync(cancellationToken);
        return TypedResults.Text(string.Concat(lines.Select(line => $"{line}\n")), JsonLines);
    }

    private static object?[] Row(TrailLineView line) =>
    [
        line.Number, Moments.Written(line.At), line.Kind, line.By?.Id, line.By?.Name, line.By?.From, line.Subject, line.Reason,
        Written(line.Before), Written(line.After), line.Values, line.Previous, line.Sha256,
    ];

    private static string? Written(IReadOnlyDictionary<string, string>? values) =>
        values is null ? null : string.Join("; ", values.Select(value => $"{value.Key}={value.Value}"));
}
