using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Intake.Texts;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Cycles: looking, closing, extending.</summary>
internal static class CyclesApi
{
    public static void MapCycles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles", ListAsync).RequireAuthorization(Policies.AnyRole).WithSummary("All cycles and how they stand");
        api.MapGet("/cycles/{id}", GetAsync).RequireAuthorization(Policies.AnyRole).WithSummary("How one cycle stands and what it waits for");
        api.MapPost("/cycles/{id}/close", CloseAsync).RequireAuthorization(Roles.Operator)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary(
                "Close now; where scores are missing, close as it is. Where judges who score on their pages have not submitted, ?confirm= confirms what the answer of 409 named; ?unsubmitted=count submits first what they typed");
        api.MapPost("/cycles/{id}/extend", ExtendAsync)
            .RequireAuthorization(Roles.Operator)
            .Accepts<Extension>("application/json")
            .WithSummary("Move the closing time");
    }

    private static async Task<Ok<List<CycleView>>> ListAsync(HttpContext context, CycleStore cycles, CycleViews views, CancellationToken cancellationToken)
    {
        var list = new List<CycleView>();
        await foreach (var cycle in cycles.ListAsync(cancellationToken))
        {
            // What is being set up is the office's.
            if (!cycle.IsDraft || context.User.IsOfOffice())
            {
                list.Add(Sight.Of(context.User, await views.OfAnyAsync(cycle, cancellationToken)));
            }
        }
        return TypedResults.Ok(list);
    }

    private static async Task<Ok<CycleView>> GetAsync(CycleId id, HttpContext context, CycleStore cycles, CycleViews views, CancellationToken cancellationToken)
    {
        var cycle = await cycles.GetAsync(id, cancellationToken);
        return cycle.IsDraft && !context.User.IsOfOffice()
            ? throw new CycleNotFoundException(id.Text)
            : TypedResults.Ok(Sight.Of(context.User, await views.OfAsync(cycle, cancellationToken)));
    }

    private static async Task<Accepted<CycleView>> CloseAsync(
        CycleId id, string? confirm, string? unsubmitted, HttpContext context, JudgingClosing closing, CycleViews views, CancellationToken cancellationToken)
    {
        var count = unsubmitted switch
        {
            null or "" or "leave" => false,
            "count" => true,
            _ => throw new RequestRefusedException(
                StatusCodes.Status400BadRequest, UploadTexts.Unreadable, UploadTexts.BadParameter("unsubmitted", "count, leave")),
        };
        var cycle = await closing.CloseAsync(id, confirm, count, Caller.Of(context), cancellationToken);
        return TypedResults.Accepted($"/api/cycles/{id}", await views.OfAsync(cycle, cancellationToken));
    }

    private static async Task<Ok<CycleView>> ExtendAsync(
        CycleId id, HttpRequest request, CycleCommands commands, CycleViews views, CancellationToken cancellationToken)
    {
        var extension = await JsonBody.ReadAsync<Extension>(
            request, "closesAt", "{\"closesAt\": \"2021-10-08T16:30:00+07:00\"}", cancellationToken);
        return TypedResults.Ok(
            await views.OfAsync(await commands.ExtendAsync(id, extension.ClosesAt, Caller.Of(request.HttpContext), cancellationToken), cancellationToken));
    }

    /// <summary>A new closing time.</summary>
    /// <param name="ClosesAt">Ahead of now.</param>
    internal sealed record Extension(DateTimeOffset ClosesAt);
}
