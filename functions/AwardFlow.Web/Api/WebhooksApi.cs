using System.Text.Json;
using AwardFlow.Delivery;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>What mail services report.</summary>
internal static class WebhooksApi
{
    private const int LargestBatch = 5_000_000;

    public static void MapWebhooks(this IEndpointRouteBuilder api) =>
        api.MapPost("/webhooks/sendgrid", SendGridAsync).AllowAnonymous().ForOutsiders().WithSummary("Signed delivery events from SendGrid");

    private static async Task<Results<NoContent, ProblemHttpResult>> SendGridAsync(
        HttpRequest request, SendGridEvents events, DeliveryLedger ledger, CancellationToken cancellationToken)
    {
        if (!events.IsConfigured)
        {
            return TypedResults.Problem(
                "SendGrid__WebhookPublicKey is not set, so no event can be trusted.",
                statusCode: StatusCodes.Status503ServiceUnavailable,
                title: "Events are not taken.");
        }
        var body = await JsonBody.BytesAsync(request, LargestBatch, cancellationToken);
        if (!events.IsGenuine(
            body, request.Headers["X-Twilio-Email-Event-Webhook-Signature"].ToString(), request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"].ToString()))
        {
            return TypedResults.Problem(
                "The signature does not fit the body, or is too old.", statusCode: StatusCodes.Status403Forbidden, title: "The call is not genuine.");
        }
        IReadOnlyList<ProviderEvent> batch;
        try
        {
            batch = SendGridEvents.Read(body);
        }
        catch (JsonException)
        {
            return TypedResults.Problem(
                "The body is not a JSON array of events.", statusCode: StatusCodes.Status400BadRequest, title: "The batch cannot be read.");
        }
        foreach (var mailEvent in batch)
        {
            await ledger.ApplyAsync(mailEvent, cancellationToken);
        }
        return TypedResults.NoContent();
    }
}
