using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AwardFlow.Functions.Http;

/// <summary>The delivery ledger, and what people do to single deliveries.</summary>
/// <param name="web">Answers them.</param>
public sealed class DeliveriesTriggers(WebPipeline web)
{
    /// <summary>As JSON.</summary>
    [Function("GetDeliveries")]
    public Task JsonAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/deliveries")] HttpRequest request) => web.RunAsync(request);

    /// <summary>As csv.</summary>
    [Function("GetDeliveriesCsv")]
    public Task CsvAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/deliveries.csv")] HttpRequest request) => web.RunAsync(request);

    /// <summary>As a workbook.</summary>
    [Function("GetDeliveriesXlsx")]
    public Task XlsxAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/deliveries.xlsx")] HttpRequest request) => web.RunAsync(request);

    /// <summary>One delivery with its journal.</summary>
    [Function("GetDelivery")]
    public Task OneAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/deliveries/{entry}")] HttpRequest request) => web.RunAsync(request);

    /// <summary>The reminders.</summary>
    [Function("GetReminders")]
    public Task RemindersAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/reminders")] HttpRequest request) => web.RunAsync(request);

    /// <summary>Send a letter again, or a held reminder.</summary>
    [Function("ResendDelivery")]
    public Task ResendAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/deliveries/{entry}/resend")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>Settle a delivery whose outcome is unknown.</summary>
    [Function("SettleDelivery")]
    public Task SettleAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/deliveries/{entry}/settle")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>Correct where a letter goes.</summary>
    [Function("PutAddress")]
    public Task AddressAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/cycles/{id}/entries/{entry}/address")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);
}
