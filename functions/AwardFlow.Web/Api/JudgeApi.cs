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

/// <summary>What a judge's page asks and sends. Every route is the judge's own sheet, whose token the request has.</summary>
internal static class JudgeApi
{
    public static void MapJudge(this IEndpointRouteBuilder judge)
    {
        judge.MapGet("", SheetAsync).WithSummary("The judge's sheet: the cycle, its rubric, the entries and how far each is");
        judge.MapGet("/entries/{entry}", EntryAsync).WithSummary("What the judge typed of one entry, and the version for If-Match");
        judge.MapPut("/entries/{entry}", SaveAsync).Accepts<TypedScores>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Save the whole of one entry, with If-Match; it is on the disk when this is answered. Where something newer is stored, 412 with it");
        judge.MapPost("/entries/{entry}/recuse", DeclineAsync)
            .Accepts<Why>("application/json")
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Decline an entry that the judge may not judge; a reason is needed");
        judge.MapDelete("/entries/{entry}/recuse", AcceptAsync).ProducesProblem(StatusCodes.Status409Conflict).WithSummary("Judge it after all");
        judge.MapPost("/submit", SubmitAsync)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Submit the sheet, with If-Match; where entries are incomplete, ?confirm= confirms what the answer of 409 named");
        judge.MapDelete("/submit", TakeBackAsync)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Take the submission back, until scores are frozen");
    }

    private static async Task<Ok<JudgeView>> SheetAsync(HttpContext context, JudgeDesk desk, CancellationToken cancellationToken)
    {
        var sitting = JudgeAccess.SittingOf(context);
        return TypedResults.Ok(JudgeView.Of(await desk.ProgressAsync(sitting, cancellationToken)));
    }

