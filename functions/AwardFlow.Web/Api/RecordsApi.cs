using AwardFlow.Cycles;
using AwardFlow.Records.Archive;
using AwardFlow.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Records for years: the archive of a cycle.</summary>
internal static class RecordsApi
{
    private const string Zip = "application/zip";

    public static void MapRecords(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/archive.zip", ArchiveAsync)
            .WithSummary("All of a cycle as one zip, a bag by RFC 8493: what people read, with the SHA-256 of every file, and what the command 'restore' brings back. Proved by the command 'verify'")
            .Produces<string>(contentType: Zip).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ArchiveAsync(CycleId id, HttpContext context, IStorage storage, ArchiveWriter archives, CancellationToken cancellationToken)
    {
        var snapshot = await CycleSnapshot.TakeAsync(storage, id, cancellationToken);
        context.Response.RegisterForDispose(snapshot);
        // It is read for minutes; what only asks for the head gets it at once.
        return HttpMethods.IsHead(context.Request.Method)
            ? Results.Bytes([], Zip, ArchiveWriter.FileName(id))
            : Results.Stream(to => archives.WriteAsync(snapshot, to, cancellationToken), Zip, ArchiveWriter.FileName(id));
    }
}
