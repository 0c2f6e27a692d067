using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Storage;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace AwardFlow.Web.Api;

/// <summary>Setting cycles up: drafts, definitions and their history, opening, and what is missing or odd.</summary>
internal static class SetupApi
{
    private const string Json = "application/json";

    public static void MapSetup(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cycles", StartAsync).RequireAuthorization(Roles.Operator).Accepts<NewCycle>(Json)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithSummary("Start a draft: blank, from the sample, or from another cycle with its pictures; without an id it gets one of its year");
        api.MapPut("/cycles/{id}", PutAsync).RequireAuthorization(Roles.Operator).Accepts<CycleDefinition>(Json)
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithSummary("Create a cycle that is open, open a draft, or change a cycle until it closes. ?draft=true keeps a definition that may lack things. "
                + "If-Match and If-None-Match: * hold it against what stands; where accepted scores are touched, ?confirm= names the change");
        api.MapPost("/cycles/{id}/open", OpenAsync).RequireAuthorization(Roles.Operator)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithSummary("Open a draft whose definition is whole");
        api.MapGet("/cycles/{id}/definition", GetAsync).Produces<CycleDefinition>()
            .WithSummary("The definition as it stands, of a draft as far as it is written; the ETag is for If-Match. ?download=true names it cycle.json");
        api.MapGet("/cycles/{id}/definitions", HistoryAsync).WithSummary("Who changed the definition, the pictures, and sent test letters; when");
        api.MapGet("/cycles/{id}/definitions/{number:int:min(1)}", VersionAsync)
            .Produces<CycleDefinition>()
            .WithSummary("The definition as it was after a change");
        api.MapGet("/cycles/{id}/check", CheckAsync).WithSummary("What must be mended before the cycle opens, and what is odd about it");
    }

    private static async Task<Created<CycleView>> StartAsync(
        HttpContext context, DefinitionCommands commands, CycleStore cycles, CycleViews views, CancellationToken cancellationToken)
    {
        var wanted = await JsonBody.ReadAsync<NewCycle>(context.Request, "source", "{\"source\": \"sample\"}", cancellationToken);
        var id = wanted.Id is null ? null : CycleId.TryParse(wanted.Id, out var given) ? given : throw new InvalidDefinitionException("id", RequestTexts.NoId);
        var from = wanted is { Source: "cycle", Cycle: { } named }
            ? await cycles.GetAsync(CycleId.TryParse(named, out var other) ? other : throw new CycleNotFoundException(named), cancellationToken)
            : null;
        var source = wanted.Source switch
        {
            "blank" => NewDefinition.Blank,
            "sample" => NewDefinition.Sample,
            "cycle" when from is not null => await cycles.DraftAsync(from, cancellationToken),
            _ => throw new InvalidDefinitionException("source", SetupTexts.BadSource),
        };
        var result = await commands.StartAsync(id, source, from, Caller.Of(context), cancellationToken);
        return TypedResults.Created($"/api/cycles/{result.Cycle.Id}", await ViewAsync(result, context, views, cancellationToken));
    }

    private static async Task<Results<Ok<CycleView>, Created<CycleView>, ProblemHttpResult>> PutAsync(
        string id, bool? draft, string? confirm, HttpContext context, DefinitionCommands commands, CycleViews views, CancellationToken cancellationToken)
    {
        var json = await JsonBody.BytesAsync(context.Request, cancellationToken);
        var put = Put(context) with { Confirm = confirm };
        DefinitionResult result;
        if (draft == true)
        {
            CycleId named = CycleId.TryParse(id, out var valid) ? valid : throw new InvalidDefinitionException("id", RequestTexts.NoId);
            result = await commands.PutDraftAsync(named, Named(CycleDefinitionReader.ReadDraft(json), named), put, cancellationToken);
        }
        else
        {
            var definition = CycleDefinitionReader.Read(json);
            MustBeOf(definition.Id.Text, id);
            result = await commands.PutAsync(definition, put, cancellationToken);
        }
        if (result.ToConfirm is { } effect)
        {
            return MustConfirm(effect, context);
        }
        var view = await ViewAsync(result, context, views, cancellationToken);
        return result.Before is null ? TypedResults.Created($"/api/cycles/{id}", view) : TypedResults.Ok(view);
    }

    private static async Task<Ok<CycleView>> OpenAsync(
        CycleId id, HttpContext context, DefinitionCommands commands, CycleViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ViewAsync(await commands.OpenAsync(id, Put(context), cancellationToken), context, views, cancellationToken));

    private static async Task<FileContentHttpResult> GetAsync(
        CycleId id, bool? download, HttpContext context, CycleStore cycles, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var draft = await cycles.DraftAsync(cycle, cancellationToken);
        Tag(context, cycle);
        context.Response.Headers.CacheControl = "no-cache";
        // Extending moves the closing time of a cycle, not that of its definition: who changes a word must not move it back.
        var document = cycle.IsDraft
            ? draft.Document
            : JsonSerializer.SerializeToElement(draft.Definition with { ClosesAt = ClosesAt(cycle, draft.Definition) }, AwardJson.Options);
        return File(document, download == true ? $"{id}.cycle.json" : null);
    }

