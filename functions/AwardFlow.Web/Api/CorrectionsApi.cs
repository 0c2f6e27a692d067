using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Letters;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Corrections: new letters to entries whose letters were sent in error, each approved and sent by itself.</summary>
internal static class CorrectionsApi
{
    private const string Json = "application/json";
    private const string Pdf = "application/pdf";
    private const string ReasonExample = "{\"reason\": \"the number is wrong\"}";

    // Ten thousand codes of the longest kind, and the wording.
    private const int Largest = 4_000_000;

    public static void MapCorrections(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cycles/{id}/corrections", MakeAsync)
            .RequireAuthorization(Roles.Operator)
            .Accepts<CorrectionRequest>(Json)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary(
                "Make a correction: a new letter to chosen entries whose letters were sent, with its own number and wording, which refers to the first");
        api.MapPost("/cycles/{id}/corrections/preview", PreviewAsync)
            .RequireAuthorization(Roles.Operator)
            .Accepts<CorrectionRequest>(Json)
            .Produces<string>(contentType: Pdf)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests)
            .WithSummary("The same as a draft, marked ร่าง, of its first entry or ?entry=, ?document= certificate.pdf or results.pdf; nothing is kept");
        api.MapGet("/cycles/{id}/corrections", ListAsync).WithSummary("The corrections of a cycle's letters, and how each stands");
        api.MapGet("/cycles/{id}/corrections/{number:int}", OneAsync).WithSummary("One correction with its wording and its letters");
        api.MapGet("/cycles/{id}/corrections/{number:int}/manifest", ManifestAsync)
            .WithSummary("What is approved: the SHA-256 of every document of the correction, and every address");
        api.MapGet("/cycles/{id}/corrections/{number:int}/letters/{entry}", LetterAsync)
            .Produces<string>(contentType: Pdf)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("An entry's corrected letter; ?document= certificate.pdf or results.pdf, where they go with it");
        api.MapPost("/cycles/{id}/corrections/{number:int}/approve", ApproveAsync)
            .RequireAuthorization(Roles.Approver)
            .Accepts<Seen>(Json)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Release a correction as it was seen: manifestSha256 is the correction's. Not by the one who made it");
        api.MapPost("/cycles/{id}/corrections/{number:int}/approve/undo", UndoAsync)
            .RequireAuthorization(Roles.Approver)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Take the last approval of a correction back, before its first mail and while Approval__UndoSeconds run");
        api.MapPost("/cycles/{id}/corrections/{number:int}/sendBack", SendBackAsync)
            .RequireAuthorization(Roles.Approver)
            .Accepts<Reason>(Json)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Send a correction back that awaits approval; it is over, and another one is made in its place");
        api.MapPost("/cycles/{id}/corrections/{number:int}/cancel", CancelAsync).Accepts<Reason>(Json).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Call off what of a correction is not sent");
    }

    private static async Task<Accepted<CorrectionView>> MakeAsync(
        CycleId id, HttpRequest request, CorrectionCommands commands, CorrectionViews views, CancellationToken cancellationToken)
    {
        var by = Caller.Of(request.HttpContext);
        var made = await commands.MakeAsync(id, await JsonBody.BytesAsync(request, Largest, cancellationToken), by, cancellationToken);
        return TypedResults.Accepted($"/api/cycles/{id}/corrections/{made.Number}", await views.OfAsync(made, by, cancellationToken));
    }

    private static async Task<FileContentHttpResult> PreviewAsync(
        CycleId id, EntryCode? entry, string? document, HttpRequest request, CorrectionCommands commands,
        PreviewDesk desk, CycleStore cycles, CycleReports reports, CancellationToken cancellationToken)
    {
        var wanted = await JsonBody.BytesAsync(request, Largest, cancellationToken);
        // The cycle's pictures are decoded in its turn too.
        var pdf = await desk.RenderAsync(Caller.Of(request.HttpContext).Id, async () =>
        {
            var renderer = await commands.PreviewAsync(id, wanted, cancellationToken);
            var results = await reports.ResultsAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken);
            var chosen = results.Entries.Where(result => renderer.Words.Has(result.Entry.Code))
                .OrderBy(result => result.Entry.Code.Text, StringComparer.Ordinal);
            var shown = entry is null ? chosen.First() : chosen.FirstOrDefault(result => result.Entry.Code == entry)
                ?? throw new RequestRefusedException(StatusCodes.Status404NotFound, LedgerTexts.NoEntryTitle, RequestTexts.NoEntry(id, entry));
            return renderer.Render(shown, DocumentOf(document), draft: true);
        }, cancellationToken);
        return TypedResults.File(pdf, Pdf);
    }

    private static async Task<Ok<List<CorrectionView>>> ListAsync(
        CycleId id, HttpContext context, CycleStore cycles, CorrectionStore corrections, CorrectionViews views, CancellationToken cancellationToken)
    {
        var all = new List<CorrectionView>();
        foreach (var correction in await corrections.ListAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken))
        {
            all.Add(await views.OfAsync(correction, Caller.Of(context), cancellationToken));
        }
        return TypedResults.Ok(all);
    }

    private static async Task<Ok<CorrectionView>> OneAsync(
        CycleId id, int number, HttpContext context, CycleStore cycles, CorrectionStore corrections,
        DeliveryLedger ledger, CorrectionViews views, CycleReports reports, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var correction = await corrections.GetAsync(id, number, cancellationToken);
        var words = await corrections.WordsAsync(cycle, correction, cancellationToken);
        var addresses = await ledger.ListAsync(id, cancellationToken)
            .ToDictionaryAsync(row => row.EntryCode, row => row.Address, cancellationToken: cancellationToken);
        var rows = await ledger.CorrectionsAsync(id, cancellationToken)
            .Where(row => row.Letter == correction.Letter)
            .ToDictionaryAsync(row => row.EntryCode, cancellationToken: cancellationToken);
        var chosen = (await reports.ResultsAsync(cycle, cancellationToken)).Entries
            .Where(result => words.Has(result.Entry.Code))
            .OrderBy(result => result.Entry.Code.Text, StringComparer.Ordinal).ToList();
        var letters = chosen.Select(result =>
        {
            var row = rows.GetValueOrDefault(result.Entry.Code);
            return new CorrectionView.Letter(
                result.Entry.Code,
                words.EntryOf(result.Entry).Organisation,
                row?.Address ?? addresses.GetValueOrDefault(result.Entry.Code, result.Entry.SarabanEmail),
                row is null ? null : DeliveryView.Of(row));
        });
        return TypedResults.Ok(await views.OfAsync(correction, Caller.Of(context), cancellationToken) with
        {
            Request = words.Request,
            Numbers = LetterNumbers.Of(words.Definition.Letter, words.Definition.Year, correction.Entries),
            Subject = new LetterWords(words.Definition, words.EntryOf(chosen[0].Entry)).Subject,
            Letters = [.. letters],
        });
    }

    private static async Task<Ok<ManifestView>> ManifestAsync(
        CycleId id, int number, CorrectionStore corrections, ManifestStore manifests, CancellationToken cancellationToken)
    {
        var correction = await corrections.GetAsync(id, number, cancellationToken);
        return correction.ManifestSha256 is { } sha256
            ? TypedResults.Ok(await ManifestView.OfAsync(sha256, await manifests.ReadAsync(id, sha256, cancellationToken), manifests, cancellationToken))
            : throw new RequestRefusedException(StatusCodes.Status404NotFound, RequestTexts.NoManifestTitle, RequestTexts.NoManifest(id));
    }

    // What is shown is what was rendered and is approved, as what is sent is.
    private static async Task<FileContentHttpResult> LetterAsync(
        CycleId id, int number, EntryCode entry, string? document, CycleStore cycles, CorrectionStore corrections,
        ManifestStore manifests, LetterDocuments documents, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var correction = await corrections.GetAsync(id, number, cancellationToken);
        var seen = correction.ManifestSha256 is { } sha256 ? await FindAsync(id, sha256, entry, manifests, cancellationToken) : null;
        var name = LetterStore.FileName(DocumentOf(document));
        if (seen is null || !seen.Documents.ContainsKey(name))
        {
            throw new RequestRefusedException(StatusCodes.Status404NotFound, RequestTexts.NoLetterTitle, RequestTexts.NotRendered(entry));
        }
        var row = LetterDelivery.Of(id, seen.EntryCode, cycle.Round, correction.Letter) with
        {
            Page = correction.Pages[seen.Index],
            Documents = seen.Documents,
        };
        try
        {
            return TypedResults.File((await documents.FetchAsync(row, DocumentOf(document), cancellationToken)).ToArray(), Pdf);
        }
        catch (LetterFaultException)
        {
            throw new RequestRefusedException(StatusCodes.Status409Conflict, RequestTexts.AlteredTitle, RequestTexts.Altered(entry));
        }
    }

    private static async Task<SeenEntry?> FindAsync(CycleId id, string sha256, EntryCode entry, ManifestStore manifests, CancellationToken cancellationToken)
    {
        foreach (var (index, page) in (await manifests.ReadAsync(id, sha256, cancellationToken)).Pages.Index())
        {
            if ((await manifests.EntriesAsync(id, page, cancellationToken)).FirstOrDefault(each => each.EntryCode == entry) is { } found)
            {
                return new SeenEntry(found.EntryCode, found.Documents, index);
            }
        }
        return null;
    }

    private static async Task<Accepted<CorrectionView>> ApproveAsync(
        CycleId id, int number, HttpRequest request, CorrectionApproval approval, CorrectionViews views, CancellationToken cancellationToken)
    {
        var seen = request.ContentLength is 0 || (request.ContentLength is null && !request.HasJsonContentType())
            ? new Seen(null)
            : await JsonBody.ReadAsync<Seen>(request, "manifestSha256", "{\"manifestSha256\": \"…\"}", cancellationToken);
        var approved = await approval.ApproveAsync(id, number, seen.ManifestSha256, Caller.ApproverOf(request.HttpContext), cancellationToken);
        return TypedResults.Accepted(
            $"/api/cycles/{id}/corrections/{number}", await views.OfAsync(approved, Caller.Of(request.HttpContext), cancellationToken));
    }

    private static async Task<Ok<CorrectionView>> UndoAsync(
        CycleId id, int number, HttpContext context, CorrectionApproval approval, CorrectionViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(
            await views.OfAsync(await approval.UndoAsync(id, number, Caller.Of(context), cancellationToken), Caller.Of(context), cancellationToken));

    private static async Task<Ok<CorrectionView>> SendBackAsync(
        CycleId id, int number, HttpRequest request, CorrectionCommands commands, CorrectionViews views, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Reason>(request, "reason", ReasonExample, cancellationToken);
        return TypedResults.Ok(await views.OfAsync(
            await commands.SendBackAsync(id, number, body.Text, Caller.Of(request.HttpContext), cancellationToken),
            Caller.Of(request.HttpContext),
            cancellationToken));
    }

    private static async Task<Ok<CorrectionView>> CancelAsync(
        CycleId id, int number, HttpRequest request, CorrectionCommands commands, CorrectionViews views, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Reason>(request, "reason", ReasonExample, cancellationToken);
        return TypedResults.Ok(await views.OfAsync(
            await commands.CancelAsync(id, number, body.Text, Caller.Of(request.HttpContext), cancellationToken),
            Caller.Of(request.HttpContext),
            cancellationToken));
    }

    private static LetterDocument DocumentOf(string? name) => name is null ? LetterDocument.Letter
        : LetterStore.Documents.Where(document => LetterStore.FileName(document) == name).Select(document => (LetterDocument?)document).FirstOrDefault()
            ?? throw new InvalidDefinitionException("document", RequestTexts.GivenAs(string.Join(", ", LetterStore.Documents.Select(LetterStore.FileName))));

    internal sealed record SeenEntry(EntryCode EntryCode, IReadOnlyDictionary<string, string> Documents, int Index);

    /// <summary>What an approver saw.</summary>
    /// <param name="ManifestSha256">The hash of it, as the correction gave it.</param>
    internal sealed record Seen(string? ManifestSha256);

    /// <summary>Why something is done.</summary>
    /// <param name="Text">The reason, for the trail.</param>
    internal sealed record Reason([property: System.Text.Json.Serialization.JsonPropertyName("reason")] string Text);
}
