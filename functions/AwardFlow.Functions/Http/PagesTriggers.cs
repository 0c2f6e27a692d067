using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Http;

/// <summary>The pages for people, and the API's description.</summary>
/// <param name="web">Answers them.</param>
public sealed class PagesTriggers(WebPipeline web)
{
    // The host takes an empty route for none, and names it after the function. This one matches only "/".
    private const string Root = "{nothing:maxlength(0)?}";

    /// <summary>The first page.</summary>
    [Function("GetIndex")]
    public Task IndexAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Root)] HttpRequest request) => web.RunAsync(request);

    /// <summary>What the pages are made of.</summary>
    [Function("GetPage")]
    public Task PageAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "pages/{name}")] HttpRequest request) => web.RunAsync(request);

    /// <summary>The API's description.</summary>
    [Function("GetOpenApi")]
    public Task OpenApiAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "openapi.json")] HttpRequest request) => web.RunAsync(request);
}
