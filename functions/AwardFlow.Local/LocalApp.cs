using AwardFlow.Delivery;
using AwardFlow.Engine;
using AwardFlow.Local.Engine;
using AwardFlow.Local.People;
using AwardFlow.Records.Retention;
using AwardFlow.Storage;
using AwardFlow.Web;
using AwardFlow.Web.Access;
using AwardFlow.Workflow;

namespace AwardFlow.Local;

/// <summary>The product on one machine: Kestrel, the API and the in-process engine over storage.</summary>
internal static partial class LocalApp
{
    // Longer than the handing over of a mail may take: one that is going out goes out whole.
    internal static readonly TimeSpan LongestStop = MailSettings.LongestTimeout + TimeSpan.FromMinutes(1);

    /// <summary>Says in the configuration where the people's file is; a command sets it, not a person.</summary>
    internal const string PeopleSetting = "People:File";

    /// <summary>Starts serving. Cycles that were cut off go on.</summary>
    /// <param name="url">Where to listen; port 0 takes a free one.</param>
    /// <param name="storage">Where everything is kept.</param>
    /// <param name="configure">Adds settings and logging.</param>
    /// <param name="cancellationToken">Stops starting.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    /// <exception cref="UsageException">The people's file cannot be used.</exception>
    public static async Task<WebApplication> StartAsync(
        string url, IStorage storage, Action<WebApplicationBuilder> configure, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "AwardFlow.Local" });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRoutingCore().AddLogging();
        configure(builder);

        var keys = ApiKeys.Read(builder.Configuration);
        var people = builder.Configuration[PeopleSetting] is { } file ? new PeopleFile(file) : null;
        var isOpen = !keys.Any && IsEmpty(people);
        var listeners = Listeners.Read(url, builder.Configuration);
        var proxies = TrustedProxies.Read(builder.Configuration);
        if (isOpen)
        {
            KeylessRules.Check(listeners, proxies, builder.Configuration);
        }
        builder.WebHost.ConfigureKestrel(listeners.Listen);
        builder.Services
            .AddAwardFlow(storage, builder.Configuration)
            .AddAwardFlowWeb(
                keys,
                new OpenAccess(KeylessRules.WhyNeeded(listeners, proxies, builder.Configuration) is null),
                PlatformAccess.None,
                people,
                PositionHolders.Read(builder.Configuration))
            .AddPeopleOnList(people)
            .AddSingleton(proxies)
            .AddSingleton<InProcessTasks>()
            .AddSingleton<InProcessEngine>()
            .AddSingleton<ICycleEngine>(provider => provider.GetRequiredService<InProcessEngine>())
            .AddHostedService(provider => provider.GetRequiredService<InProcessEngine>())
            .AddHostedService<SweepService>()
            .AddHostedService<NoticeService>()
            .AddHostedService<RetentionService>()
            // Does nothing unless systemd or Windows runs this as a service.
            .AddSystemd()
            .AddWindowsService(service => service.ServiceName = "AwardFlow")
            .Configure<HostOptions>(host => host.ShutdownTimeout = LongestStop);

        var app = builder.Build();
        app.UseAwardFlowWeb();
        if (isOpen)
        {
            LogOpen(app.Logger);
        }
        await app.Services.PrepareStorageAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        return app;
    }

    private static IServiceCollection AddPeopleOnList(this IServiceCollection services, PeopleFile? people) => people is null
        ? services
        : services.AddSingleton<IOtherPlace>(provider => new PeopleOnList(
            new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(people.Path))!), provider.GetRequiredService<TimeProvider>()));

    private static bool IsEmpty(PeopleFile? people)
    {
        try
        {
            return people is null || people.Read().Count == 0;
        }
        catch (PeopleFileException e)
        {
            throw new UsageException(e.Message);
        }
    }

    [LoggerMessage(
        LogLevel.Warning,
        "No API key is configured: everybody on this machine may use the API. Add people ('people add NAME --role operator'), or set Api__Keys__NAME and Api__Keys__NAME__Role, to close it, and do so before a proxy or a tunnel leads here: it makes strangers look like this machine.")]
    private static partial void LogOpen(ILogger logger);
}