    private static async Task<Ok<JudgeEntryView>> EntryAsync(EntryCode entry, HttpContext context, JudgeDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok((await ViewAsync(JudgeAccess.SittingOf(context), entry, desk, cancellationToken)).View);

    private static async Task<Ok<SavedView>> SaveAsync(EntryCode entry, HttpContext context, JudgeDesk desk, CancellationToken cancellationToken)
    {
        var saved = await desk.SaveAsync(
            JudgeAccess.SittingOf(context), entry, await TypedAsync(context.Request, cancellationToken),
            IfMatch.Of(context.Request), typedBy: null, cancellationToken);
        return TypedResults.Ok(SavedView.Of(saved, entry));
    }

    private static async Task<Ok<JudgeEntryView>> DeclineAsync(
        EntryCode entry, HttpContext context, JudgingCommands commands, JudgeDesk desk, CancellationToken cancellationToken)
    {
        var why = await JsonBody.ReadAsync<Why>(context.Request, "reason", "{\"reason\": \"…\"}", cancellationToken);
        if (!WithdrawalDesk.IsReason(why.Reason))
        {
            throw new InvalidDefinitionException("reason", UploadTexts.BadReason(WithdrawalDesk.LongestReason));
        }
        await commands.DeclineAsync(JudgeAccess.SittingOf(context), entry, why.Reason.Trim(), JudgeAccess.ActorOf(context), cancellationToken);
        return await NowAsync(entry, context, desk, cancellationToken);
    }

    private static async Task<Ok<JudgeEntryView>> AcceptAsync(
        EntryCode entry, HttpContext context, JudgingCommands commands, JudgeDesk desk, CancellationToken cancellationToken)
    {
        await commands.AcceptAsync(JudgeAccess.SittingOf(context), entry, JudgeAccess.ActorOf(context), cancellationToken);
        return await NowAsync(entry, context, desk, cancellationToken);
    }

    private static async Task<Ok<SubmittedView>> SubmitAsync(
        string? confirm, string? sheets, HttpContext context, JudgingCommands commands, JudgeDesk desk, CancellationToken cancellationToken)
    {
        var sitting = JudgeAccess.SittingOf(context);
        var overSheets = OverSheets(sheets);
        var upload = await commands.SubmitAsync(
            sitting, UploadSource.Page, IfMatch.Of(context.Request), confirm, overSheets, JudgeAccess.ActorOf(context), cancellationToken);
        return TypedResults.Ok(await SubmittedAsync(upload, sitting, overSheets, desk));
    }

    /// <summary>What was submitted, and what sheets have that it counts instead of.</summary>
    internal static async Task<SubmittedView> SubmittedAsync(Upload upload, JudgeSitting sitting, bool overSheets, JudgeDesk desk)
    {
        // It is done: nobody who has gone meanwhile cuts this off.
        var sheets = await desk.OfSheetsAsync(sitting, CancellationToken.None);
        var progress = await desk.ProgressAsync(sitting, CancellationToken.None);
        var criteria = sitting.Definition.Criteria().Select(criterion => criterion.Code).ToList();
        var both = progress.ToScore.Count(entry => progress.Draft(entry.Code).Scores.Count > 0 && !progress.Keeps(entry.Code, overSheets)
            && criteria.Exists(criterion => sheets.Points(entry.Code, sitting.Judge, criterion) is not null));
        return SubmittedView.Of(
            upload, progress.Sheets().LastOrDefault() is { } sheet && both > 0 ? new SubmittedView.Sheet(sheet.UploadNumber, sheet.At, both) : null);
    }

    /// <summary>Whether what a page typed counts over sheets that came after it: <c>?sheets=replace</c>.</summary>
    private static bool OverSheets(string? sheets) =>
        sheets is null or "replace" ? sheets is not null : throw new InvalidDefinitionException("sheets", JudgingTexts.BadSheets);

    private static async Task<Ok<JudgeView>> TakeBackAsync(HttpContext context, JudgingCommands commands, JudgeDesk desk, CancellationToken cancellationToken)
    {
        var sitting = JudgeAccess.SittingOf(context);
        await commands.TakeBackAsync(sitting, JudgeAccess.ActorOf(context), cancellationToken);
        var now = await desk.OpenAsync(sitting.Cycle.Id, sitting.Judge.Text, cancellationToken);
        return TypedResults.Ok(JudgeView.Of(await desk.ProgressAsync(now, cancellationToken)));
    }

    /// <summary>What a page sent for one entry.</summary>
    internal static Task<TypedScores> TypedAsync(HttpRequest request, CancellationToken cancellationToken) =>
        JsonBody.ReadAsync<TypedScores>(request, "scores", "{\"scores\": {\"1.1\": \"8.5\"}, \"comments\": {}, \"comment\": \"\"}", cancellationToken);

    /// <summary>One entry of a sheet.</summary>
    internal static async Task<(JudgeEntryView View, JudgeProgress Progress)> ViewAsync(
        JudgeSitting sitting, EntryCode code, JudgeDesk desk, CancellationToken cancellationToken)
    {
        var entry = sitting.Find(code) ?? throw new NotInCycleException(UploadTexts.NoEntry(sitting.Cycle.Id, code));
        var progress = await desk.ProgressAsync(sitting, entry, cancellationToken);
        return (JudgeEntryView.Of(progress, entry, await desk.OfSheetsAsync(sitting, cancellationToken)), progress);
    }

    private static async Task<Ok<JudgeEntryView>> NowAsync(EntryCode entry, HttpContext context, JudgeDesk desk, CancellationToken cancellationToken)
    {
        var sitting = JudgeAccess.SittingOf(context);
        return TypedResults.Ok(
            (await ViewAsync(await desk.OpenAsync(sitting.Cycle.Id, sitting.Judge.Text, cancellationToken), entry, desk, cancellationToken)).View);
    }

    /// <summary>Why an entry is declined.</summary>
    /// <param name="Reason">For the history: 1 to 500 characters.</param>
    internal sealed record Why(string Reason);
}
