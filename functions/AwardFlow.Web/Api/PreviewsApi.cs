using System.Text;
using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Letters;
using AwardFlow.Storage;
using AwardFlow.Typesetting.Pictures;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>Documents of a sample entry, of a definition as it is typed. Nothing of it is kept.</summary>
internal static class PreviewsApi
{
    private const int LargestDefinition = 100_000;
    private const string Pdf = "application/pdf";

    // Two pictures in base64, and the definition.
    private const int Largest = 2 * (Picture.LargestFile / 3 * 4) + LargestDefinition + 10_000;

    public static void MapPreviews(this IEndpointRouteBuilder api)
    {
        foreach (var (name, document, what) in new[]
        {
            ("letter", LetterDocument.Letter, "letter"),
            ("certificate", LetterDocument.Certificate, "certificate"),
            ("results", LetterDocument.ResultSheet, "result sheet"),
        })
        {
            api.MapPost(
                $"/previews/{name}",
                (HttpContext context, PreviewDesk desk, CycleStore cycles, LetterPictureStore pictures, CancellationToken cancellationToken) =>
                    PostAsync(document, context, desk, cycles, pictures, cancellationToken))
                .Accepts<PreviewRequest>("application/json").Produces<string>(contentType: Pdf)
                .ProducesProblem(StatusCodes.Status400BadRequest)
                .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
                .ProducesProblem(StatusCodes.Status429TooManyRequests)
                .WithSummary(
                    $"The {what} of a sample entry, marked as a draft, of a definition that may lack things; pictures by a cycle or as data: addresses. Nothing is kept");
        }
    }

    private static async Task<FileContentHttpResult> PostAsync(
        LetterDocument document, HttpContext context, PreviewDesk desk, CycleStore cycles, LetterPictureStore pictures, CancellationToken cancellationToken)
    {
        var wanted = await ReadAsync(context.Request, cancellationToken);
        var draft = CycleDefinitionReader.ReadDraft(Encoding.UTF8.GetBytes(wanted.Definition.GetRawText()));
        // To decode pictures takes longer than to set the document, so it waits for its turn too.
        var pdf = await desk.RenderAsync(Caller.Of(context).Id, async () =>
        {
            var kept = wanted.Cycle is { } id
                ? await pictures.ReadAsync(await cycles.GetAsync(CycleId.Parse(id), cancellationToken), cancellationToken)
                : LetterPictures.None;
            var shown = new LetterPictures(
                wanted.Emblem is { } emblem ? Read(LetterPicture.Emblem, emblem) : kept.Emblem,
                wanted.Signature is { } signature ? Read(LetterPicture.Signature, signature) : kept.Signature);
            return new SampleDocuments(draft.Definition, shown).Preview(document, wanted.Passed);
        }, cancellationToken);
        return TypedResults.File(pdf, Pdf);
    }

    private static async Task<PreviewRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var json = await JsonBody.BytesAsync(request, Largest, cancellationToken);
        try
        {
            var wanted = JsonSerializer.Deserialize<PreviewRequest>(json, AwardJson.Options) ?? throw new JsonException();
            return wanted.Definition.ValueKind == JsonValueKind.Undefined || wanted.Cycle is { } id && !CycleId.IsValid(id) ? throw new JsonException()
                : wanted.Definition.GetRawText().Length > LargestDefinition
                    ? throw new BadHttpRequestException("The definition is too large.", StatusCodes.Status413PayloadTooLarge)
                : wanted;
        }
        catch (JsonException)
        {
            throw new InvalidDefinitionException("definition", RequestTexts.GivenAs("{\"definition\": {…}, \"passed\": true, \"cycle\": \"…\"}"));
        }
    }

    private static Picture Read(LetterPicture picture, string address)
    {
        var format = address.StartsWith("data:image/png;base64,", StringComparison.Ordinal) ? PictureFormat.Png
            : address.StartsWith("data:image/svg+xml;base64,", StringComparison.Ordinal) ? PictureFormat.Svg : (PictureFormat?)null;
        var file = new byte[address.Length / 4 * 3 + 3];
        if (format is not { } known || !Convert.TryFromBase64Chars(address.AsSpan(address.IndexOf(',', StringComparison.Ordinal) + 1), file, out var length))
        {
            throw new InvalidDefinitionException(picture == LetterPicture.Emblem ? "emblem" : "signature", RequestTexts.GivenAs("data:image/png;base64,…"));
        }
        return LetterPictureStore.Read(picture, known, file[..length]);
    }

    /// <summary>What to show.</summary>
    /// <param name="Definition">The cycle definition as it is so far.</param>
    /// <param name="Passed">Whether the sample entry passed.</param>
    /// <param name="Cycle">The cycle whose stored pictures are shown; null for none.</param>
    /// <param name="Emblem">An emblem in place of the stored one, as a data: address of PNG or SVG in base64.</param>
    /// <param name="Signature">A signature likewise.</param>
    internal sealed record PreviewRequest(JsonElement Definition, bool Passed = true, string? Cycle = null, string? Emblem = null, string? Signature = null);
}
