using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AwardFlow.Functions.Http;

/// <summary>
/// A trigger for each area of what AwardFlow.Web answers, with a wildcard route: which routes there are, it alone knows.
/// The platform lets everybody through (<see cref="AuthorizationLevel.Anonymous"/>); who may do what is decided there too.
/// </summary>
/// <remarks>
/// The host tries the functions by their names and takes the first whose route fits, however general. So no two fit one
/// request, and none takes what is the host's own (/admin, /runtime).
/// </remarks>
/// <param name="web">Answers the requests.</param>
public sealed class AreaTriggers(WebPipeline web)
{
    // An empty wildcard has no value, and no constraint lets that pass; the default after '=' stands in for it.
    private const string UploadsRoute = @"api/cycles/{cycle}/{sheet:regex(^(entries|scores)$)}/{*path:regex(^(/|problems\.xlsx)$)=/}";
    private const string ApiRoute = @"api/{*path:regex(^(?!(webhooks(/|$)|cycles/[^/]+/(entries|scores)(/problems\.xlsx)?/?$)))=/}";
    private const string PagesRoute = "{*path:regex(^(?!(admin|api|r|runtime)(/|$)))=/}";

    /// <summary>Uploads of entries and scores, and checks of such sheets.</summary>
    [Function("Uploads")]
    public Task UploadsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = UploadsRoute)] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>What changes cycles in another way, or reads them.</summary>
    [Function("Api")]
    public Task ApiAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = ApiRoute)] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>What mail services report. It changes the ledger, and wakes no cycle.</summary>
    [Function("Webhooks")]
    public Task WebhooksAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = "api/webhooks/{*path}")] HttpRequest request) => web.RunAsync(request);

    /// <summary>The recipients' pages.</summary>
    [Function("Receipts")]
    public Task ReceiptsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "r/{*path}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>The pages for people, the API's description, and the answer to what nobody knows.</summary>
    [Function("Pages")]
    public Task PagesAsync([HttpTrigger(AuthorizationLevel.Anonymous, Route = PagesRoute)] HttpRequest request) => web.RunAsync(request);
}
