using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Engine;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Letters;
using AwardFlow.Notices;
using AwardFlow.Receipts;
using AwardFlow.Records;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AwardFlow.Workflow;

/// <summary>Registers the product's services; a host adds its <see cref="ICycleEngine"/>.</summary>
public static class AwardFlowServices
{
    /// <summary>Adds all stages and steps.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="storage">Where everything is kept.</param>
    /// <param name="configuration">The settings.</param>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddAwardFlow(this IServiceCollection services, IStorage storage, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return services
            .AddClock(storage, ClockSettings.Read(configuration))
            .AddSingleton(storage)
            .AddSingleton(new TrailWriter(storage.Rows))
            .AddSingleton<CycleStore>()
            .AddSingleton<CycleTrails>()
            .AddSingleton<AcceptedRows>()
            .AddSingleton<SheetIntake>()
            .AddSingleton<SheetContexts>()
            .AddSingleton<WithdrawalDesk>()
            .AddSingleton<ColumnMappings>()
            .AddSingleton<ProblemReports>()
            .AddSingleton<ScoreBooks>()
            .AddSingleton<IScoresSoFar>(services => services.GetRequiredService<ScoreBooks>())
            .AddSingleton<UploadEffects>()
            .AddSingleton<FrozenScores>()
            .AddSingleton<ResultsStore>()
            .AddSingleton<ScoreClosing>()
            .AddSingleton<LetterPictureStore>()
            .AddSingleton<LetterStore>()
            .AddSingleton<ManifestStore>()
            .AddSingleton<ChangedBy>()
            .AddTransient<ApprovalCommands>()
            .AddTransient<WayBackCommands>()
            .AddSingleton<LetterRelease>()
            .AddSingleton<ApprovalDesks>()
            .AddApprovals(configuration, MailSettings.Read(configuration).Transport != MailTransportKind.Outbox)
            .AddMail(configuration)
            .AddReceipts(configuration)
            .AddNotices(configuration)
            .AddRecords(configuration)
            .AddJudging()
            .AddTransient<CycleCommands>()
            .AddTransient<DefinitionCommands>()
            .AddSingleton<DefinitionEffects>()
            .AddSingleton<TypingEffects>()
            .AddTransient<SetupCheck>()
            .AddTransient<ClosingSweep>()
            .AddSingleton<ActivityRun>()
            .AddActivities();
    }

    /// <summary>Makes what storage lacks, and copies what earlier versions kept elsewhere. A host calls it before it works.</summary>
    /// <exception cref="StorageException">Storage cannot be used.</exception>
    public static async Task PrepareStorageAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var storage = services.GetRequiredService<IStorage>();
        await storage.CreateAsync(cancellationToken);
        if (storage is AzureStorage account)
        {
            await account.CopyEarlierAsync(new EarlierLedger(), cancellationToken);
        }
    }

    private static IServiceCollection AddJudging(this IServiceCollection services) => services
        .AddSingleton(provider =>
        {
            // Outsiders reach all that is theirs at one address.
            var links = provider.GetRequiredService<ReceiptSettings>();
            return new JudgingSettings(links.BaseUrl, links.Key);
        })
        .AddSingleton<JudgingContexts>()
        .AddSingleton<JudgeLinks>()
        .AddSingleton<JudgeDesk>()
        .AddSingleton<JudgeLinkDesk>()
        .AddSingleton<JudgeSubmissions>()
        .AddSingleton<JudgeBoards>()
        .AddSingleton<UnsubmittedScores>()
        .AddTransient<JudgingCommands>()
        .AddTransient<JudgingClosing>();

    // A clock that a host brings counts as it is: tests do.
    private static IServiceCollection AddClock(this IServiceCollection services, IStorage storage, ClockSettings settings)
    {
        var given = (TimeProvider?)services.LastOrDefault(service => service.ServiceType == typeof(TimeProvider))?.ImplementationInstance;
        var clock = new SteadyClock(given ?? storage.Clock(TimeProvider.System), settings.LongestGap);
        return services.AddSingleton(settings).AddSingleton(clock).Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)).AddSingleton<ClockWatch>();
    }

    private static IServiceCollection AddActivities(this IServiceCollection services)
    {
        foreach (var activity in CycleTasks.Activities)
        {
            services.AddTransient(activity);
        }
        return services;
    }
}
