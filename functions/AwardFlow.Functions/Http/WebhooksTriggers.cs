using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AwardFlow.Functions.Http;

/// <summary>What mail services report. It changes the ledger, and wakes no cycle.</summary>
/// <param name="web">Answers them.</param>
public sealed class WebhooksTriggers(WebPipeline web)
{
    /// <summary>Signed events of SendGrid.</summary>
    [Function("SendGridEvents")]
    public Task SendGridAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/sendgrid")] HttpRequest request) => web.RunAsync(request);
}
