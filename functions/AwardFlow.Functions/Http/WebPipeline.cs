using AwardFlow.Functions.Orchestrations;
using AwardFlow.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Functions.Http;

/// <summary>
/// Runs requests through AwardFlow.Web's own middleware and endpoints, the same as on one machine. The triggers only
/// say to the host which requests there are.
/// </summary>
/// <param name="services">The worker's services.</param>
public sealed class WebPipeline(IServiceProvider services)
{
    private readonly RequestDelegate _pipeline = Build(services);

    /// <summary>Answers a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="client">The client for what the request does to orchestrations; null for a request that only reads.</param>
    public async Task RunAsync(HttpRequest request, DurableTaskClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (client is not null)
        {
            request.HttpContext.RequestServices.GetRequiredService<FunctionClient>().Client = client;
        }
        // The worker routed the request to the trigger; from here on AwardFlow.Web routes it.
        request.HttpContext.SetEndpoint(endpoint: null);
        request.RouteValues.Clear();
        await _pipeline(request.HttpContext);
        Describe(request.HttpContext);
    }

    // By its route, never by its path: that of a recipient's page is the key to it.
    private static void Describe(HttpContext context)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is { } activity)
        {
            var (method, route) = (context.Request.Method, (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
            activity.DisplayName = route is null ? method : $"{method} {route}";
            activity.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
            activity.SetTag("url.scheme", context.Request.Scheme).SetTag("server.address", context.Request.Host.Value).SetTag("url.path", route);
        }
    }

    private static RequestDelegate Build(IServiceProvider services)
    {
        var app = new ApplicationBuilder(services);
        app.UseAwardFlowWeb();
        return app.Build();
    }
}
