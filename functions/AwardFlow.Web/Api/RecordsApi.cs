using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Records.Archive;
using AwardFlow.Records.Retention;
using AwardFlow.Storage;
using AwardFlow.Trail;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Records for years: the archive of a cycle, how long things are kept, and one person's data.</summary>
internal static class RecordsApi
{
    private const string Zip = "application/zip";

    public static void MapRecords(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/archive.zip", ArchiveAsync)
            .WithSummary(
                "All of a cycle as one zip, a bag by RFC 8493: what people read, with the SHA-256 of every file, and what the command 'restore' brings back. Proved by the command 'verify'")
            .Produces<string>(contentType: Zip).ProducesProblem(StatusCodes.Status409Conflict);
        api.MapGet("/cycles/{id}/retention", RetentionAsync)
            .WithSummary(
                "How long what is kept of a cycle is kept, when each kind is erased or was, the files that were refused, and when an archive was taken last");
        api.MapGet("/records/trail", TrailAsync)
            .WithSummary(
                "Which archives were taken, what was restored, which cycles were erased and whose erasure was asked for (by its request's number), by whom and when, as a cycle's trail");
        api.MapDelete("/cycles/{id}/refused-uploads", EraseAllAsync).RequireAuthorization(Roles.Operator).WithSummary("Erase all files that were refused, now");
        api.MapDelete("/cycles/{id}/refused-uploads/{file}", EraseOneAsync)
            .RequireAuthorization(Roles.Operator)
            .WithSummary("Erase one file that was refused, now");
        api.MapPost("/forget", ForgetAsync).Accepts<Person>("application/json").ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary(
                "One person's data in all cycles, by e-mail address, name or telephone number: where it is, what would be erased and what must be kept. With \"erase\": true (operators) it is asked for, and an approver decides; where nobody has a key it is erased at once");
        api.MapGet("/forget", WaitingAsync).WithSummary("Requests to erase a person's data that wait for an approver");
        api.MapGet("/forget/{request}", WaitingOneAsync)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("A request, and what is found now: what would be erased and what must be kept");
        api.MapPost("/forget/{request}/approve", ApproveAsync)
            .RequireAuthorization(Roles.Approver)
            .Accepts<Seen>("application/json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Have erased what a request asks for. Who asked cannot; \"seen\" is that of the answer which the approver looked at");
        api.MapDelete("/forget/{request}", WithdrawAsync).WithSummary("Take a request back, or refuse it");
    }

    private static async Task<IResult> ArchiveAsync(
        CycleId id, HttpContext context, IStorage storage, ArchiveWriter archives, ArchiveTrail trail, CancellationToken cancellationToken)
    {
        var by = Caller.Of(context);
        var snapshot = await CycleSnapshot.TakeAsync(storage, id, cancellationToken);
        context.Response.RegisterForDispose(snapshot);
        // It is read for minutes; what only asks for the head gets it at once.
        return HttpMethods.IsHead(context.Request.Method)
            ? Results.Bytes([], Zip, ArchiveWriter.FileName(id))
            : Results.Stream(WriteAsync, Zip, ArchiveWriter.FileName(id));

        // Who has half of it has that half too.
        async Task WriteAsync(Stream to)
        {
            string? sha256 = null;
            try
            {
                sha256 = await archives.WriteAsync(snapshot, to, cancellationToken);
            }
            finally
            {
                await trail.TakenAsync(id, sha256, by);
            }
        }
    }

    private static async Task<Ok<TrailPage>> TrailAsync(
        string? after, string? limit, HttpContext context, IStorage storage, CancellationToken cancellationToken)
    {
        var (behind, most) = (PageQuery.After(after), PageQuery.Limit(limit, RowLimits.MostInPage));
        var report = await new TrailCheck(storage.Rows).OfAsync(CycleTrails.Records, known: null, cancellationToken);
        var lines = await new TrailReader(storage.Rows).PageAsync(CycleTrails.Records, behind, most, cancellationToken);
        if (lines.Count == most && lines[^1].Line.Number < report.End.Lines)
        {
            PageQuery.TellNext(context, ("after", lines[^1].Line.Number.ToString(CultureInfo.InvariantCulture)), ("limit", limit));
        }
        return TypedResults.Ok(TrailPage.Of(report.End, report, lines));
    }

    private static async Task<Ok<RetentionView>> RetentionAsync(
        CycleId id, IStorage storage, CycleStore cycles, RefusedUploads refused,
        ArchiveTrail archives, RetentionSettings settings, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var rules = settings.NarrowedBy((await cycles.DraftAsync(cycle, cancellationToken)).Definition.Retention);
        return TypedResults.Ok(
            RetentionView.Of(cycle, rules, await LastLetter.AtAsync(storage, cycle, cancellationToken), await refused.ListAsync(id, cancellationToken)) with
            {
                Archive = ArchiveTakenView.Of(await archives.LastAsync(id, cancellationToken)),
            });
    }

