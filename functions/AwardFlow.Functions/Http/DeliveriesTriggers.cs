using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Http;

/// <summary>The delivery ledger.</summary>
/// <param name="web">Answers them.</param>
public sealed class DeliveriesTriggers(WebPipeline web)
{
    /// <summary>As JSON.</summary>
    [Function("GetDeliveries")]
    public Task JsonAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/deliveries")] HttpRequest request) => web.RunAsync(request);

    /// <summary>As csv.</summary>
    [Function("GetDeliveriesCsv")]
    public Task CsvAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/deliveries.csv")] HttpRequest request) => web.RunAsync(request);
}
