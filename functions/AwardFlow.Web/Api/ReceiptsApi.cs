using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Receipts;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>How the receipts come in, those that came by telephone, and whom to telephone.</summary>
internal static class ReceiptsApi
{
    private const string Example =
        "{\"registerNumber\": \"2921\", \"registeredAt\": \"2021-10-28T11:00:00+07:00\", \"division\": \"สำนักปลัด\", \"name\": \"สมศรี\"}";

    private static readonly string[] Columns =
        ["entry_code", "organisation", "addressee", "phone", "address", "state", "reminders", "last_mail_at", "detail", "correction"];

    public static void MapReceipts(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cycles/{id}/deliveries/{entry}/receipt", TelephonedAsync)
            .RequireAuthorization(Policies.Recording)
            .Accepts<TelephonedReceipt>("application/json")
            .WithSummary("Record a receipt that came by telephone");
        api.MapGet("/cycles/{id}/receipts", CountsAsync)
            .RequireAuthorization(Policies.Telephone)
            .WithSummary("How many letters are received, how many recipients were reminded, and when the next reminders go out");
        api.MapGet("/cycles/{id}/telephone-list", JsonAsync)
            .RequireAuthorization(Policies.Telephone)
            .WithSummary("Whom to telephone: no mail reaches them, or reminders did not help");
        api.MapGet("/cycles/{id}/telephone-list.csv", CsvAsync)
            .RequireAuthorization(Policies.Telephone)
            .WithSummary("Whom to telephone, as csv")
            .Produces<string>(contentType: "text/csv");
    }

    private static async Task<Ok<DeliveryView>> TelephonedAsync(
        CycleId id, EntryCode entry, HttpRequest request, ReceiptCommands commands, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<TelephonedReceipt>(request, "registerNumber", Example, cancellationToken);
        var receipt = new Receipt(ReceiptForm.Line(body.RegisterNumber ?? ""), body.RegisteredAt ?? time.GetUtcNow(), Text(body.Division), Text(body.Name));
        return TypedResults.Ok(DeliveryView.Of(await commands.RecordByTelephoneAsync(
            id, entry, receipt, Caller.Of(request.HttpContext), cancellationToken, Correction.LetterOf(body.Correction))));
    }

    private static async Task<Ok<ReceiptCounts>> CountsAsync(CycleId id, ReceiptProgress progress, CancellationToken cancellationToken) =>
        TypedResults.Ok(await progress.OfAsync(id, cancellationToken));

    private static async Task<Ok<IReadOnlyList<TelephoneCall>>> JsonAsync(CycleId id, TelephoneList list, CancellationToken cancellationToken) =>
        TypedResults.Ok(await list.OfAsync(id, cancellationToken));

    private static async Task<FileContentHttpResult> CsvAsync(CycleId id, TelephoneList list, CancellationToken cancellationToken) => Csv.File(
        $"{id}-telephone-list.csv",
        Columns,
        (await list.OfAsync(id, cancellationToken)).Select(call => (object?[])
        [
            call.EntryCode, call.Organisation, call.Addressee, call.Phone, call.Address, JsonNamingPolicy.CamelCase.ConvertName(call.State.ToString()),
            call.Reminders, Moments.Written(call.LastMailAt), call.Detail, call.Correction,
        ]));

    private static string? Text(string? text) => ReceiptForm.Line(text ?? "") is { Length: > 0 } line ? line : null;

    /// <summary>A receipt as it is told.</summary>
    /// <param name="RegisterNumber">The register number.</param>
    /// <param name="RegisteredAt">When it was registered; now where it is not said.</param>
    /// <param name="Division">The division that the letter goes to, if it is said.</param>
    /// <param name="Name">Who registered it, if it is said.</param>
    /// <param name="Correction">Which correction of the letter it is of, from 1; 0 for the letter itself.</param>
    internal sealed record TelephonedReceipt(
        string? RegisterNumber = null,
        DateTimeOffset? RegisteredAt = null,
        string? Division = null,
        string? Name = null,
        int Correction = 0);
}