    private static Task<NoContent> EraseAllAsync(
        CycleId id, HttpContext context, IStorage storage, CycleStore cycles, RefusedUploads refused, CancellationToken cancellationToken) =>
        EraseAsync(id, _ => true, context, storage, cycles, refused, cancellationToken);

    private static Task<NoContent> EraseOneAsync(
        CycleId id, string file, HttpContext context, IStorage storage, CycleStore cycles, RefusedUploads refused, CancellationToken cancellationToken) =>
        EraseAsync(id, each => each.Blob == file, context, storage, cycles, refused, cancellationToken);

    // What is not there is erased.
    private static async Task<NoContent> EraseAsync(
        CycleId id, Func<RefusedUpload, bool> which, HttpContext context, IStorage storage,
        CycleStore cycles, RefusedUploads refused, CancellationToken cancellationToken)
    {
        await cycles.GetAsync(id, cancellationToken);
        if (await refused.EraseAsync([.. (await refused.ListAsync(id, cancellationToken)).Where(which)], Caller.Of(context), cancellationToken) > 0)
        {
            await storage.ForgetDeletedAsync(cancellationToken);
        }
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<ForgetView>, Accepted<ForgetView>>> ForgetAsync(
        HttpContext context, PersonDesk people, ForgetRequests requests, CancellationToken cancellationToken)
    {
        var person = await JsonBody.ReadAsync<Person>(context.Request, "who", "{\"who\": \"somsri@example.go.th\", \"erase\": false}", cancellationToken);
        if (!PersonDesk.IsValid(person.Who))
        {
            throw new RequestRefusedException(StatusCodes.Status400BadRequest, ForgetView.NotLookedFor, ForgetView.TooShort);
        }
        if (person.Erase != true)
        {
            return TypedResults.Ok(ForgetView.Of(await people.FindAsync(person.Who, cancellationToken), erased: false));
        }
        if (!context.User.IsInRole(Roles.Operator))
        {
            throw new RequestRefusedException(StatusCodes.Status403Forbidden, ForgetView.NotLookedFor, ForgetView.OperatorsAsk);
        }
        if (!requests.NeedsSecond)
        {
            return TypedResults.Ok(ForgetView.Of(await people.EraseAsync(person.Who, Caller.Of(context), cancellationToken), erased: true));
        }
        var found = await people.FindAsync(person.Who, cancellationToken);
        if (found.All(finding => finding.IsKept))
        {
            return TypedResults.Ok(ForgetView.Of(found, erased: false));
        }
        var request = await requests.AskAsync(person.Who, Caller.Of(context), cancellationToken);
        return TypedResults.Accepted($"/api/forget/{request.Id}", ForgetView.Of(found, erased: false) with { Request = ForgetRequestView.Of(request) });
    }

    private static async Task<Ok<List<ForgetRequestView>>> WaitingAsync(ForgetRequests requests, CancellationToken cancellationToken) =>
        TypedResults.Ok((await requests.ListAsync(cancellationToken)).Select(ForgetRequestView.Of).ToList());

    private static async Task<Ok<ForgetView>> WaitingOneAsync(string request, PersonDesk people, ForgetRequests requests, CancellationToken cancellationToken)
    {
        var waiting = await GetAsync(requests, request, cancellationToken);
        return TypedResults.Ok(
            ForgetView.Of(await people.FindAsync(waiting.Who, cancellationToken), erased: false) with { Request = ForgetRequestView.Of(waiting) });
    }

    private static async Task<Ok<ForgetView>> ApproveAsync(string request, HttpContext context, ForgetRequests requests, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Seen>(context.Request, "seen", "{\"seen\": \"0123456789abcdef\"}", cancellationToken);
        var found = await requests.ApproveAsync(await GetAsync(requests, request, cancellationToken), body.Value, Caller.Of(context), cancellationToken);
        return TypedResults.Ok(ForgetView.Of(found, erased: true));
    }

    // What is not there is taken back.
    private static async Task<NoContent> WithdrawAsync(string request, HttpContext context, ForgetRequests requests, CancellationToken cancellationToken)
    {
        if (await requests.FindAsync(request, cancellationToken) is { } waiting)
        {
            await requests.WithdrawAsync(waiting, Caller.Of(context), cancellationToken);
        }
        return TypedResults.NoContent();
    }

    private static async Task<ForgetRequest> GetAsync(ForgetRequests requests, string id, CancellationToken cancellationToken) =>
        await requests.FindAsync(id, cancellationToken)
        ?? throw new RequestRefusedException(StatusCodes.Status404NotFound, ForgetView.NoRequestTitle, ForgetView.NoRequest);

    /// <summary>Whose data.</summary>
    /// <param name="Who">An e-mail address, a name or a telephone number: 4 to 200 characters.</param>
    /// <param name="Erase">Whether what need not be kept is to be erased; otherwise it is only looked for.</param>
    internal sealed record Person(string Who, bool? Erase = null);

    /// <summary>What an approver looked at.</summary>
    /// <param name="Value">The answer's <c>seen</c>.</param>
    internal sealed record Seen([property: System.Text.Json.Serialization.JsonPropertyName("seen")] string Value);
}
