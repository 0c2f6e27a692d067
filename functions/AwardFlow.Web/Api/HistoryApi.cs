using System.Globalization;
using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Texts;
using AwardFlow.Scoring;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>What was uploaded, what each upload changed, and undoing it.</summary>
internal static class HistoryApi
{
    private const string Sha256 = "{sha256:length(64)}";

    // What a sender says of a file and its copy must know.
    private static readonly string[] Said = ["sheet", "judge", "firstCode"];

    private static readonly string[] ScoreColumns = ["entry_code", "judge", "criterion", "before", "after", "comment_before", "comment_after"];
    private static readonly string[] AverageColumns =
        ["entry_code", "average_before", "average_after", "rank_before", "rank_after", "passed_before", "passed_after"];

    public static void MapHistory(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/uploads", ListAsync).WithSummary("Who uploaded what and when, and what was undone");
        api.MapGet("/cycles/{id}/uploads/{number:int:min(1)}", EffectAsync)
            .WithSummary("What an upload changed: scores, entries, and averages before and after");
        api.MapGet("/cycles/{id}/uploads/{number:int:min(1)}/scores.csv", ScoresAsync)
            .WithSummary("Every score that an upload changed, before and after")
            .Produces<string>(contentType: "text/csv");
        api.MapGet("/cycles/{id}/uploads/{number:int:min(1)}/averages.csv", AveragesAsync)
            .WithSummary("Every average that an upload changed, before and after")
            .Produces<string>(contentType: "text/csv");
        api.MapPost("/cycles/{id}/uploads/{number:int:min(1)}/undo", UndoAsync)
            .RequireAuthorization(Roles.Operator)
            .WithSummary("Undo an upload while the cycle is open");
        api.MapGet($"/cycles/{{id}}/uploads/{Sha256}", FileAsync)
            .WithSummary("A file as it was sent, taken or refused")
            .Produces<string>(contentType: "application/octet-stream");
        api.MapGet($"/cycles/{{id}}/uploads/{Sha256}/problems.xlsx", ProblemsAsync)
            .WithSummary("A copy of an uploaded sheet that says in each row what is wrong")
            .Produces<string>(contentType: Xlsx.ContentType);
    }

    /// <summary>How a kind of sheet is called in addresses.</summary>
    public static string Name(UploadKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The address of the copy that says what is wrong with a sheet.</summary>
    /// <param name="request">The upload of the sheet, to <c>/api/cycles/{id}/{kind}</c>.</param>
    /// <param name="sha256">SHA-256 of the file.</param>
    public static string ProblemCopy(HttpRequest request, string sha256)
    {
        // Where exceptions are answered, the route's values are gone.
        var path = request.Path.Value!.TrimEnd('/').Split('/');
        var (cycle, kind) = (path[^2], path[^1]);
        var address = $"/api/cycles/{Uri.EscapeDataString(cycle)}/uploads/{sha256}/problems.xlsx?kind={Uri.EscapeDataString(kind)}";
        return address + string.Concat(
            Said.Where(name => request.Query[name].ToString().Length > 0).Select(name => $"&{name}={Uri.EscapeDataString(request.Query[name].ToString())}"));
    }

    private static async Task<Ok<List<UploadView>>> ListAsync(CycleId id, CycleStore cycles, AcceptedRows accepted, CancellationToken cancellationToken)
    {
        var history = await accepted.HistoryAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken);
        var ends = UploadEnds.Of(history);
        return TypedResults.Ok(history.Select(upload => UploadView.Of(upload, history, ends)).ToList());
    }

    private static async Task<Ok<UploadEffectView>> EffectAsync(
        CycleId id, int number, CycleStore cycles, AcceptedRows accepted, UploadEffects effects, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var effect = await effects.OfAsync(cycle, number, cancellationToken);
        return TypedResults.Ok(UploadEffectView.Of(effect, UploadView.Of(effect.Upload, await accepted.HistoryAsync(cycle, cancellationToken))));
    }

    private static async Task<FileContentHttpResult> ScoresAsync(
        CycleId id, int number, CycleStore cycles, UploadEffects effects, CancellationToken cancellationToken)
    {
        var effect = await effects.OfAsync(await cycles.GetAsync(id, cancellationToken), number, cancellationToken);
        return Csv.File($"{id}-upload-{number}-scores.csv", ScoreColumns, effect.Scores.Select(change => new object?[]
        {
            change.EntryCode, change.Judge, change.Criterion, Written(change.Before), Written(change.After), change.CommentBefore, change.CommentAfter,
        }));
    }

    private static async Task<FileContentHttpResult> AveragesAsync(
        CycleId id, int number, CycleStore cycles, UploadEffects effects, CancellationToken cancellationToken)
    {
        var effect = await effects.OfAsync(await cycles.GetAsync(id, cancellationToken), number, cancellationToken);
        return Csv.File($"{id}-upload-{number}-averages.csv", AverageColumns, effect.Averages.Select(change => new object?[]
        {
            change.EntryCode, Written(change.Before), Written(change.After), change.RankBefore, change.RankAfter, change.PassedBefore, change.PassedAfter,
        }));
    }

    private static async Task<Ok<UploadView>> UndoAsync(
        CycleId id, int number, HttpContext context, CycleCommands commands, CancellationToken cancellationToken)
    {
        var undo = await commands.UndoAsync(id, number, Caller.Of(context), cancellationToken);
        return TypedResults.Ok(UploadView.Of(undo, []));
    }

    private static async Task<FileStreamHttpResult> FileAsync(
        CycleId id, string sha256, CycleStore cycles, ProblemReports reports, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var (file, extension) = await reports.EvidenceAsync(cycle.Id, sha256, cancellationToken);
        return TypedResults.File(file, "application/octet-stream", $"{sha256}{extension}");
    }

    private static async Task<FileStreamHttpResult> ProblemsAsync(
        CycleId id, string sha256, string kind, string? sheet, string? judge, string? firstCode,
        HttpContext context, ProblemReports reports, CancellationToken cancellationToken)
    {
        UploadKind? known = kind == Name(UploadKind.Entries) ? UploadKind.Entries : kind == Name(UploadKind.Scores) ? UploadKind.Scores : null;
        if (known is null)
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, UploadTexts.Unreadable, UploadTexts.BadParameter("kind", "entries, scores"));
        }
        var language = AcceptLanguage.Of(context.Request);
        var copy = await reports.OfAsync(
            id,
            sha256,
            known.Value,
            new UploadOptions { Sheet = Given(sheet), Judge = Given(judge), FirstCode = Given(firstCode) },
            language,
            cancellationToken);
        AcceptLanguage.Tell(context.Response, language);
        return TypedResults.File(copy, Xlsx.ContentType, $"{id}-{kind}-problems.xlsx");
    }

    private static string? Given(string? parameter) => string.IsNullOrWhiteSpace(parameter) ? null : parameter;

    private static string? Written(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
