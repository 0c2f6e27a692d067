using AwardFlow.Storage;
using AwardFlow.Web.Access;
using AwardFlow.Web.Answers;
using AwardFlow.Web.Api;
using AwardFlow.Web.Receipts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Web;

/// <summary>The HTTP API and the pages, for any host.</summary>
public static class AwardFlowWeb
{
    /// <summary>Adds what the API needs beside the product's own services.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="keys">The keys that open the API.</param>
    /// <param name="openAccess">What holds while there is no key.</param>
    public static IServiceCollection AddAwardFlowWeb(this IServiceCollection services, ApiKeys keys, OpenAccess openAccess)
    {
        services.AddSingleton(keys).AddSingleton(openAccess).AddSingleton<CycleViews>().AddSingleton<CycleReports>();
        services.ConfigureHttpJsonOptions(options => AwardJson.Configure(options.SerializerOptions));
        services.AddProblemDetails().AddExceptionHandler<ProblemHandler>();
        // Not AddAuthentication: it would also keep data protection keys on disk, which nothing here needs.
        services.AddAuthenticationCore(options => options.DefaultScheme = ApiKeyHandler.Name).AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Name, configureOptions: null);
        services.AddAuthorizationBuilder()
            .AddPolicy(Roles.Operator, policy => policy.RequireRole(Roles.Operator))
            .AddPolicy(Roles.Approver, policy => policy.RequireRole(Roles.Approver))
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddOpenApi();
        services.KeepPathsOutOfLogs();
        return services;
    }

    /// <summary>Adds the middleware, in its order, and the endpoints.</summary>
    public static void UseAwardFlowWeb(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapAwardFlow();
    }

    private static void MapAwardFlow(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").RequireAuthorization()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapCycles();
        api.MapUploads();
        api.MapResults();
        api.MapLetters();
        api.MapDeliveries();
        api.MapReceipts();
        api.MapWebhooks();
        routes.MapPages();
        routes.MapReceiptPages();
        routes.MapOpenApi("/openapi.json").AllowAnonymous();
    }
}
