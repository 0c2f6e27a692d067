using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Texts;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Uploads of entries and scores.</summary>
internal static class UploadsApi
{
    public static void MapUploads(this IEndpointRouteBuilder api)
    {
        foreach (var (kind, what) in new[] { (UploadKind.Entries, "list of entries"), (UploadKind.Scores, "score sheet") })
        {
            var path = $"/cycles/{{id}}/{HistoryApi.Name(kind)}";
            api.MapPost(path, (CycleId id, HttpRequest request, CycleCommands commands, SheetIntake intake, CancellationToken cancellationToken) =>
                    UploadAsync(id, kind, request, commands, intake, cancellationToken))
                .RequireAuthorization(Roles.Operator)
                .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
                .WithSummary(
                    $"Upload a {what} (xlsx, csv or tsv). The answer says what it replaces, keeps or erases. ?validate=true only checks it and stores nothing; ?sheet= names the sheet that is meant, * all of them; "
                    + "?judge= says who scored sheets without a column for it; ?firstCode= numbers entries without codes from there on; ?confirm= confirms the changes that an answer of 409 named");
            api.MapPost($"{path}/preview", (CycleId id, HttpRequest request, SheetIntake intake, CancellationToken cancellationToken) => PreviewAsync(
                id, kind, request, intake, cancellationToken))
                .RequireAuthorization(Roles.Operator).ProducesProblem(StatusCodes.Status400BadRequest)
                .WithSummary($"Show the first rows of a {what}, to say which column is which; nothing is stored");
            api.MapGet($"{path}/columns", (CycleId id, CycleStore cycles, ColumnMappings mappings, CancellationToken cancellationToken) => ColumnsAsync(
                id, kind, cycles, mappings, cancellationToken))
                .WithSummary($"What people said that the columns of this cycle's {what} mean: each column's name with the name that is meant");
            api.MapPut($"{path}/columns", (CycleId id, HttpRequest request, ColumnMappings mappings, CancellationToken cancellationToken) => PutColumnsAsync(
                id, kind, request, mappings, cancellationToken))
                .RequireAuthorization(Roles.Operator).Accepts<Dictionary<string, string>>("application/json").ProducesProblem(StatusCodes.Status400BadRequest)
                .WithSummary($"Say what the columns of this cycle's {what} mean, once for all that come; an empty object says nothing");
            api.MapPost($"{path}/problems.xlsx", (CycleId id, HttpRequest request, ProblemReports reports, CancellationToken cancellationToken) =>
                    ProblemsAsync(id, kind, request, reports, cancellationToken))
                .RequireAuthorization(Roles.Operator).Produces<string>(contentType: Xlsx.ContentType)
                .WithSummary($"Check a {what}: a copy of it that says in each row what is wrong; nothing is stored");
        }
    }

    private static async Task<Results<Ok<UploadAnswer>, ProblemHttpResult>> UploadAsync(
        CycleId id, UploadKind kind, HttpRequest request, CycleCommands commands, SheetIntake intake, CancellationToken cancellationToken)
    {
        var onlyCheck = IsOn(request, "validate");
        var language = AcceptLanguage.Of(request);
        var file = await UploadBody.ReadAsync(request, cancellationToken);
        await using (file.Content)
        {
            var result = onlyCheck ? await intake.CheckAsync(id, kind, file, cancellationToken) : await commands.UploadAsync(id, kind, file, cancellationToken);
            AcceptLanguage.Tell(request.HttpContext.Response, language);
            return result.Refused is { } refused
                ? TypedResults.Problem(Refusals.Problem(refused, request, language))
                : TypedResults.Ok(UploadAnswer.Of(result.Accepted!, language));
        }
    }

    private static async Task<FileStreamHttpResult> ProblemsAsync(
        CycleId id, UploadKind kind, HttpRequest request, ProblemReports reports, CancellationToken cancellationToken)
    {
        var language = AcceptLanguage.Of(request);
        var file = await UploadBody.ReadAsync(request, cancellationToken);
        await using (file.Content)
        {
            var copy = await reports.OfAsync(id, file, kind, language, cancellationToken);
            AcceptLanguage.Tell(request.HttpContext.Response, language);
            return TypedResults.File(copy, Xlsx.ContentType, $"{id}-{HistoryApi.Name(kind)}-problems.xlsx");
        }
    }

    private static async Task<Ok<SheetPreview>> PreviewAsync(
        CycleId id, UploadKind kind, HttpRequest request, SheetIntake intake, CancellationToken cancellationToken)
    {
        var file = await UploadBody.ReadAsync(request, cancellationToken);
        await using (file.Content)
        {
            return TypedResults.Ok(await intake.PreviewAsync(id, kind, file, cancellationToken));
        }
    }

    private static async Task<Ok<IReadOnlyDictionary<string, string>>> ColumnsAsync(
        CycleId id, UploadKind kind, CycleStore cycles, ColumnMappings mappings, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        return TypedResults.Ok(await mappings.GetAsync(cycle.Id, kind, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyDictionary<string, string>>> PutColumnsAsync(
        CycleId id, UploadKind kind, HttpRequest request, ColumnMappings mappings, CancellationToken cancellationToken)
    {
        var columns = await JsonBody.ReadAsync<Dictionary<string, string>>(request, "$", "{\"ชื่อหน่วยงานที่ส่งผลงาน\": \"organisation\"}", cancellationToken);
        if (!await mappings.TryPutAsync(id, kind, columns, Caller.Of(request.HttpContext), cancellationToken))
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, UploadTexts.Unreadable, UploadTexts.BadMapping(ColumnMappings.Most));
        }
        return TypedResults.Ok<IReadOnlyDictionary<string, string>>(columns);
    }

    private static bool IsOn(HttpRequest request, string parameter) => request.Query[parameter].ToString() switch
    {
        "true" => true,
        "" or "false" => false,
        _ => throw new RequestRefusedException(StatusCodes.Status400BadRequest, UploadTexts.Unreadable, UploadTexts.BadParameter(parameter, "true, false")),
    };
}
