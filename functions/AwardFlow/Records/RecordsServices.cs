using AwardFlow.Delivery;
using AwardFlow.Records.Archive;
using AwardFlow.Records.Print;
using AwardFlow.Records.Register;
using AwardFlow.Records.Report;
using AwardFlow.Records.Retention;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Records;

/// <summary>Registers what records need.</summary>
internal static class RecordsServices
{
    /// <exception cref="Storage.SettingException">A setting is wrong.</exception>
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(RetentionSettings.Read(configuration))
        .AddSingleton<ArchiveWriter>()
        .AddSingleton<ArchiveTrail>()
        .AddSingleton<RefusedUploads>()
        .AddSingleton<ReceiptNames>()
        .AddSingleton<TelephoneNumbers>()
        .AddSingleton<KeptAgreement>()
        .AddSingleton<IOtherPlace>(provider => new OutboxMails(provider.GetRequiredService<MailSettings>().Outbox))
        .AddSingleton<IOtherPlace>(new SettingsOfPeople(configuration))
        .AddSingleton<LeavingFiles>()
        .AddSingleton<PersonDesk>()
        .AddSingleton<ForgetRequests>()
        .AddSingleton<JudgesAndNotices>()
        .AddSingleton<CycleErasure>()
        .AddSingleton<RetentionRun>()
        .AddSingleton<LetterSelection>()
        .AddSingleton<LetterPrint>()
        .AddSingleton<PostList>()
        .AddSingleton<FigureReader>()
        .AddSingleton<CycleReport>()
        .AddSingleton<OutgoingRegister>();
}
