using AwardFlow.Approvals;
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
using Microsoft.Extensions.Logging;

namespace AwardFlow.Web;

/// <summary>The HTTP API and the pages, for any host.</summary>
public static class AwardFlowWeb
{
    // Forwards to the scheme that a request speaks.
    private const string EitherScheme = "AwardFlow";

    /// <summary>Adds what the API needs beside the product's own services.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="keys">The keys that open the API.</param>
    /// <param name="openAccess">What holds while there is no key.</param>
    /// <param name="platform">Whether the platform signs callers in.</param>
    /// <param name="people">People with keys of their own; null for none.</param>
    /// <param name="positions">Who else holds which title; null for nobody.</param>
    public static IServiceCollection AddAwardFlowWeb(
        this IServiceCollection services, ApiKeys keys, OpenAccess openAccess,
        PlatformAccess platform, PeopleFile? people = null, PositionHolders? positions = null)
    {
        var titles = positions ?? PositionHolders.None;
        services.AddSingleton(titles)
            .AddSingleton(provider => new KnownCallers(keys, people, platform, titles, provider.GetRequiredService<ILogger<KnownCallers>>()))
            .AddSingleton<IKnownPeople>(provider => provider.GetRequiredService<KnownCallers>());
        services.AddSingleton(new PeopleTrail(people));
        services.AddSingleton(openAccess)
            .AddSingleton(platform)
            .AddSingleton<WrongKeys>(provider => new WrongKeys(provider.GetRequiredService<ILogger<WrongKeys>>()))
            .AddSingleton<WrongJudgeTokens>()
            .AddSingleton<CycleViews>()
            .AddSingleton<CorrectionViews>()
            .AddSingleton<CycleReports>()
            .AddSingleton<PreviewDesk>();
        services.ConfigureHttpJsonOptions(options => AwardJson.Configure(options.SerializerOptions));
        services.AddProblemDetails(options => options.CustomizeProblemDetails = Explain).AddExceptionHandler<ProblemHandler>();
        // Not AddAuthentication: it would also keep data protection keys on disk, which nothing here needs.
        services.AddAuthenticationCore(options => options.DefaultScheme = EitherScheme).AddWebEncoders();
        new AuthenticationBuilder(services)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Name, configureOptions: null)
            .AddScheme<AuthenticationSchemeOptions, AppServiceHandler>(AppServiceHandler.Name, configureOptions: null)
            .AddPolicyScheme(EitherScheme, displayName: null, options => options.ForwardDefaultSelector = context =>
                platform.SignsIn && !context.Request.Headers.ContainsKey(ApiKeyHandler.Header) ? AppServiceHandler.Name : ApiKeyHandler.Name);
        Policies.Add(services.AddAuthorizationBuilder());
        services.AddOpenApi(options =>
        {
            options.AddSchemaTransformer(TextSchemas.DescribeAsync);
            options.AddOperationTransformer(Policies.DescribeAsync);
            options.ShouldInclude = description => !HttpMethods.IsHead(description.HttpMethod ?? "");
        });
        services.KeepPathsOutOfLogs();
        return services;
    }

    // What a handler said stands; a bare status gets a sentence.
    private static void Explain(ProblemDetailsContext context)
    {
        if (context.ProblemDetails is { Detail: null, Status: { } status } problem && RequestTexts.Of(status) is { } text)
        {
            var language = AcceptLanguage.Of(context.HttpContext.Request);
            problem.Detail = text.In(language);
            AcceptLanguage.Tell(context.HttpContext.Response, language);
        }
    }

    /// <summary>Adds the middleware, in its order, and the endpoints.</summary>
    public static void UseAwardFlowWeb(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetService<TrustedProxies>() is { Any: true } proxies)
        {
            app.UseForwardedHeaders(proxies.Options());
        }
        app.Use(AnswerHeaders.AddAsync);
        app.UseRouting();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.Use(Outsiders.KeepOutAsync);
        app.UseAuthentication();
        app.UseAuthorization();
        app.Use(RouteNames.CheckAsync);
        app.UseEndpoints(MapAwardFlow);
    }

    private static void MapAwardFlow(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").RequireAuthorization().ForTheOffice().WithHead()
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapCaller();
        api.MapClock();
        api.MapCycles();
        api.MapApproval();
        api.MapCorrections();
        api.MapSetup();
        api.MapTrail();
        api.MapPeopleTrail();
        api.MapRecords();
        api.MapPreviews();
        api.MapTestLetter();
        api.MapUploads();
        api.MapHistory();
        api.MapWithdrawals();
        api.MapJudging();
        api.MapTemplates();
        api.MapResults();
        api.MapReport();
        api.MapRegister();
        api.MapStatistics();
        api.MapPictures();
        api.MapPrint();
        api.MapLetters();
        api.MapDeliveries();
        api.MapPost();
        api.MapReceipts();
        api.MapWebhooks();
        routes.MapGroup("/api/judge").ForJudges().WithHead()
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status404NotFound).MapJudge();
        routes.MapPages();
        routes.MapReceiptPages();
        routes.MapOpenApi("/openapi.json").AllowAnonymous();
    }
}
