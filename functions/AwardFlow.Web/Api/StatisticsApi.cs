using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>What a chair asks of the scores, and the snapshot that answers for it.</summary>
internal static class StatisticsApi
{
    public static void MapStatistics(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/statistics", StatisticsAsync)
            .RequireAuthorization(Policies.Scores)
            .WithSummary("Spread by entry, leniency by judge, agreement, and scores that stand out");
        api.MapGet("/cycles/{id}/progress", ProgressAsync)
            .RequireAuthorization(Policies.Scores)
            .WithSummary("How many scores are missing before the cycle could close, judge by judge");
        api.MapGet("/cycles/{id}/snapshot", CheckAsync)
            .RequireAuthorization(Policies.Scores)
            .WithSummary("Holds the frozen snapshot against its hashes and works the results out again");
        api.MapGet("/cycles/{id}/snapshot/scores.csv", ScoresAsync)
            .RequireAuthorization(Policies.Scores)
            .WithSummary("The frozen scores, byte for byte as they were hashed")
            .Produces<string>(contentType: "text/csv");
    }

    private static async Task<Ok<CycleStatistics>> StatisticsAsync(CycleId id, CycleStore cycles, CycleReports reports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reports.StatisticsAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken));

    private static async Task<Ok<ScoreProgress>> ProgressAsync(CycleId id, CycleStore cycles, CycleReports reports, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reports.ProgressAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken));

    private static async Task<Ok<SnapshotCheck>> CheckAsync(CycleId id, CycleStore cycles, FrozenScores frozen, CancellationToken cancellationToken) =>
        TypedResults.Ok(await frozen.CheckAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken));

    private static async Task<FileStreamHttpResult> ScoresAsync(CycleId id, CycleStore cycles, FrozenScores frozen, CancellationToken cancellationToken) =>
        TypedResults.File(
            await frozen.OpenFileAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken), "text/csv; charset=utf-8", $"{id}-scores.csv");
}
