using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Http;

/// <summary>Letters and their previews.</summary>
/// <param name="web">Answers them.</param>
public sealed class LettersTriggers(WebPipeline web)
{
    /// <summary>An entry's letter.</summary>
    [Function("GetLetter")]
    public Task GetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/letters/{entry}")] HttpRequest request) => web.RunAsync(request);

    /// <summary>An entry's certificate.</summary>
    [Function("GetCertificate")]
    public Task CertificateAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/letters/{entry}/certificate")] HttpRequest request) => web.RunAsync(request);

    /// <summary>An entry's result sheet.</summary>
    [Function("GetResultSheet")]
    public Task ResultSheetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/cycles/{id}/letters/{entry}/results")] HttpRequest request) => web.RunAsync(request);
}
