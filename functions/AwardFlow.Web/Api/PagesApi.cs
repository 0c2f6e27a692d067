using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace AwardFlow.Web.Api;

/// <summary>The pages for people; they hold no data of their own and ask the API for it.</summary>
internal static class PagesApi
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext context) => File(context, "index.html")).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/pages/{name}", (HttpContext context, string name) => File(context, name)).AllowAnonymous().ExcludeFromDescription();
    }

    private static Results<FileStreamHttpResult, NotFound> File(HttpContext context, string name)
    {
        // Embedded resources are a closed set: a name finds one of them or nothing.
        var content = typeof(PagesApi).Assembly.GetManifestResourceStream($"Pages/{name}");
        if (content is null)
        {
            return TypedResults.NotFound();
        }
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-cache";
        return TypedResults.File(content, Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "text/css; charset=utf-8",
        });
    }
}
