using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Scoring;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>The delivery ledger, and what people do to single deliveries.</summary>
internal static class DeliveriesApi
{
    private const string ReasonExample = "{\"reason\": \"the desk asked for it again by telephone\"}";

    private const string BounceExample = "{\"reason\": \"550 5.1.1 no such mailbox\"}";

    private static readonly string[] Columns = ["entry_code", "address", "state", "accepted_at", "attempts", "possible_duplicate"];

    // The csv's columns are a contract with programs; the workbook is for people, who ask why.
    private static readonly string[] WorkbookColumns =
    [
        .. Columns, "state_at", "detail", "provider_id", "reminders", "register_number", "registered_at",
        "division", "registered_by", "telephoned_to", "posted_at", "tracking_number", "correction",
    ];

    public static void MapDeliveries(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/deliveries", JsonAsync)
            .WithSummary(
                "The delivery ledger: an entry a row; with ?limit= a page of it, ?state= only some states, ?after= from an entry on; the header Link names the next page");
        api.MapGet("/cycles/{id}/ledger", LedgerAsync).RequireAuthorization(Policies.Telephone)
            .WithSummary(
                "A page of the delivery ledger with names, and how the whole stands; ?q= words, ?state= states or troubled, ?passed=yes or no, ?province=, ?sort= as results, trouble or at, ?skip=, ?limit=");
        api.MapGet("/cycles/{id}/deliveries.csv", CsvAsync).WithSummary("The delivery ledger as csv").Produces<string>(contentType: "text/csv");
        api.MapGet("/cycles/{id}/deliveries.xlsx", XlsxAsync)
            .WithSummary("The delivery ledger as an Excel workbook")
            .Produces<string>(contentType: Xlsx.ContentType);
        api.MapGet("/cycles/{id}/reminders", RemindersAsync)
            .WithSummary("The reminders in the delivery ledger: a mail a row; ?state= only some states, such as held");
        api.MapGet("/cycles/{id}/deliveries/{entry}", OneAsync)
            .RequireAuthorization(Policies.Telephone)
            .WithSummary("One delivery and all that happened to it");
        api.MapPost("/cycles/{id}/deliveries/{entry}/resend", ResendAsync).RequireAuthorization(Roles.Operator).Accepts<Reason>("application/json")
            .WithSummary("Send a letter again, or a held reminder");
        api.MapPost("/cycles/{id}/deliveries/{entry}/settle", SettleAsync).RequireAuthorization(Roles.Operator).Accepts<Reason>("application/json")
            .WithSummary("Settle a letter or reminder that waits or is held, and is known to have been sent");
        api.MapPost("/cycles/{id}/deliveries/{entry}/bounce", BounceAsync).RequireAuthorization(Roles.Operator).Accepts<Reason>("application/json")
            .WithSummary("Record that a letter or reminder came back to a mailbox");
        api.MapPut("/cycles/{id}/entries/{entry}/address", AddressAsync).RequireAuthorization(Roles.Operator).Accepts<NewAddress>("application/json")
            .WithSummary("Correct where an entry's letter goes");
    }

    private static async Task<Ok<List<DeliveryView>>> JsonAsync(
        CycleId id, string? state, string? after, string? limit, HttpContext context, CycleStore cycles,
        DeliveryLedger ledger, LedgerPages pages, CancellationToken cancellationToken)
    {
        if (state is null && after is null && limit is null)
        {
            return TypedResults.Ok(await ReadAsync(id, cycles, ledger, cancellationToken));
        }
        var (states, most) = (PageQuery.States(state), PageQuery.Limit(limit, LedgerPages.MostRows));
        await cycles.GetAsync(id, cancellationToken);
        var (rows, more) = await pages.ReadAsync(id, states, after, most, cancellationToken);
        if (more)
        {
            PageQuery.TellNext(context, ("state", state), ("after", rows[^1].EntryCode.Text), ("limit", limit));
        }
        return TypedResults.Ok(rows.Select(DeliveryView.Of).ToList());
    }

