using System.Globalization;
using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake.Texts;
using AwardFlow.Storage;
using AwardFlow.Thai;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Letters that go by post: having one go so, and recording that they were posted.</summary>
internal static class PostApi
{
    private const int MostRows = 100;
    private const int LongestValue = 100;
    private const int LongestMoment = 50;

    private const string Example = "{\"postedAt\": \"2021-10-20\", \"trackingNumber\": \"RB123456785TH\"}";

    private const string ExampleOfMany = "{\"letters\": [{\"entryCode\": \"LG-001\", \"postedAt\": \"2021-10-20\", \"trackingNumber\": \"RB123456785TH\"}]}";

    public static void MapPost(this IEndpointRouteBuilder api)
    {
        api.MapPost("/cycles/{id}/deliveries/{entry}/post", PostAsync).RequireAuthorization(Roles.Operator).Accepts<Reason>("application/json")
            .WithSummary("Have a letter go by post that did not reach its recipient by mail");
        api.MapPost("/cycles/{id}/deliveries/{entry}/posted", PostedAsync).RequireAuthorization(Roles.Operator).Accepts<Posted>("application/json")
            .WithSummary(
                "Record that a letter was posted, with its tracking number where it was registered, or correct that; that a number goes without another in its place, ?confirm= confirms");
        api.MapPost("/cycles/{id}/deliveries/posted", ManyAsync)
            .RequireAuthorization(Roles.Operator)
            .Accepts<PostedMany>("application/json", "text/csv", Xlsx.ContentType)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary(
                "Record that many letters were posted, all or none: in JSON, or as a sheet (csv, xlsx) with entry_code, posted_at and tracking_number; ?postedAt= is the day of rows without one; that numbers which are recorded change or go, ?confirm= confirms");
    }

    private static async Task<Ok<DeliveryView>> PostAsync(
        CycleId id, EntryCode entry, HttpRequest request, DeliveryCommands commands, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Reason>(request, "reason", "{\"reason\": \"the mailbox is gone\"}", cancellationToken);
        return TypedResults.Ok(DeliveryView.Of(await commands.PostAsync(id, entry, body.Text, Caller.Of(request.HttpContext), cancellationToken)));
    }

    private static async Task<Ok<DeliveryView>> PostedAsync(
        CycleId id, EntryCode entry, string? confirm, HttpRequest request, PostingCommands commands, CancellationToken cancellationToken)
    {
        var body = await JsonBody.ReadAsync<Posted>(request, "postedAt", Example, cancellationToken);
        return TypedResults.Ok(DeliveryView.Of(await commands.RecordAsync(
            id,
            new PostedLetter(entry, Moment(body.PostedAt), body.TrackingNumber) { Letter = LetterOf(body.Correction) },
            confirm,
            Caller.Of(request.HttpContext),
            cancellationToken)));
    }

    private static async Task<Results<Ok<Recorded>, ProblemHttpResult>> ManyAsync(
        CycleId id, string? postedAt, string? confirm, HttpRequest request, PostingCommands commands, CancellationToken cancellationToken)
    {
        try
        {
            var letters = request.HasJsonContentType()
                ? [.. (await JsonBody.ReadAsync<PostedMany>(request, "letters", ExampleOfMany, cancellationToken)).Letters
                    .Select(letter => letter is null
                        ? throw new InvalidDefinitionException("letters", RequestTexts.GivenAs(ExampleOfMany))
                        : new PostedLetter(letter.EntryCode, Moment(letter.PostedAt), letter.TrackingNumber) { Letter = LetterOf(letter.Correction) })]
                : await SheetAsync(postedAt, request, cancellationToken);
            return TypedResults.Ok(new Recorded(await commands.RecordAsync(id, letters, confirm, Caller.Of(request.HttpContext), cancellationToken)));
        }
        catch (PostedLettersException e)
        {
            var language = AcceptLanguage.Of(request);
            AcceptLanguage.Tell(request.HttpContext.Response, language);
            var rows = e.Rows.Take(MostRows)
                .Select(row => new RowProblemView(row.Row, row.Column, row.Value[..Math.Min(row.Value.Length, LongestValue)], row.Text.In(language))).ToList();
            return TypedResults.Problem(
                PostTexts.Refused(e.Rows.Count).In(language), statusCode: StatusCodes.Status400BadRequest, title: UploadTexts.Refused.In(language),
                extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["rows"] = rows,
                    ["problems"] = e.Rows.Count,
                    ["unlisted"] = e.Rows.Count - rows.Count,
                });
        }
    }

    private static async Task<IReadOnlyList<PostedLetter>> SheetAsync(string? postedAt, HttpRequest request, CancellationToken cancellationToken)
    {
        var day = string.IsNullOrEmpty(postedAt) ? (DateOnly?)null : DateOnly.FromDateTime(ThaiTime.Of(Moment(postedAt)).DateTime);
        var file = await UploadBody.ReadAsync(request, cancellationToken);
        await using (file.Content)
        {
            return PostedSheet.Read(file.Content, day, cancellationToken);
        }
    }

    private static int LetterOf(int correction) => correction is >= 0 and <= Correction.Most
        ? Correction.LetterOf(correction)
        : throw new InvalidDefinitionException("correction", RequestTexts.GivenAs(Example));

    // A day, which begins at midnight in Thailand, or a moment.
    private static DateTimeOffset Moment(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? PostedSheet.Moment(day)
        : text is { Length: > 10 and < LongestMoment } && Read(text) is { } moment ? moment
        : throw new InvalidDefinitionException("postedAt", PostTexts.NoDay);

    private static DateTimeOffset? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<DateTimeOffset>(JsonSerializer.SerializeToUtf8Bytes(text), AwardJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    internal sealed record Reason([property: System.Text.Json.Serialization.JsonPropertyName("reason")] string Text);

    /// <summary>When a letter was posted.</summary>
    /// <param name="PostedAt">The day, or the moment.</param>
    /// <param name="TrackingNumber">The number of the post, where it was registered.</param>
    /// <param name="Correction">Which correction it is, from 1; 0, as where it is not said, for the letter itself.</param>
    internal sealed record Posted(string PostedAt, string? TrackingNumber = null, int Correction = 0);

    internal sealed record PostedMany(IReadOnlyList<PostedOne?> Letters);

    internal sealed record PostedOne(EntryCode EntryCode, string PostedAt, string? TrackingNumber = null, int Correction = 0);

    /// <summary>How many letters are recorded.</summary>
    /// <param name="Letters">How many.</param>
    internal sealed record Recorded(int Letters);
}
