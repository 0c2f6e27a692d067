using System.Globalization;
using AwardFlow.Storage;
using AwardFlow.Trail;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>The trail of the list of people: who was let in, and by whom.</summary>
internal static class PeopleTrailApi
{
    public static void MapPeopleTrail(this IEndpointRouteBuilder api)
    {
        api.MapGet("/people/trail", JsonAsync)
            .WithSummary(
                "Who was added to the list of people, changed, given a new key and taken off, by whom, when and from where, as a cycle's trail; without lines where people are not kept in a list");
        api.MapGet("/people/trail.jsonl", JsonLinesAsync)
            .WithSummary("Its lines as they are kept and hashed")
            .Produces<string>(contentType: TrailApi.JsonLines);
    }

    private static async Task<Ok<TrailPage>> JsonAsync(
        string? after, string? limit, HttpContext context, PeopleTrail people, CancellationToken cancellationToken)
    {
        var (behind, most) = (PageQuery.After(after), PageQuery.Limit(limit, RowLimits.MostInPage));
        var report = await people.CheckAsync(cancellationToken);
        var lines = await new TrailReader(people.Rows()).PageAsync(PeopleTrail.Of, behind, most, cancellationToken);
        if (lines.Count == most && lines[^1].Line.Number < report.End.Lines)
        {
            PageQuery.TellNext(context, ("after", lines[^1].Line.Number.ToString(CultureInfo.InvariantCulture)), ("limit", limit));
        }
        return TypedResults.Ok(TrailPage.Of(report.End, report, lines));
    }

    private static async Task<ContentHttpResult> JsonLinesAsync(PeopleTrail people, CancellationToken cancellationToken)
    {
        var lines = await new TrailReader(people.Rows()).JsonAsync(PeopleTrail.Of, cancellationToken).ToListAsync(cancellationToken);
        return TypedResults.Text(string.Concat(lines.Select(line => $"{line}\n")), TrailApi.JsonLines);
    }
}
