using System.Collections.Concurrent;
using System.Security.Cryptography;
using AwardFlow.Typesetting.Fonts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace AwardFlow.Web.Api;

/// <summary>The pages for people; they hold no data of their own and ask the API for it.</summary>
internal static class PagesApi
{
    // Previews of letters are blobs in a frame; nothing else is framed, and nothing comes from elsewhere.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src blob:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The letters' own typeface, so that Thai is legible on a machine that has no Thai font.
    private static readonly string[] Fonts = ["Sarabun-Regular.ttf", "Sarabun-Bold.ttf"];

    private static readonly ConcurrentDictionary<string, Page> Known = new(StringComparer.Ordinal);

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext context) => File(context, "index.html")).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/pages/{name}", (HttpContext context, string name) => File(context, name)).AllowAnonymous().ExcludeFromDescription();
    }

    private static Results<FileContentHttpResult, NotFound> File(HttpContext context, string name)
    {
        if (Find(name) is not { } page)
        {
            return TypedResults.NotFound();
        }
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Asked about each time, sent only when it is another: a new version is seen at once.
        headers.CacheControl = "no-cache";
        return TypedResults.File(page.Content, page.ContentType, entityTag: page.Tag);
    }

    private static Page? Find(string name)
    {
        if (Known.TryGetValue(name, out var page))
        {
            return page;
        }
        // Embedded resources are a closed set: a name finds one of them or nothing, and only what is found is kept.
        using var resource = Array.IndexOf(Fonts, name) >= 0
            ? typeof(Sarabun).Assembly.GetManifestResourceStream(name)
            : typeof(PagesApi).Assembly.GetManifestResourceStream($"Pages/{name}");
        return resource is null ? null : Known.GetOrAdd(name, Read(name, resource));
    }

    private static Page Read(string name, Stream resource)
    {
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        var contentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".ttf" => "font/ttf",
            _ => "text/css; charset=utf-8",
        };
        return new Page(content, contentType, new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 16))}\""));
    }

    private sealed record Page(byte[] Content, string ContentType, EntityTagHeaderValue Tag);
}
