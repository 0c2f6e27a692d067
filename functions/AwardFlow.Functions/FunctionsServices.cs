using AwardFlow.Delivery;
using AwardFlow.Engine;
using AwardFlow.Functions.Http;
using AwardFlow.Functions.Orchestrations;
using AwardFlow.Records.Archive;
using AwardFlow.Storage;
using AwardFlow.Web;
using AwardFlow.Web.Access;
using AwardFlow.Workflow;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace AwardFlow.Functions;

/// <summary>Registers the product with the Functions worker.</summary>
internal static class FunctionsServices
{
    // ASP.NET Core's own source of a span for each request.
    private const string RequestSource = "Microsoft.AspNetCore";

    // Each makes the Functions host itself send traces, which an app can neither filter nor change.
    private static readonly string[] HostsOwn = ["APPLICATIONINSIGHTS_CONNECTION_STRING", "APPINSIGHTS_INSTRUMENTATIONKEY", "OTEL_EXPORTER_OTLP_ENDPOINT"];

    /// <summary>Adds the product, its API and its engine.</summary>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddAwardFlowFunctions(this IServiceCollection services, IConfiguration settings)
    {
        VaultReferences.MustBeResolved(settings);
        var keys = ApiKeys.Read(settings);
        var platform = PlatformAccess.Read(settings);
        if (!keys.Any && !platform.SignsIn)
        {
            throw new SettingException(
                "Api__Keys__NAME",
                "is missing: a Functions app can be reached from other machines, so it needs at least one key, or App Service authentication.");
        }
        if (settings[nameof(ClosingSweep)] is not { Length: > 0 })
        {
            throw new SettingException(nameof(ClosingSweep), "is missing; it says when the sweep runs, such as '0 */5 * * * *' for every five minutes.");
        }
        if (settings["WEBSITE_SITE_NAME"] is { Length: > 0 } && MailSettings.Read(settings).Transport == MailTransportKind.Outbox)
        {
            throw new SettingException(
                "Mail__Transport", "must be 'sendgrid' or 'smtp' on Azure: the files of an outbox are lost with the instance that wrote them.");
        }
        var storage = StorageSettings.Connect(settings);
        return services
            .AddAwardFlow(storage, settings)
            .AddSingleton(ExportSettings.Read(settings))
            .AddSingleton(provider => ActivatorUtilities.CreateInstance<RowExports>(provider, storage.Exports))
            // The host stands between callers and this process, so that every caller seems to be on this machine.
            .AddAwardFlowWeb(keys, new OpenAccess(OnThisMachine: false), platform, positions: PositionHolders.Read(settings))
            .AddSingleton<WebPipeline>()
            .AddScoped<FunctionClient>()
            .AddTransient<ICycleEngine>(call => ActivatorUtilities.CreateInstance<DurableEngine>(call, call.GetRequiredService<FunctionClient>().Client));
    }

    /// <summary>Sends this process's logs, traces and metrics to Application Insights where its connection string is set.</summary>
    /// <exception cref="SettingException">The host would send its own too.</exception>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        if (HostsOwn.FirstOrDefault(setting => settings[setting] is { Length: > 0 }) is { } setting)
        {
            throw new SettingException(
                setting,
                "must not be set: with it the Functions host records the addresses of the recipients' pages, and whoever reads one can answer in the recipient's place. Set Telemetry__ConnectionString in its stead.");
        }
        // Four lines a request say less than its trace, and each costs as much.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("AwardFlow.Web.Access", LogLevel.Warning));
        if (settings["Telemetry:ConnectionString"] is { Length: > 0 } connection)
        {
            services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
                // Before the exporter: processors run in their order.
                .WithTracing(tracing => tracing.AddSource(RequestSource).AddProcessor<ReceiptLinkProcessor>())
                .UseAzureMonitorExporter(monitor =>
                {
                    monitor.ConnectionString = connection;
                    // Traces are sampled; a log line never, since alerts look for lines.
                    monitor.EnableTraceBasedLogsSampler = false;
                });
        }
        return services;
    }
}
