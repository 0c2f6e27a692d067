using AwardFlow.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace AwardFlow.Web.Api;

/// <summary>The pages for people; they hold no data of their own and ask the API for it.</summary>
internal static class PagesApi
{
    // Nothing comes from elsewhere. The worker is that of PDF.js.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];

    // What the recipients' pages are made of.
    private static readonly string[] OfReceiptPages = ["receipt.css", "Sarabun-Regular.ttf", "Sarabun-Bold.ttf"];

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/judge", GetOrHead, (HttpContext context) => Send(context, PageFiles.JudgePage, forGood: false)).AllowAnonymous().ForOutsiders()
            .ExcludeFromDescription();
        routes.MapMethods("/", GetOrHead, (HttpContext context) => Send(context, PageFiles.FirstPage, forGood: false)).AllowAnonymous()
            .ExcludeFromDescription();
        routes.MapMethods(PageFiles.Root + "/{name}", GetOrHead, (HttpContext context, string name) => Find(context, name, forGood: false))
            .AllowAnonymous().ExcludeFromDescription();
        // While instances of two versions serve, one is asked for the other's files: it sends its own, not to be kept.
        routes.MapMethods(
            PageFiles.Root + "/{version:length(16)}/{name}",
            GetOrHead,
            (HttpContext context, string version, string name) => Find(context, name, version == PageFiles.Version))
            .AllowAnonymous().ForOutsiders([.. OfReceiptPages.Union(PageFiles.OfJudgePage, StringComparer.Ordinal)]).ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, NotFound> Find(HttpContext context, string name, bool forGood) =>
        PageFiles.Find(name) is { } file ? Send(context, file, forGood) : TypedResults.NotFound();

    private static FileContentHttpResult Send(HttpContext context, PageFile file, bool forGood)
    {
        var sent = file.For(context.Request);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // The first page is asked about each time and sent only when it is another: a new version is seen at once.
        headers.CacheControl = forGood ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (sent.Coding is { } coding)
        {
            headers.ContentEncoding = coding;
        }
        return TypedResults.File(sent.Content, file.ContentType, entityTag: sent.Tag);
    }
}
