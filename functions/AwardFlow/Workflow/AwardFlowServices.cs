using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Letters;
using AwardFlow.Receipts;
using AwardFlow.Scoring;
using AwardFlow.Storage;
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
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton(storage)
            .AddSingleton<CycleStore>()
            .AddSingleton<AcceptedRows>()
            .AddSingleton<SheetIntake>()
            .AddSingleton<ProblemReports>()
            .AddSingleton<ScoreBooks>()
            .AddSingleton<UploadEffects>()
            .AddSingleton<FrozenScores>()
            .AddSingleton<ResultsStore>()
            .AddSingleton<LetterPictureStore>()
            .AddSingleton<LetterStore>()
            .AddMail(configuration)
            .AddReceipts(configuration)
            .AddSingleton<LedgerPages>()
            .AddSingleton<StepOutcomes>()
            .AddSingleton<CycleCommands>()
            .AddSingleton<DeliveryCommands>()
            .AddSingleton<ReceiptCommands>()
            .AddSingleton<ClosingSweep>()
            .AddStep<CloseScores, CycleRef, Closing>(CloseScores.Step)
            .AddStep<RenderPage, PageRef, int>(RenderPage.Step)
            .AddStep<FinishRendering, CycleRef, CycleState>(FinishRendering.Step)
            .AddStep<ReleaseLetters, CycleRef, bool>(ReleaseLetters.Step)
            .AddStep<SendPage, PageRef, PageSent>(SendPage.Step)
            .AddStep<FinishSending, CycleRef, bool>(FinishSending.Step)
            .AddStep<FollowUpReceipts, CycleRef, FollowUp>(FollowUpReceipts.Step)
            .AddStep<RemindPage, PageRef, PageSent>(RemindPage.Step);
    }

    private static IServiceCollection AddStep<TStep, TInput, TResult>(this IServiceCollection services, Step<TInput, TResult> step)
        where TStep : class, IStep<TInput, TResult> =>
        services.AddKeyedSingleton<IStep<TInput, TResult>, TStep>(step.Name);
}
