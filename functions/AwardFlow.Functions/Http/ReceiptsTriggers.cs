using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace AwardFlow.Functions.Http;

/// <summary>The recipients' pages, receipts by telephone, and whom to telephone.</summary>
/// <param name="web">Answers them.</param>
public sealed class ReceiptsTriggers(WebPipeline web)
{
    /// <summary>The page that a recipient's link opens.</summary>
    [Function("GetReceiptPage")]
    public Task ShowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "r/{token}")] HttpRequest request) => web.RunAsync(request);

    /// <summary>The form on it.</summary>
    [Function("PostReceipt")]
    public Task SubmitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "r/{token}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>A document of the letter.</summary>
    [Function("GetReceiptDocument")]
    public Task DownloadAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "r/{token}/{document}")] HttpRequest request) => web.RunAsync(request);

    /// <summary>A receipt that came by telephone.</summary>
    [Function("PostTelephonedReceipt")]
    public Task TelephonedAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/cycles/{id}/deliveries/{entry}/receipt")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => web.RunAsync(request, client);

    /// <summary>How the receipts come in.</summary>
    [Function("GetReceipts")]
    public Task CountsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/receipts")] HttpRequest request) => web.RunAsync(request);

    /// <summary>Whom to telephone, as JSON.</summary>
    [Function("GetTelephoneList")]
    public Task JsonAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/telephone-list")] HttpRequest request) => web.RunAsync(request);

    /// <summary>Whom to telephone, as csv.</summary>
    [Function("GetTelephoneListCsv")]
    public Task CsvAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/telephone-list.csv")] HttpRequest request) => web.RunAsync(request);
}
