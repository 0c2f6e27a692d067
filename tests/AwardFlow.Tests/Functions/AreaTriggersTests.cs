using System.Reflection;
using AwardFlow.Engine;
using AwardFlow.Functions.Http;
using AwardFlow.Storage;
using AwardFlow.Web;
using AwardFlow.Web.Access;
using AwardFlow.Workflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;

namespace AwardFlow.Tests.Functions;

/// <summary>
/// Which trigger of the Functions app takes a request. The host tries them in an order that the app does not choose, so
/// that one and no other must fit.
/// </summary>
public class AreaTriggersTests
{
    private static readonly Trigger[] Triggers =
    [
        .. typeof(AreaTriggers).Assembly.GetTypes().SelectMany(type => type.GetMethods()).SelectMany(method => method.GetParameters()
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
            .Select(trigger => new Trigger(
                method.GetCustomAttribute<FunctionAttribute>()!.Name,
                trigger,
                method.GetParameters().Any(parameter => parameter.GetCustomAttribute<DurableClientAttribute>() is not null)))),
    ];

    public static TheoryData<string, string> Contract => [.. Routes()];

    [Theory]
    [MemberData(nameof(Contract))]
    public async Task Every_route_of_the_contract_has_one_trigger(string method, string path) => Assert.Single(await TakingAsync(method, path));

    [Theory]
    [InlineData("GET", "/", "Pages")]
    [InlineData("HEAD", "/", "Pages")]
    [InlineData("GET", "/openapi.json", "Pages")]
    [InlineData("GET", "/pages/0123456789abcdef/app.js", "Pages")]
    [InlineData("GET", "/nobody/knows/this", "Pages")]
    [InlineData("GET", "/api", "Api")]
    [InlineData("GET", "/api/", "Api")]
    [InlineData("GET", "/api/cycles", "Api")]
    [InlineData("DELETE", "/api/nobody/knows/this", "Api")]
    [InlineData("POST", "/api/cycles/dga-2564/entries", "Uploads")]
    [InlineData("POST", "/api/cycles/dga-2564/scores/", "Uploads")]
    [InlineData("POST", "/API/Cycles/dga-2564/Scores/problems.xlsx", "Uploads")]
    [InlineData("GET", "/api/cycles/dga-2564/entries", "Uploads")]
    [InlineData("PUT", "/api/cycles/dga-2564/entries/E0001/address", "Api")]
    [InlineData("GET", "/api/cycles/dga-2564/deliveries/scores", "Api")]
    [InlineData("POST", "/api/cycles/dga-2564/deliveries/scores/receipt", "Api")]
    [InlineData("POST", "/api/webhooks/sendgrid", "Webhooks")]
    [InlineData("GET", "/api/webhooks", "Webhooks")]
    [InlineData("GET", "/r/token", "Receipts")]
    [InlineData("GET", "/R/token/letter.pdf", "Receipts")]
    [InlineData("POST", "/r", "Receipts")]
    [InlineData("GET", "/receipts", "Pages")]
    public async Task An_area_takes_what_is_its_own(string method, string path, string area) => Assert.Equal([area], await TakingAsync(method, path));

    [Theory]
    [InlineData("GET", "/admin/host/status")]
    [InlineData("POST", "/admin/functions/ClosingSweep")]
    [InlineData("GET", "/runtime/webhooks/durabletask/instances/dga-2564")]
    public async Task What_is_the_hosts_own_is_left_to_it(string method, string path) => Assert.Empty(await TakingAsync(method, path));

    [Fact]
    public void Areas_in_which_cycles_are_changed_bind_the_durable_client() =>
        Assert.Equal(
            ["Api", "Receipts", "Uploads"], Triggers.Where(trigger => trigger.BindsClient).Select(trigger => trigger.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Methods_are_left_to_the_app_so_that_a_wrong_one_is_answered_as_on_one_machine() =>
        Assert.All(Triggers, trigger => Assert.True(trigger.Attribute.Methods is null or []));

    [Fact]
    public void The_platform_lets_every_request_through_to_the_apps_own_checks() =>
        Assert.All(Triggers, trigger => Assert.Equal(AuthorizationLevel.Anonymous, trigger.Attribute.AuthLevel));

    private static async Task<IReadOnlyList<string>> TakingAsync(string method, string path)
    {
        await using var services = new ServiceCollection().AddLogging().AddRouting().BuildServiceProvider();
        var taking = new List<string>();
        foreach (var trigger in Triggers)
        {
            var context = new DefaultHttpContext { RequestServices = services };
            (context.Request.Method, context.Request.Path) = (method, path);
            var route = new RouteContext(context);
            // The host's own kind of routes.
            await new Route(new Taker(), trigger.Attribute.Route!, services.GetRequiredService<IInlineConstraintResolver>()).RouteAsync(route);
            if (route.Handler is not null)
            {
                taking.Add(trigger.Name);
            }
        }
        return taking;
    }

    // An address for each endpoint, as the hosts map them; nothing is asked of the storage.
    private static IEnumerable<(string Method, string Path)> Routes()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection().Build();
        Assert.True(AzureStorage.TryConnect("UseDevelopmentStorage=true", out var storage));
        using var services = new ServiceCollection()
            .AddLogging()
            .AddRouting()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton(Mock.Of<ICycleEngine>())
            .AddSingleton(Mock.Of<IHostEnvironment>())
            .AddAwardFlow(storage, settings)
            .AddAwardFlowWeb(ApiKeys.Read(settings), new OpenAccess(OnThisMachine: true), PlatformAccess.None)
            .BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseAwardFlowWeb();
        return
        [
            .. services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
                endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method => (method, Example(endpoint)))),
        ];
    }

    private static string Example(RouteEndpoint endpoint) =>
        "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part =>
            part is RoutePatternParameterPart parameter ? $"{parameter.Name}1" : ((RoutePatternLiteralPart)part).Content))));

    private sealed class Taker : IRouter
    {
        public VirtualPathData? GetVirtualPath(VirtualPathContext context) => null;

        public Task RouteAsync(RouteContext context)
        {
            context.Handler = _ => Task.CompletedTask;
            return Task.CompletedTask;
        }
    }

    private sealed record Trigger(string Name, HttpTriggerAttribute Attribute, bool BindsClient);
}
