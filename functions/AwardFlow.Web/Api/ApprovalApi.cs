using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Approving what was seen, and the ways back.</summary>
internal static class ApprovalApi
{
    private const string Json = "application/json";
    private const string ReasonExample = "{\"reason\": \"the date of the letter is wrong\"}";

    public static void MapApproval(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cycles/{id}/approve", ApproveAsync)
            .RequireAuthorization(Roles.Approver)
            .Accepts<Seen>(Json)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Release the letters as they were seen: manifestSha256 is the cycle's. Where it is another by now, 409 says what changed");
        api.MapPost("/cycles/{id}/approve/undo", UndoAsync).RequireAuthorization(Roles.Approver).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Take the last approval back, before the first mail and while Approval__UndoSeconds run");
        api.MapPut("/cycles/{id}/approval", SetRuleAsync)
            .RequireAuthorization(Roles.Approver)
            .Accepts<Rule>(Json)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary(
                "Say before closing whether this cycle needs approval: required, none, or null to go by Approval__Default. What is closed and needs it is approved");
        api.MapGet("/cycles/{id}/manifest", ManifestAsync).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary(
                "What is approved: the SHA-256 of results, definition, pictures and of every document, and every address; ?sha256= one that was approved or seen before");
        api.MapGet("/cycles/{id}/desk", DeskAsync).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("What an approver decides on: counts, what is odd, and the letters to look at, for the manifest that it names");
        api.MapPost("/cycles/{id}/sendBack", SendBackAsync)
            .RequireAuthorization(Roles.Approver)
            .Accepts<Reason>(Json)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Send what awaits approval back to be mended; the cycle is open again, without a closing time");
        api.MapPost("/cycles/{id}/pause", PauseAsync).Accepts<Reason>(Json).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Stop closing, mails and reminders; a mail that is being handed over goes");
        api.MapPost("/cycles/{id}/resume", ResumeAsync)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Let a paused cycle go on; where an approver paused it, an approver does");
        api.MapPost("/cycles/{id}/cancel", CancelAsync).Accepts<Reason>(Json).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Call off what is not sent");
        api.MapPost("/cycles/{id}/addresses/release", ReleaseAddressesAsync)
            .RequireAuthorization(Roles.Approver)
            .Accepts<CorrectedAddresses>(Json)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Let addresses be used that were corrected after the approval; one or many, each named as it was seen");
    }

    private static async Task<Accepted<CycleView>> ApproveAsync(
        CycleId id, HttpRequest request, ApprovalCommands commands, CycleViews views, CancellationToken cancellationToken)
    {
        // Cycles that earlier versions closed have no manifest to name, and their scripts send no body.
        var seen = request.ContentLength is 0 || (request.ContentLength is null && !request.HasJsonContentType())
            ? new Seen(null)
            : await JsonBody.ReadAsync<Seen>(request, "manifestSha256", "{\"manifestSha256\": \"…\"}", cancellationToken);
        return Accepted(
            id,
            await views.OfAsync(
                await commands.ApproveAsync(id, seen.ManifestSha256, Caller.ApproverOf(request.HttpContext), cancellationToken), cancellationToken));
    }

    private static async Task<Ok<CycleView>> UndoAsync(
        CycleId id, HttpContext context, ApprovalCommands commands, CycleViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.OfAsync(await commands.UndoAsync(id, Caller.Of(context), cancellationToken), cancellationToken));

    private static async Task<Ok<CycleView>> SetRuleAsync(
        CycleId id, HttpRequest request, ApprovalCommands commands, CycleViews views, CancellationToken cancellationToken)
    {
        var rule = await JsonBody.ReadAsync<Rule>(request, "approval", "{\"approval\": \"required\"}", cancellationToken);
        return TypedResults.Ok(
            await views.OfAsync(await commands.SetRuleAsync(id, rule.Approval, Caller.ApproverOf(request.HttpContext), cancellationToken), cancellationToken));
    }

