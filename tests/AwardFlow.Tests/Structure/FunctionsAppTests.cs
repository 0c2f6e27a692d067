using System.Text.RegularExpressions;
using AwardFlow.Storage;
using AwardFlow.Web;
using AwardFlow.Web.Access;
using AwardFlow.Workflow;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;

namespace AwardFlow.Tests.Structure;

/// <summary>
/// The Functions app as text: it is built only where its packages are, but what it forgets must be seen everywhere.
/// </summary>
public partial class FunctionsAppTests
{
    [Fact]
    public void Every_route_of_the_contract_has_a_trigger_and_no_trigger_is_left_over()
    {
        var routes = Routes().Order(StringComparer.Ordinal).ToArray();
        Assert.Contains("post api/cycles/{id}/approve", routes);
        Assert.Equal(routes, Functions().SelectMany(Triggers).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_trigger_through_which_people_change_something_binds_the_durable_client() => Assert.All(
        Functions().SelectMany(text => Trigger().Matches(text)).Where(trigger => trigger.Groups["method"].Value is not ("get" or "head") && !trigger.Groups["route"].Value.StartsWith("api/webhooks/", StringComparison.Ordinal)),
        trigger => Assert.True(trigger.Groups["rest"].Value.Contains("[DurableClient]", StringComparison.Ordinal), trigger.Value));

    [Fact]
    public void Every_step_has_an_activity_and_every_flow_an_orchestrator()
    {
        var steps = Repository.Sources("functions", "AwardFlow", "Workflow").Select(File.ReadAllText).ToArray();
        var declared = steps.SelectMany(text => Step().Matches(text)).Select(match => $"{match.Groups["name"].Value}({match.Groups["input"].Value}): {match.Groups["result"].Value}").ToArray();
        Assert.Contains("CloseScores(CycleRef): Closing", declared);
        Assert.Equal(steps.Sum(text => AnyStep().Count(text)), declared.Length);
        var activities = Functions().SelectMany(text => Activity().Matches(text)).Select(match => $"{match.Groups["name"].Value}({match.Groups["input"].Value}): {match.Groups["result"].Value}");
        Assert.Empty(declared.Except(activities, StringComparer.Ordinal));

        var flows = steps.SelectMany(text => SubFlow().Matches(text)).Select(match => $"CycleFlow.{match.Groups["name"].Value}").Append("CycleFlow").ToArray();
        Assert.True(flows.Length > 1);
        var orchestrators = Functions().SelectMany(text => Orchestrator().Matches(text)).Select(match => match.Groups["name"].Value);
        Assert.Equal(flows.Order(StringComparer.Ordinal), orchestrators.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Functions() => Repository.Sources("functions", "AwardFlow.Functions").Select(File.ReadAllText);

    // The endpoints as the hosts map them; nothing is asked of the storage.
    private static List<string> Routes()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection().Build();
        Assert.True(AwardStorage.TryConnect("UseDevelopmentStorage=true", out var storage));
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
                endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods.Select(method =>
                    $"{method.ToLowerInvariant()} {endpoint.RoutePattern.RawText!.TrimStart('/')}")),
        ];
    }

    // The host takes no empty route, so the first page's has a name in the source.
    private static IEnumerable<string> Triggers(string text) => Trigger().Matches(text).SelectMany(match => match.Groups["method"].Captures.Select(method =>
        $"{method.Value} {(match.Groups["constant"].Value == "Root" ? "" : match.Groups["route"].Value)}"));

    [GeneratedRegex("""HttpTrigger\(AuthorizationLevel\.Anonymous, "(?<method>\w+)"(, "(?<method>\w+)")*, Route = ("(?<route>[^"]+)"|(?<constant>\w+))\)\](?<rest>[^=]*)=> web""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Trigger();

    [GeneratedRegex(@"Step<(?<input>\w+), (?<result>\w+)> Step = new\(nameof\((?<name>\w+)\)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Step();

    [GeneratedRegex(@"public static readonly Step<", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyStep();

    [GeneratedRegex(@"\[Function\(nameof\((?<name>\w+)\)\)\]\s+public (async )?Task(<(?<result>\w+)>)? \w+\(\[ActivityTrigger\] (?<input>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Activity();

    [GeneratedRegex(@"SubFlow<\w+> (?<name>\w+) = new\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SubFlow();

    [GeneratedRegex(@"\[Function\(nameof\((?<name>[\w.]+)\)\)\]\s+public static (async )?Task \w+\(\[OrchestrationTrigger\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Orchestrator();
}
