using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AwardFlow.Delivery;

/// <summary>Makes the mail transport that the settings name.</summary>
internal static class MailTransports
{
    /// <exception cref="Storage.SettingException">A setting is missing or wrong.</exception>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var mail = MailSettings.Read(configuration);
        var sendGrid = SendGridSettings.Read(configuration, sends: mail.Transport == MailTransportKind.SendGrid);
        var smtp = mail.Transport == MailTransportKind.Smtp ? SmtpSettings.Read(configuration) : null;
        return services
            .AddSingleton(mail)
            .AddSingleton(sendGrid)
            .AddSingleton(provider => Transport(mail, sendGrid, smtp, provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<DeliveryLedger>()
            .AddSingleton<JournalTrail>()
            .AddSingleton<CorrectionStore>()
            .AddSingleton<CorrectionSender>()
            .AddSingleton<DocumentCheck>()
            .AddSingleton<LetterDocuments>()
            .AddSingleton<LetterRendering>()
            .AddSingleton<HandOver>()
            .AddSingleton<MailRun>()
            .AddSingleton<SendingPace>()
            .AddSingleton<LetterSender>()
            .AddSingleton<LedgerPages>()
            .AddSingleton<IMailGate, MailGate>()
            .AddTransient<DeliveryCommands>()
            .AddTransient<PostingCommands>()
            .AddTransient<AddressCommands>()
            .AddTransient<CorrectionCommands>()
            .AddTransient<CorrectionApproval>()
            .AddTransient<TestLetterSender>()
            .AddSingleton<SendGridEvents>();
    }

    private static IMailTransport Transport(MailSettings mail, SendGridSettings sendGrid, SmtpSettings? smtp, TimeProvider time) => mail.Transport switch
    {
        MailTransportKind.Smtp => new SmtpTransport(smtp!, time) { Patience = mail.Timeout ?? TimeSpan.FromMinutes(2) },
        MailTransportKind.SendGrid => new SendGridTransport(sendGrid, time) { Patience = mail.Timeout ?? TimeSpan.FromMinutes(1) },
        _ => new OutboxTransport(mail.Outbox, time) { Patience = mail.Timeout ?? TimeSpan.FromSeconds(5) },
    };
}
