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
        api.MapPut($"/cycles/{{id}}/{name}", (string id, HttpRequest request, LetterPictureStore pictures, CycleViews views, CancellationToken cancellationToken) =>
                PutAsync(id, picture, request, pictures, views, cancellationToken))
            .RequireAuthorization(Roles.Operator).Accepts<byte[]>(Png, Svg).WithSummary($"Set the {name} of the letters (PNG or SVG)");
        api.MapDelete($"/cycles/{{id}}/{name}", async (string id, LetterPictureStore pictures, CycleViews views, CancellationToken cancellationToken) =>
                TypedResults.Ok(await views.OfAsync(await pictures.RemoveAsync(id, picture, cancellationToken), cancellationToken)))
            .RequireAuthorization(Roles.Operator).WithSummary($"Do without the {name}");
    }

    private static async Task<Ok<CycleView>> PutAsync(
        string id, LetterPicture picture, HttpRequest request, LetterPictureStore pictures, CycleViews views, CancellationToken cancellationToken)
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
        return TypedResults.Ok(await views.OfAsync(await pictures.AcceptAsync(id, picture, format, body.ToArray(), cancellationToken), cancellationToken));
    }
}
