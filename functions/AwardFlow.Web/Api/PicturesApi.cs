using AwardFlow.Cycles;
using AwardFlow.Intake.Texts;
using AwardFlow.Letters;
using AwardFlow.Typesetting.Pictures;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace AwardFlow.Web.Api;

/// <summary>The emblem and the signature of a cycle's letters.</summary>
internal static class PicturesApi
{
    private const string Png = "image/png";
    private const string Svg = "image/svg+xml";

    public static void MapPictures(this IEndpointRouteBuilder api)
    {
        Map(api, "emblem", LetterPicture.Emblem);
        Map(api, "signature", LetterPicture.Signature);
    }

    private static void Map(IEndpointRouteBuilder api, string name, LetterPicture picture)
    {
        api.MapPut(
            $"/cycles/{{id}}/{name}", (CycleId id, HttpRequest request, LetterPictureStore pictures, CycleViews views, CancellationToken cancellationToken) =>
                    PutAsync(id, picture, request, pictures, views, cancellationToken))
            .RequireAuthorization(Roles.Operator).Accepts<byte[]>(Png, Svg).WithSummary($"Set the {name} of the letters (PNG or SVG)");
        api.MapDelete(
            $"/cycles/{{id}}/{name}",
            async (CycleId id, HttpContext context, LetterPictureStore pictures, CycleViews views, CancellationToken cancellationToken) =>
                TypedResults.Ok(await views.OfAsync(await pictures.RemoveAsync(id, picture, Caller.Of(context), cancellationToken), cancellationToken)))
            .RequireAuthorization(Roles.Operator).WithSummary($"Do without the {name}");
        api.MapGet(
            $"/cycles/{{id}}/{name}", (CycleId id, HttpContext context, CycleStore cycles, LetterPictureStore pictures, CancellationToken cancellationToken) =>
                    GetAsync(id, picture, context, cycles, pictures, cancellationToken))
            .Produces<string>(contentType: Png).ProducesProblem(StatusCodes.Status404NotFound).WithSummary($"The {name} as it was sent (PNG or SVG)");
    }

    private static async Task<FileContentHttpResult> GetAsync(
        CycleId id, LetterPicture picture, HttpContext context, CycleStore cycles, LetterPictureStore pictures, CancellationToken cancellationToken)
    {
        if (await pictures.FindFileAsync(await cycles.GetAsync(id, cancellationToken), picture, cancellationToken) is not { } found)
        {
            throw new RequestRefusedException(StatusCodes.Status404NotFound, SetupTexts.NoPicture, SetupTexts.NoPicture);
        }
        // Somebody drew it: opened as a page of its own, it runs no script here.
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.File(found.File.ToArray(), found.Format == PictureFormat.Svg ? Svg : Png);
    }

    private static async Task<Ok<CycleView>> PutAsync(
        CycleId id, LetterPicture picture, HttpRequest request, LetterPictureStore pictures, CycleViews views, CancellationToken cancellationToken)
    {
        var media = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed.MediaType.Value?.ToLowerInvariant() : null;
        var format = media switch
        {
            Png => PictureFormat.Png,
            Svg => PictureFormat.Svg,
            _ => throw new RequestRefusedException(
                StatusCodes.Status415UnsupportedMediaType, UploadTexts.OtherKind, RequestTexts.PictureWanted(request.ContentType)),
        };
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = Picture.LargestFile;
        }
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return TypedResults.Ok(await views.OfAsync(
            await pictures.AcceptAsync(id, picture, format, body.ToArray(), Caller.Of(request.HttpContext), cancellationToken), cancellationToken));
    }
}
