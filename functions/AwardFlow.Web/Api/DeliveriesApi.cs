using System.Globalization;
using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>The delivery ledger.</summary>
internal static class DeliveriesApi
{
    private static readonly string[] Columns = ["entry_code", "address", "state", "accepted_at", "attempts", "possible_duplicate"];

    public static void MapDeliveries(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/deliveries", JsonAsync).WithSummary("The delivery ledger: an entry a row");
        api.MapGet("/cycles/{id}/deliveries.csv", CsvAsync).WithSummary("The delivery ledger as csv").Produces<string>(contentType: "text/csv");
    }

    private static async Task<Ok<List<DeliveryView>>> JsonAsync(string id, CycleStore cycles, DeliveryLedger ledger, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ReadAsync(id, cycles, ledger, cancellationToken));

    private static async Task<FileContentHttpResult> CsvAsync(string id, CycleStore cycles, DeliveryLedger ledger, CancellationToken cancellationToken) =>
        Csv.File($"{id}-deliveries.csv", Columns, (await ReadAsync(id, cycles, ledger, cancellationToken)).Select(Row));

    private static async Task<List<DeliveryView>> ReadAsync(string id, CycleStore cycles, DeliveryLedger ledger, CancellationToken cancellationToken)
    {
        await cycles.GetAsync(id, cancellationToken);
        var rows = new List<DeliveryView>();
        await foreach (var delivery in ledger.ListAsync(id, cancellationToken))
        {
            rows.Add(DeliveryView.Of(delivery));
        }
        return rows;
    }

    private static object?[] Row(DeliveryView delivery) =>
    [
        delivery.EntryCode, delivery.Address, JsonNamingPolicy.CamelCase.ConvertName(delivery.State.ToString()),
        delivery.AcceptedAt?.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture), delivery.Attempts, delivery.PossibleDuplicate,
    ];
}
