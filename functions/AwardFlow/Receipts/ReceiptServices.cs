using AwardFlow.Delivery;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Receipts;

/// <summary>Registers what receipts need.</summary>
internal static class ReceiptServices
{
    /// <exception cref="Storage.SettingException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddReceipts(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(ReceiptSettings.Read(configuration, MailSettings.Read(configuration).Transport))
        .AddSingleton<ReceiptLinks>()
        .AddSingleton<IRecipientLinks>(provider => provider.GetRequiredService<ReceiptLinks>())
        .AddSingleton<ReceiptDesk>()
        .AddSingleton<ReminderSender>()
        .AddSingleton<ReceiptFollowUp>()
        .AddSingleton<CorrectionFollowUp>()
        .AddTransient<ReceiptCommands>()
        .AddSingleton<TelephoneList>()
        .AddSingleton<ReceiptProgress>();
}
