using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Http;

/// <summary>Sheets to fill in.</summary>
/// <param name="web">Answers them.</param>
public sealed class TemplatesTriggers(WebPipeline web)
{
    /// <summary>An empty list of entries.</summary>
    [Function("GetEntriesTemplate")]
    public Task EntriesAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/templates/entries.xlsx")] HttpRequest request) => web.RunAsync(request);

    /// <summary>A score sheet with the entries filled in.</summary>
    [Function("GetScoresTemplate")]
    public Task ScoresAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/templates/scores.xlsx")] HttpRequest request) => web.RunAsync(request);
}
