using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Http;

/// <summary>Who calls.</summary>
/// <param name="web">Answers it.</param>
public sealed class CallerTriggers(WebPipeline web)
{
    /// <summary>Name and roles.</summary>
    [Function("GetCaller")]
    public Task GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/caller")] HttpRequest request) => web.RunAsync(request);
}
