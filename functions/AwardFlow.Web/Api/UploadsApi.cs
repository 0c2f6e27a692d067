using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Texts;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using AwardFlow.Workflow;
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
                .WithSummary($"Upload a {what} (xlsx, csv or tsv); with ?validate=true it is only checked and nothing is stored; ?sheet= names the sheet that is meant");
            api.MapPost($"{path}/problems.xlsx", (CycleId id, HttpRequest request, ProblemReports reports, CancellationToken cancellationToken) =>
                    ProblemsAsync(id, kind, request, reports, cancellationToken))
                .RequireAuthorization(Roles.Operator).Produces<string>(contentType: Xlsx.ContentType)
                .WithSummary($"Check a {what}: a copy of it that says in each row what is wrong; nothing is stored");
        }
    }

    private static async Task<Ok<UploadAnswer>> UploadAsync(
        CycleId id, UploadKind kind, HttpRequest request, CycleCommands commands, SheetIntake intake, CancellationToken cancellationToken)
    {
        var onlyCheck = IsOn(request, "validate");
        var language = AcceptLanguage.Of(request);
        var file = await UploadBody.ReadAsync(request, cancellationToken);
        await using (file.Content)
        {
            var upload = onlyCheck ? await intake.CheckAsync(id, kind, file, cancellationToken) : await commands.UploadAsync(id, kind, file, cancellationToken);
            AcceptLanguage.Tell(request.HttpContext.Response, language);
            return TypedResults.Ok(UploadAnswer.Of(upload, language));
        }
    }

    private static async Task<FileStreamHttpResult> ProblemsAsync(CycleId id, UploadKind kind, HttpRequest request, ProblemReports reports, CancellationToken cancellationToken)
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

    private static bool IsOn(HttpRequest request, string parameter) => request.Query[parameter].ToString() switch
    {
        "true" => true,
        "" or "false" => false,
        _ => throw new RequestRefusedException(StatusCodes.Status400BadRequest, UploadTexts.Unreadable, UploadTexts.BadParameter(parameter, "true, false")),
    };
}
