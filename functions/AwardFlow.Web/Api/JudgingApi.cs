using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Notices;
using AwardFlow.Storage;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>The secretary's board, judges' links and reminders, scores from paper, and what the chair sends back.</summary>
internal static class JudgingApi
{
    private const string Json = "application/json";

    public static void MapJudging(this IEndpointRouteBuilder api)
    {
        const string board = "/cycles/{id}/judging";
        api.MapGet(board, BoardAsync)
            .RequireAuthorization(Policies.Scores)
            .WithSummary("How far each judge is with each entry; the chair is shown no addresses");
        api.MapPost($"{board}/links", LinksAsync).RequireAuthorization(Roles.Operator).Accepts<Wanted>(Json).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary(
                "Make judges' links anew, of all that the definition names or of those in the body; they are shown this once. \"send\": true mails them");
        api.MapPost($"{board}/reminders", RemindAsync).RequireAuthorization(Roles.Operator).Accepts<Wanted>(Json).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Mail the link to judges who have not submitted, each at most once in 24 hours");
        api.MapPut($"{board}/{{judge}}", AddressAsync)
            .RequireAuthorization(Roles.Operator)
            .Accepts<Address>(Json)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithSummary("Say where a judge's link goes; null for the definition's address");
        api.MapDelete($"{board}/{{judge}}/link", WithdrawAsync)
            .RequireAuthorization(Roles.Operator)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Withdraw a judge's link");
        api.MapGet($"{board}/{{judge}}/entries/{{entry}}", EntryAsync)
            .RequireAuthorization(Roles.Operator)
            .WithSummary("An entry of a judge's sheet, for typing from paper; what the judge typed is not shown before it is submitted");
        api.MapPut($"{board}/{{judge}}/entries/{{entry}}", TypeAsync).RequireAuthorization(Roles.Operator).Accepts<TypedScores>(Json)
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .ProducesProblem(StatusCodes.Status428PreconditionRequired)
            .WithSummary("Type an entry's scores from paper, with If-Match");
        api.MapPost($"{board}/{{judge}}/paper", KeepAsync)
            .RequireAuthorization(Roles.Operator)
            .Accepts<byte[]>("application/pdf", "image/jpeg", "image/png")
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .WithSummary("Keep the scan of what came on paper (PDF, JPEG, PNG; at most 20 MB) as evidence; ?name= is the file's name");
        api.MapGet($"{board}/{{judge}}/paper/{{sha256}}", PaperAsync).WithSummary("A scan");
        api.MapPost($"{board}/{{judge}}/submit", SubmitAsync)
            .RequireAuthorization(Roles.Operator)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status412PreconditionFailed)
            .WithSummary("Submit for a judge what was typed from paper; it needs a scan. ?confirm= as for the judge");
        api.MapPost($"{board}/{{judge}}/entries/{{entry}}/return", ReturnAsync)
            .RequireAuthorization(Policies.Judging)
            .Accepts<Asked>(Json)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Send an entry back to a judge with a question; no score changes");
    }

    private static async Task<Ok<JudgeBoard>> BoardAsync(
        CycleId id, HttpContext context, JudgeBoards boards, JudgeMails mails, CancellationToken cancellationToken)
    {
        var board = await boards.OfAsync(id, cancellationToken);
        var states = await mails.StatesAsync(id, cancellationToken);
        return TypedResults.Ok(Sight.Of(context.User, board with
        {
            Judges = [.. board.Judges.Select(row => row with
            {
                Mail = states.TryGetValue(row.Judge, out var state) ? System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(state.ToString()) : null,
            })],
        }));
    }

    private static async Task<Ok<LinksMade>> LinksAsync(
        CycleId id, HttpContext context, JudgeLinkDesk desk, JudgeLinks links, JudgeMails mails, CancellationToken cancellationToken)
    {
        var wanted = await WantedAsync(context.Request, cancellationToken);
        var made = await desk.MakeAsync(id, wanted.Judges, Caller.Of(context), cancellationToken);
        var mailed = wanted.Send == true ? await mails.LinksAsync(made, cancellationToken) : new JudgesMailed([], []);
        return TypedResults.Ok(
            new LinksMade([.. made.Select(sitting => new LinkOf(sitting.Judge, links.For(sitting.Seat)))], mailed.Mailed, NotMailed.Of(mailed)));
    }

    private static async Task<Ok<Reminded>> RemindAsync(CycleId id, HttpContext context, JudgeMails mails, CancellationToken cancellationToken)
    {
        var wanted = await WantedAsync(context.Request, cancellationToken);
        var mailed = await mails.RemindAsync(id, wanted.Judges, Caller.Of(context), cancellationToken);
        return TypedResults.Ok(new Reminded(mailed.Mailed, NotMailed.Of(mailed)));
    }

    private static async Task<NoContent> AddressAsync(
        CycleId id, string judge, HttpContext context, JudgeDesk desk, JudgeLinkDesk links, CancellationToken cancellationToken)
    {
        var given = await JsonBody.ReadAsync<Address>(context.Request, "email", "{\"email\": \"judge@example.go.th\"}", cancellationToken);
        var email = given.Email is null ? null
            : SarabanAddress.TryRead(given.Email, out var address, out _) ? address
            : throw new InvalidDefinitionException("email", JudgingTexts.BadEmail);
        await links.AddressAsync(await desk.OpenAsync(id, judge, cancellationToken), email, Caller.Of(context), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> WithdrawAsync(
        CycleId id, string judge, HttpContext context, JudgeDesk desk, JudgeLinkDesk links, CancellationToken cancellationToken)
    {
        await links.WithdrawAsync(await desk.OpenAsync(id, judge, cancellationToken), Caller.Of(context), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<JudgeEntryView>> EntryAsync(CycleId id, string judge, EntryCode entry, JudgeDesk desk, CancellationToken cancellationToken)
    {
        var (view, progress) = await JudgeApi.ViewAsync(await desk.OpenAsync(id, judge, cancellationToken), entry, desk, cancellationToken);
        return TypedResults.Ok(view.ForTheOffice(progress));
    }

    private static async Task<Ok<SavedView>> TypeAsync(
        CycleId id, string judge, EntryCode entry, HttpContext context, JudgeDesk desk, CancellationToken cancellationToken)
    {
        var typed = await JudgeApi.TypedAsync(context.Request, cancellationToken);
        var saved = await desk.SaveAsync(
            await desk.OpenAsync(id, judge, cancellationToken), entry, typed, IfMatch.Of(context.Request), Caller.Of(context), cancellationToken);
        return TypedResults.Ok(SavedView.Of(saved, entry));
    }

    private static async Task<Ok<PaperView>> KeepAsync(
        CycleId id, string judge, string? name, HttpContext context, JudgeDesk desk, JudgingCommands commands, CancellationToken cancellationToken)
    {
        var sitting = await desk.OpenAsync(id, judge, cancellationToken);
        var content = BinaryData.FromBytes(await JsonBody.BytesAsync(context.Request, PaperScan.Largest, cancellationToken));
        var called = name is { Length: > 0 and <= 200 } && !name.Any(char.IsControl) ? name : null;
        var type = context.Request.ContentType?.Split(';')[0].Trim();
        return await commands.KeepAsync(sitting, type, content, called, Caller.Of(context), cancellationToken) is { } scan
            ? TypedResults.Ok(PaperView.Of(scan))
            : throw new RequestRefusedException(StatusCodes.Status415UnsupportedMediaType, Intake.Texts.UploadTexts.OtherKind, JudgingTexts.NoScan);
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> PaperAsync(
        CycleId id, string judge, string sha256, JudgeDesk desk, IStorage storage, CancellationToken cancellationToken)
    {
        var scan = (await desk.OpenAsync(id, judge, cancellationToken)).Seat.Papers.FirstOrDefault(paper => paper.Sha256 == sha256);
        var file = scan is null ? null : await storage.Uploads.OpenAsync($"{id}/{scan.Blob}", cancellationToken);
        // Always to be saved: a browser shows nothing of it as a page of this site.
        return file is null ? TypedResults.NotFound() : TypedResults.File(file, PaperScan.TypeOf(scan!), $"{id}-{scan!.Blob}");
    }

    private static async Task<Ok<SubmittedView>> SubmitAsync(
        CycleId id, string judge, string? confirm, HttpContext context, JudgeDesk desk, JudgingCommands commands, CancellationToken cancellationToken)
    {
        var sitting = await desk.OpenAsync(id, judge, cancellationToken);
        return TypedResults.Ok(await JudgeApi.SubmittedAsync(
            await commands.SubmitAsync(sitting, UploadSource.Paper, tag: null, confirm, overSheets: false, Caller.Of(context), cancellationToken),
            sitting,
            overSheets: false,
            desk));
    }

    private static async Task<Ok<Returned>> ReturnAsync(
        CycleId id, string judge, EntryCode entry, HttpContext context, JudgeDesk desk,
        JudgingCommands commands, JudgeMails mails, CancellationToken cancellationToken)
    {
        var asked = await JsonBody.ReadAsync<Asked>(context.Request, "question", "{\"question\": \"…\"}", cancellationToken);
        if (string.IsNullOrWhiteSpace(asked.Question) || asked.Question.Length > JudgeQuestion.Longest
            || asked.Question.Any(c => char.IsControl(c) && c is not ('\n' or '\r')))
        {
            throw new InvalidDefinitionException("question", JudgingTexts.BadQuestion(JudgeQuestion.Longest));
        }
        var sitting = await desk.OpenAsync(id, judge, cancellationToken);
        var question = await commands.ReturnAsync(sitting, entry, asked.Question.Trim().ReplaceLineEndings("\n"), Caller.Of(context), cancellationToken);
        var mailed = await mails.QuestionAsync(sitting, entry, cancellationToken);
        return TypedResults.Ok(new Returned(question.Text, question.By, question.At, mailed));
    }

    // Without a body: all.
    private static async Task<Wanted> WantedAsync(HttpRequest request, CancellationToken cancellationToken) =>
        request.ContentLength is null or 0 && request.ContentType is null ? new Wanted(null, null)
            : await JsonBody.ReadAsync<Wanted>(request, "judges", "{\"judges\": [\"…\"]}", cancellationToken);

    /// <summary>Whom it is about.</summary>
    /// <param name="Judges">The judges' names; null for all.</param>
    /// <param name="Send">Whether links are mailed.</param>
    internal sealed record Wanted(IReadOnlyList<string>? Judges = null, bool? Send = null);

    /// <summary>Where a judge's link goes.</summary>
    /// <param name="Email">The address; null for the definition's.</param>
    internal sealed record Address(string? Email);

    /// <summary>What is asked.</summary>
    /// <param name="Question">1 to 500 characters.</param>
    internal sealed record Asked(string Question);

    /// <summary>An entry that was sent back.</summary>
    /// <param name="Text">What is asked.</param>
    /// <param name="By">Who asks.</param>
    /// <param name="At">When.</param>
    /// <param name="Mailed">Whether the judge is mailed; a judge without a link or an address is not.</param>
    internal sealed record Returned(string Text, string By, DateTimeOffset At, bool Mailed);

    internal sealed record LinkOf(JudgeName Judge, Uri Url);

    internal sealed record LinksMade(IReadOnlyList<LinkOf> Links, IReadOnlyList<JudgeName> Mailed, IReadOnlyList<NotMailed> Skipped);

    internal sealed record Reminded(
        [property: System.Text.Json.Serialization.JsonPropertyName("reminded")] IReadOnlyList<JudgeName> Judges,
        IReadOnlyList<NotMailed> Skipped);

    internal sealed record NotMailed(JudgeName Judge, JudgesMailed.Why Why)
    {
        public static IReadOnlyList<NotMailed> Of(JudgesMailed mailed) => [.. mailed.Skipped.Select(each => new NotMailed(each.Judge, each.Because))];
    }

    internal sealed record PaperView(string Sha256, string? Name, string By, DateTimeOffset At)
    {
        public static PaperView Of(PaperScan scan) => new(scan.Sha256, scan.Name, scan.By, scan.At);
    }
}
