using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AwardFlow.Functions.Http;

/// <summary>Uploads of entries and scores.</summary>
/// <param name="web">Answers them.</param>
public sealed class UploadsTriggers(WebPipeline web)
{
    /// <summary>The list of entries.</summary>
    [Function("UploadEntries")]
    public Task EntriesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/entries")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>A score sheet.</summary>
    [Function("UploadScores")]
    public Task ScoresAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/scores")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>A copy of a list of entries that says what is wrong with it.</summary>
    [Function("CheckEntries")]
    public Task CheckEntriesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/entries/problems.xlsx")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>A copy of a score sheet that says what is wrong with it.</summary>
    [Function("CheckScores")]
    public Task CheckScoresAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/scores/problems.xlsx")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);
}