    private static async Task<Ok<LedgerPage>> LedgerAsync(
        CycleId id, string? q, string? state, string? passed, string? province, string? sort, string? skip, string? limit,
        HttpContext context, CycleStore cycles, DeliveryLedger ledger, CycleReports reports, CancellationToken cancellationToken)
    {
        // The desk is not told who passed, nor in which order.
        var whole = context.User.IsOfOffice();
        var (filter, order) = (
            PageQuery.Filter(q, whole ? passed : null, province), PageQuery.Sort(sort, whole ? LedgerPage.Sorts : LedgerPage.SortsOfDesk, "trouble"));
        var states = state == "troubled" ? LedgerPage.Troubled : PageQuery.States(state);
        var (from, most) = (PageQuery.Skip(skip), PageQuery.Limit(limit, LedgerPages.MostRows));
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var rows = await ledger.ListAsync(id, cancellationToken).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return TypedResults.Ok(
                new LedgerPage { States = new Dictionary<string, int>(StringComparer.Ordinal), TroubledCount = 0, Provinces = [], Matching = 0, Rows = [] });
        }
        return TypedResults.Ok(LedgerPage.Of(
            rows, await reports.ResultsAsync(cycle, cancellationToken), states, filter,
            order, from, most, await CorrectionsAsync(cycle, ledger, cancellationToken)));
    }

    private static async Task<FileContentHttpResult> CsvAsync(CycleId id, CycleStore cycles, DeliveryLedger ledger, CancellationToken cancellationToken) =>
        Csv.File($"{id}-deliveries.csv", Columns, (await ReadAsync(id, cycles, ledger, cancellationToken)).Select(Row));

    private static async Task<FileContentHttpResult> XlsxAsync(CycleId id, CycleStore cycles, DeliveryLedger ledger, CancellationToken cancellationToken) =>
        Xlsx.File(
            $"{id}-deliveries.xlsx", WorkbookColumns,
            (await ReadAsync(id, cycles, ledger, cancellationToken))
                .Concat((await CorrectionsAsync(await cycles.GetAsync(id, cancellationToken), ledger, cancellationToken))
                    .SelectMany(rows => rows)
                    .Select(DeliveryView.Of))
                .Select(row => (object?[])
            [
                .. Row(row), Moments.Written(row.StateAt), row.Detail, row.ProviderId, row.Reminders,
                row.Receipt?.RegisterNumber, Moments.Written(row.Receipt?.RegisteredAt),
                row.Receipt?.Division, row.Receipt?.Name, row.Receipt?.TelephonedTo, Moments.Day(row.PostedAt), row.TrackingNumber, row.Correction,
            ]));

    private static async Task<Ok<List<DeliveryView>>> RemindersAsync(
        CycleId id, string? state, CycleStore cycles, LedgerPages pages, CancellationToken cancellationToken)
    {
        var states = PageQuery.States(state);
        await cycles.GetAsync(id, cancellationToken);
        var rows = new List<DeliveryView>();
        await foreach (var reminder in pages.RemindersAsync(id, states, cancellationToken))
        {
            rows.Add(DeliveryView.Of(reminder));
        }
        return TypedResults.Ok(rows);
    }

    private static async Task<Ok<DeliveryView>> OneAsync(
        CycleId id, EntryCode entry, CycleStore cycles, DeliveryLedger ledger, ResultsStore results, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var delivery = await ledger.FindAsync(id, entry, cancellationToken) ?? throw new EntryNotFoundException(id.Text, entry.Text);
        var journal = await ledger.JournalAsync(id, delivery.EntryCode, cancellationToken);
        var held = new List<int>();
        await foreach (var reminder in ledger.RemindersAsync(id, delivery.EntryCode, delivery.EntryCode, cancellationToken))
        {
            if (reminder.Letter == 1 && reminder.State == DeliveryState.Held && reminder.Sending == delivery.Sending)
            {
                held.Add(reminder.Reminder);
            }
        }
        var recipient = (await results.ReadPageAsync(cycle, delivery.Page, cancellationToken)).First(result => result.Entry.Code == delivery.EntryCode).Entry;
        return TypedResults.Ok(DeliveryView.Of(delivery) with
        {
            Organisation = recipient.Organisation,
            Addressee = recipient.Addressee,
            Phone = recipient.Phone,
            PostalAddress = recipient.PostalAddress,
            HeldReminders = held,
            Corrections = await ledger.CorrectionsAsync(id, delivery.EntryCode, cancellationToken) is { Count: > 0 } corrections
                ? [.. corrections.Select(DeliveryView.Of)]
                : null,
            Journal = [.. journal.Select(TransitionView.Of)],
        });
    }

    private static async Task<ILookup<EntryCode, LetterDelivery>> CorrectionsAsync(Cycle cycle, DeliveryLedger ledger, CancellationToken cancellationToken) =>
        (cycle.Corrections == 0 ? [] : await ledger.CorrectionsAsync(cycle.Id, cancellationToken).ToListAsync(cancellationToken))
            .ToLookup(row => row.EntryCode);

    private static async Task<Accepted<DeliveryView>> ResendAsync(
        CycleId id, EntryCode entry, HttpRequest request, DeliveryCommands commands, CorrectionCommands corrections, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Reason>(request, "reason", ReasonExample, cancellationToken);
        var by = Caller.Of(request.HttpContext);
        var delivery = body.Correction > 0 ? await corrections.ResendAsync(id, body.Correction, entry, body.Text, by, cancellationToken)
            : body.Reminder == 0
            ? await commands.ResendAsync(id, entry, body.Text, by, cancellationToken)
            : await commands.RemindAgainAsync(id, entry, body.Reminder, body.Text, by, cancellationToken);
        return TypedResults.Accepted($"/api/cycles/{id}/deliveries/{Uri.EscapeDataString(entry.Text)}", DeliveryView.Of(delivery));
    }

    private static async Task<Ok<DeliveryView>> SettleAsync(
        CycleId id, EntryCode entry, HttpRequest request, DeliveryCommands commands, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Reason>(request, "reason", ReasonExample, cancellationToken);
        return TypedResults.Ok(DeliveryView.Of(await commands.SettleAsync(
            id, entry, body.Reminder, body.Text, Caller.Of(request.HttpContext), cancellationToken, Correction.LetterOf(body.Correction))));
    }

    private static async Task<Ok<DeliveryView>> BounceAsync(
        CycleId id, EntryCode entry, HttpRequest request, DeliveryCommands commands, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Reason>(request, "reason", BounceExample, cancellationToken);
        return TypedResults.Ok(DeliveryView.Of(await commands.RecordBounceAsync(
            id, entry, body.Reminder, body.Text, Caller.Of(request.HttpContext), cancellationToken, Correction.LetterOf(body.Correction))));
    }

    private static async Task<Ok<DeliveryView>> AddressAsync(
        CycleId id, EntryCode entry, HttpRequest request, AddressCommands commands, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<NewAddress>(request, "address", "{\"address\": \"saraban@example.go.th\"}", cancellationToken);
        return TypedResults.Ok(DeliveryView.Of(await commands.CorrectAsync(id, entry, body.Address, Caller.Of(request.HttpContext), cancellationToken)));
    }

    private static async Task<List<DeliveryView>> ReadAsync(CycleId id, CycleStore cycles, DeliveryLedger ledger, CancellationToken cancellationToken)
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
        delivery.EntryCode, delivery.MailedTo ?? delivery.Address, JsonNamingPolicy.CamelCase.ConvertName(delivery.State.ToString()),
        Moments.Written(delivery.AcceptedAt), delivery.Attempts, delivery.PossibleDuplicate,
    ];

    /// <summary>Why something is done to a delivery.</summary>
    /// <param name="Text">The reason, for the journal.</param>
    /// <param name="Reminder">Which reminder it is done to, from 1; 0, as where it is not said, for the letter itself.</param>
    /// <param name="Correction">Which correction of the letter it is done to, from 1; 0, as where it is not said, for the letter itself.</param>
    internal sealed record Reason([property: System.Text.Json.Serialization.JsonPropertyName("reason")] string Text, int Reminder = 0, int Correction = 0);

    internal sealed record NewAddress(string Address);
}
