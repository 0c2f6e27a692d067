using AwardFlow.Approvals;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Notices;

/// <summary>Registers what notices need.</summary>
internal static class NoticeServices
{
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(NoticeSettings.Read(configuration))
        .AddSingleton(provider => new NoticeDesk(
            provider.GetRequiredService<IStorage>(), provider.GetRequiredService<CycleStore>(), provider.GetRequiredService<CorrectionStore>(),
            provider.GetRequiredService<DeliveryLedger>(), provider.GetRequiredService<NoticeSettings>(),
            provider.GetService<IKnownPeople>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<NoticeSender>()
        .AddSingleton<JudgeMails>()
        .AddSingleton<NoticeRun>();
}
