using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AwardFlow.Functions.Http;

/// <summary>Cycles: creating, looking, closing, extending, approving.</summary>
/// <param name="web">Answers them.</param>
public sealed class CyclesTriggers(WebPipeline web)
{
    /// <summary>All cycles.</summary>
    [Function("ListCycles")]
    public Task ListAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles")] HttpRequest request) => web.RunAsync(request);

    /// <summary>One cycle.</summary>
    [Function("GetCycle")]
    public Task GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}")] HttpRequest request) => web.RunAsync(request);

    /// <summary>Create or change.</summary>
    [Function("PutCycle")]
    public Task PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/cycles/{id}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>Close now.</summary>
    [Function("CloseCycle")]
    public Task CloseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/close")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>Move the closing time.</summary>
    [Function("ExtendCycle")]
    public Task ExtendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/extend")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>Release the letters.</summary>
    [Function("ApproveCycle")]
    public Task ApproveAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/approve")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);
}
