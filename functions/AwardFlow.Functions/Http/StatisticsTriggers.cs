using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Http;

/// <summary>What a chair asks for, and the frozen snapshot.</summary>
/// <param name="web">Answers them.</param>
public sealed class StatisticsTriggers(WebPipeline web)
{
    /// <summary>Spread, leniency, agreement, and scores that stand out.</summary>
    [Function("GetStatistics")]
    public Task StatisticsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/statistics")] HttpRequest request) => web.RunAsync(request);

    /// <summary>Whether the frozen snapshot is sound.</summary>
    [Function("GetSnapshot")]
    public Task SnapshotAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/snapshot")] HttpRequest request) => web.RunAsync(request);

    /// <summary>The frozen scores.</summary>
    [Function("GetSnapshotScores")]
    public Task ScoresAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/snapshot/scores.csv")] HttpRequest request) => web.RunAsync(request);
}
