using AwardFlow.Cycles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Approvals;

/// <summary>Registers what approvals need.</summary>
internal static class ApprovalServices
{
    /// <exception cref="Storage.SettingException">A setting is wrong.</exception>
    public static IServiceCollection AddApprovals(this IServiceCollection services, IConfiguration configuration, bool mailLeaves)
    {
        var settings = ApprovalSettings.Read(configuration, mailLeaves);
        return services
            .AddSingleton(provider => settings.With(provider.GetService<IKnownPeople>()))
            .AddSingleton<IApprovalRule>(provider => provider.GetRequiredService<ApprovalSettings>());
    }
}
