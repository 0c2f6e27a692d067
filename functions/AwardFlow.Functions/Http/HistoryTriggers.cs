using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AwardFlow.Functions.Http;

/// <summary>What was uploaded, what each upload changed, and undoing it.</summary>
/// <param name="web">Answers them.</param>
public sealed class HistoryTriggers(WebPipeline web)
{
    /// <summary>The history of uploads.</summary>
    [Function("GetUploads")]
    public Task ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/uploads")] HttpRequest request) => web.RunAsync(request);

    /// <summary>What an upload changed.</summary>
    [Function("GetUpload")]
    public Task EffectAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/uploads/{number:int:min(1)}")] HttpRequest request) => web.RunAsync(request);

    /// <summary>The scores that it changed.</summary>
    [Function("GetUploadScores")]
    public Task ScoresAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/uploads/{number:int:min(1)}/scores.csv")] HttpRequest request) => web.RunAsync(request);

    /// <summary>The averages that it changed.</summary>
    [Function("GetUploadAverages")]
    public Task AveragesAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/uploads/{number:int:min(1)}/averages.csv")] HttpRequest request) => web.RunAsync(request);

    /// <summary>Undoes an upload.</summary>
    [Function("UndoUpload")]
    public Task UndoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/uploads/{number:int:min(1)}/undo")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>A file as it was sent.</summary>
    [Function("GetUploadedFile")]
    public Task FileAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/uploads/{sha256:length(64)}")] HttpRequest request) => web.RunAsync(request);

    /// <summary>A copy of it that says what is wrong.</summary>
    [Function("GetUploadedFileProblems")]
    public Task ProblemsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/uploads/{sha256:length(64)}/problems.xlsx")] HttpRequest request) => web.RunAsync(request);
}
