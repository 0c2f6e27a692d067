using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AwardFlow.Functions.Http;

/// <summary>The pictures of the letters.</summary>
/// <param name="web">Answers them.</param>
public sealed class PicturesTriggers(WebPipeline web)
{
    /// <summary>Stores the emblem.</summary>
    [Function("PutEmblem")]
    public Task PutEmblemAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/cycles/{id}/emblem")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>Removes it.</summary>
    [Function("DeleteEmblem")]
    public Task DeleteEmblemAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/cycles/{id}/emblem")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>Stores the signature.</summary>
    [Function("PutSignature")]
    public Task PutSignatureAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/cycles/{id}/signature")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>Removes it.</summary>
    [Function("DeleteSignature")]
    public Task DeleteSignatureAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "api/cycles/{id}/signature")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);
}