    private static async Task<Ok<List<DefinitionChangeView>>> HistoryAsync(CycleId id, CycleStore cycles, CancellationToken cancellationToken)
    {
        var changes = new List<DefinitionChangeView>();
        await foreach (var change in cycles.ChangesAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken))
        {
            changes.Add(DefinitionChangeView.Of(change));
        }
        return TypedResults.Ok(changes);
    }

    private static async Task<FileContentHttpResult> VersionAsync(CycleId id, int number, CycleStore cycles, CancellationToken cancellationToken)
    {
        await foreach (var change in cycles.ChangesAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken))
        {
            if (change.Number == number)
            {
                return File((await cycles.DocumentAsync(id, change.Sha256, cancellationToken)).Document, downloadName: null);
            }
        }
        throw new RequestRefusedException(StatusCodes.Status404NotFound, SetupTexts.NoChangeTitle, SetupTexts.NoChange(id.Text, number));
    }

    private static async Task<Ok<CheckView>> CheckAsync(
        CycleId id, HttpContext context, CycleStore cycles, SetupCheck check, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var report = await check.OfAsync(cycle, cancellationToken);
        var language = AcceptLanguage.Of(context.Request);
        AcceptLanguage.Tell(context.Response, language);
        Tag(context, cycle);
        return TypedResults.Ok(new CheckView(cycle.State, FaultView.Of(report.Faults, language), FaultView.Of(report.Oddities, language)));
    }

    private static async Task<CycleView> ViewAsync(DefinitionResult result, HttpContext context, CycleViews views, CancellationToken cancellationToken)
    {
        Tag(context, result.Cycle);
        var language = AcceptLanguage.Of(context.Request);
        AcceptLanguage.Tell(context.Response, language);
        var view = await views.OfAsync(result.Cycle, cancellationToken);
        return view with
        {
            Faults = result.Cycle.IsDraft ? FaultView.Of(result.Faults, language) : null,
            Replaced = result.Before is { } before && before.DefinitionSha256 != result.Cycle.DefinitionSha256
                ? new ReplacedDefinition(before.DefinitionBy, before.DefinitionAt, before.DefinitionSha256) : null,
        };
    }

    private static ProblemHttpResult MustConfirm(DefinitionEffect effect, HttpContext context)
    {
        var language = AcceptLanguage.Of(context.Request);
        AcceptLanguage.Tell(context.Response, language);
        var problem = new ProblemDetails
        {
            Status = StatusCodes.Status409Conflict,
            Title = SetupTexts.MustConfirmTitle.In(language),
            Detail = SetupTexts.MustConfirm(effect).In(language),
        };
        problem.Extensions["effect"] = effect;
        problem.Extensions["confirm"] = effect.Confirm;
        return TypedResults.Problem(problem);
    }

    private static DefinitionPut Put(HttpContext context)
    {
        var headers = new RequestHeaders(context.Request.Headers);
        return new DefinitionPut(Caller.Of(context))
        {
            // A condition that cannot be read is one that does not hold.
            IfMatch = context.Request.Headers.IfMatch.Count == 0
                ? null
                : [.. headers.IfMatch.Where(tag => !tag.IsWeak).Select(tag => tag.Tag.Value!.Trim('"'))],
            MustBeNew = headers.IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any)),
        };
    }

    // A draft need not say what its address says.
    private static DefinitionDraft Named(DefinitionDraft draft, CycleId id)
    {
        if (draft.Document.TryGetProperty("id", out var given))
        {
            MustBeOf(given.ValueKind == JsonValueKind.String ? given.GetString()! : given.GetRawText(), id.Text);
            return draft;
        }
        var document = JsonObject.Create(draft.Document)!;
        document.Insert(0, "id", id.Text);
        return CycleDefinitionReader.ReadDraft(Encoding.UTF8.GetBytes(document.ToJsonString(AwardJson.Options)));
    }

    private static void MustBeOf(string written, string addressed)
    {
        if (written != addressed)
        {
            throw new InvalidDefinitionException("id", RequestTexts.OtherId(written, addressed));
        }
    }

    private static DateTimeOffset ClosesAt(Cycle cycle, CycleDefinition definition) => cycle.ClosesAt.ToOffset(definition.ClosesAt.Offset);

    private static void Tag(HttpContext context, Cycle cycle) => context.Response.Headers.ETag = $"\"{cycle.DefinitionTag}\"";

    private static FileContentHttpResult File(JsonElement document, string? downloadName) =>
        TypedResults.File(JsonSerializer.SerializeToUtf8Bytes(document, Indented), "application/json; charset=utf-8", downloadName);

    private static readonly JsonSerializerOptions Indented = new(AwardJson.Options) { WriteIndented = true };

    /// <summary>What a new cycle starts from.</summary>
    /// <param name="Source"><c>blank</c>, <c>sample</c> or <c>cycle</c>.</param>
    /// <param name="Cycle">With <c>cycle</c>, which one.</param>
    /// <param name="Id">The new cycle's id; null for one of its year.</param>
    internal sealed record NewCycle(string Source, string? Cycle = null, string? Id = null);

    /// <summary>How the setting up stands.</summary>
    /// <param name="State">How far the cycle has come.</param>
    /// <param name="Faults">What must be mended before it can be opened.</param>
    /// <param name="Oddities">What is allowed and worth a look.</param>
    internal sealed record CheckView(CycleState State, IReadOnlyList<FaultView> Faults, IReadOnlyList<FaultView> Oddities);
}
