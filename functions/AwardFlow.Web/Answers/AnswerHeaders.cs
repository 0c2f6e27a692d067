using Microsoft.AspNetCore.Http;

namespace AwardFlow.Web.Answers;

/// <summary>Headers that every answer has: no browser guesses what it is, and what the API says is kept nowhere on the way.</summary>
internal static class AnswerHeaders
{
    /// <summary>Adds them when the answer begins, whoever writes it, a refusal too.</summary>
    public static Task AddAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            {
                context.Response.Headers.CacheControl = "no-store";
            }
            return Task.CompletedTask;
        });
        return next(context);
    }
}
