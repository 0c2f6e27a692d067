using AwardFlow.Intake;
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
        api.MapPost("/cycles/{id}/entries", (string id, HttpRequest request, CycleCommands commands, CancellationToken cancellationToken) =>
                UploadAsync(id, UploadKind.Entries, request, commands, cancellationToken))
            .RequireAuthorization(Roles.Operator).WithSummary("Upload the list of entries (xlsx or csv)");
        api.MapPost("/cycles/{id}/scores", (string id, HttpRequest request, CycleCommands commands, CancellationToken cancellationToken) =>
                UploadAsync(id, UploadKind.Scores, request, commands, cancellationToken))
            .RequireAuthorization(Roles.Operator).WithSummary("Upload a score sheet (xlsx or csv)");
    }

    private static async Task<Ok<AcceptedUpload>> UploadAsync(
        string id, UploadKind kind, HttpRequest request, CycleCommands commands, CancellationToken cancellationToken)
    {
        var file = await UploadBody.ReadAsync(request, cancellationToken);
        await using (file.Content)
        {
            return TypedResults.Ok(await commands.UploadAsync(id, kind, file, cancellationToken));
        }
    }
}
