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

/// <summary>Taking entries, and judges' scores of an entry, out of the award, and putting them back.</summary>
internal static class WithdrawalsApi
{
    public static void MapWithdrawals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cycles/{id}/withdrawals", ListAsync)
            .RequireAuthorization(Policies.Scores)
            .WithSummary("Entries that are withdrawn, and judges' scores of an entry that are; why, by whom and when");
        foreach (var (verb, kind, what) in new[] { ("withdraw", UploadKind.Withdrawal, "Withdraw"), ("restore", UploadKind.Restoration, "Put back") })
        {
            api.MapPost(
                $"/cycles/{{id}}/entries/{{entry}}/{verb}",
                (CycleId id, EntryCode entry, HttpRequest request, CycleCommands commands, CancellationToken cancellationToken) =>
                    ChangeAsync(id, kind, entry, judge: null, request, commands, cancellationToken))
                .RequireAuthorization(Roles.Operator).Accepts<Why>("application/json").ProducesProblem(StatusCodes.Status409Conflict)
                .WithSummary(
                    $"{what} an entry while the cycle is open: a withdrawn one has no average, no rank and no letter; its scores stay as evidence. A reason is needed");
            api.MapPost(
                $"/cycles/{{id}}/entries/{{entry}}/judges/{{judge}}/{verb}",
                (CycleId id, EntryCode entry, string judge, HttpRequest request, CycleCommands commands, CancellationToken cancellationToken) =>
                    ChangeAsync(id, kind, entry, judge, request, commands, cancellationToken))
                .RequireAuthorization(Roles.Operator).Accepts<Why>("application/json").ProducesProblem(StatusCodes.Status409Conflict)
                .WithSummary(
                    $"{what} one judge's scores of an entry while the cycle is open, as for a conflict of interest that came to light. A reason is needed");
        }
    }

    private static async Task<Ok<IReadOnlyList<Withdrawal>>> ListAsync(
        CycleId id, CycleStore cycles, AcceptedRows accepted, CancellationToken cancellationToken) =>
        TypedResults.Ok(Withdrawal.Of(await accepted.HistoryAsync(await cycles.GetAsync(id, cancellationToken), cancellationToken)));

    private static async Task<Ok<UploadView>> ChangeAsync(
        CycleId id, UploadKind kind, EntryCode entry, string? judge, HttpRequest request, CycleCommands commands, CancellationToken cancellationToken)
    {
        var why = await JsonBody.ReadAsync<Why>(request, "reason", "{\"reason\": \"…\"}", cancellationToken);
        if (!WithdrawalDesk.IsReason(why.Reason))
        {
            throw new InvalidDefinitionException("reason", UploadTexts.BadReason(WithdrawalDesk.LongestReason));
        }
        var name = judge is null ? null
            : JudgeName.TryParse(judge.Trim(), out var parsed) ? parsed
            : throw new NotInCycleException(UploadTexts.NoSuchJudge(id, judge));
        return TypedResults.Ok(
            UploadView.Of(await commands.WithdrawAsync(id, kind, entry, name, why.Reason.Trim(), Caller.Of(request.HttpContext), cancellationToken), []));
    }

    /// <summary>Why it is done.</summary>
    /// <param name="Reason">For the history: 1 to 500 characters.</param>
    internal sealed record Why(string Reason);
}