    private static async Task<Ok<ManifestView>> ManifestAsync(
        CycleId id, string? sha256, CycleStore cycles, ManifestStore manifests, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var wanted = sha256 ?? cycle.ManifestSha256;
        return wanted is not null && await manifests.FindAsync(id, wanted, cancellationToken) is { } manifest
            ? TypedResults.Ok(await ManifestView.OfAsync(wanted, manifest, manifests, cancellationToken))
            : throw new RequestRefusedException(StatusCodes.Status404NotFound, RequestTexts.NoManifestTitle, RequestTexts.NoManifest(id));
    }

    private static async Task<Ok<ApprovalDesk>> DeskAsync(CycleId id, HttpContext context, ApprovalDesks desks, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desks.OfAsync(id, Caller.ApproverOf(context), cancellationToken));

    private static async Task<Accepted<CycleView>> SendBackAsync(
        CycleId id, HttpRequest request, WayBackCommands commands, CycleViews views, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Reason>(request, "reason", ReasonExample, cancellationToken);
        return Accepted(
            id, await views.OfAsync(await commands.SendBackAsync(id, body.Text, Caller.Of(request.HttpContext), cancellationToken), cancellationToken));
    }

    private static async Task<Ok<CycleView>> PauseAsync(
        CycleId id, HttpRequest request, WayBackCommands commands, CycleViews views, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Reason>(request, "reason", ReasonExample, cancellationToken);
        return TypedResults.Ok(await views.OfAsync(
            await commands.PauseAsync(id, body.Text, Caller.Of(request.HttpContext), request.HttpContext.User.IsInRole(Roles.Approver), cancellationToken),
            cancellationToken));
    }

    private static async Task<Accepted<CycleView>> ResumeAsync(
        CycleId id, HttpContext context, WayBackCommands commands, CycleViews views, CancellationToken cancellationToken) =>
        Accepted(
            id,
            await views.OfAsync(
                await commands.ResumeAsync(id, Caller.Of(context), context.User.IsInRole(Roles.Approver), cancellationToken), cancellationToken));

    private static async Task<Ok<CycleView>> CancelAsync(
        CycleId id, HttpRequest request, WayBackCommands commands, CycleViews views, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Reason>(request, "reason", ReasonExample, cancellationToken);
        return TypedResults.Ok(await views.OfAsync(
            await commands.CancelAsync(id, body.Text, Caller.Of(request.HttpContext), request.HttpContext.User.IsInRole(Roles.Approver), cancellationToken),
            cancellationToken));
    }

    private static async Task<Accepted<List<DeliveryView>>> ReleaseAddressesAsync(
        CycleId id, HttpRequest request, AddressCommands commands, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<CorrectedAddresses>(
            request, "addresses", "{\"addresses\": [{\"entryCode\": \"LG-001\", \"address\": \"saraban@example.go.th\"}]}", cancellationToken);
        var rows = await commands.ReleaseAsync(
            id, [.. (body.Addresses ?? []).Select(each => (each.EntryCode, each.Address))], Caller.Of(request.HttpContext), cancellationToken);
        return TypedResults.Accepted($"/api/cycles/{id}/deliveries", rows.Select(DeliveryView.Of).ToList());
    }

    private static Accepted<CycleView> Accepted(CycleId id, CycleView view) => TypedResults.Accepted($"/api/cycles/{id}", view);

    /// <summary>What an approver saw.</summary>
    /// <param name="ManifestSha256">The hash of it, as the cycle gave it.</param>
    internal sealed record Seen(string? ManifestSha256);

    /// <summary>Whether a cycle needs approval.</summary>
    /// <param name="Approval">Whether it does; null to go by the installation.</param>
    internal sealed record Rule(Approval? Approval);

    /// <summary>Why something is done.</summary>
    /// <param name="Text">The reason, for the trail.</param>
    internal sealed record Reason([property: System.Text.Json.Serialization.JsonPropertyName("reason")] string Text);

    /// <summary>Addresses that were corrected.</summary>
    /// <param name="Addresses">Each as it was seen.</param>
    internal sealed record CorrectedAddresses(IReadOnlyList<CorrectedAddress>? Addresses);

    /// <summary>An address that was corrected.</summary>
    /// <param name="EntryCode">The entry.</param>
    /// <param name="Address">The address as it was seen.</param>
    internal sealed record CorrectedAddress(EntryCode EntryCode, string Address);
}
