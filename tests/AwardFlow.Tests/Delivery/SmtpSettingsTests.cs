using AwardFlow.Delivery;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Delivery;

public class SmtpSettingsTests
{
    [Theory]
    [InlineData(null, SmtpSecurity.StartTls, 587)]
    [InlineData("starttls", SmtpSecurity.StartTls, 587)]
    [InlineData("tls", SmtpSecurity.Tls, 465)]
    [InlineData("none", SmtpSecurity.None, 25)]
    public void Without_word_the_connection_must_be_private(string? security, SmtpSecurity understood, int port)
    {
        var settings = Read(("Smtp:Host", "relay.example"), ("Smtp:Security", security));
        Assert.Equal((understood, port), (settings.Security, settings.Port));
    }

    [Theory]
    [InlineData("Smtp:Host", "", "Smtp__Host")]
    [InlineData("Smtp:Port", "smtp", "Smtp__Port")]
    [InlineData("Smtp:Port", "70000", "Smtp__Port")]
    [InlineData("Smtp:Security", "perhaps", "Smtp__Security")]
    [InlineData("Smtp:User", "malee", "Smtp__Password")]
    [InlineData("Smtp:Password", "secret", "Smtp__User")]
    [InlineData("Smtp:Hello", "award flow", "Smtp__Hello")]
    [InlineData("Smtp:Hello", "เครื่อง.example", "Smtp__Hello")]
    [InlineData("Smtp:CertificateSha256", "12:34", "Smtp__CertificateSha256")]
    public void A_wrong_setting_is_named(string key, string value, string setting) =>
        Assert.Equal(setting, Assert.Throws<SettingException>(() => Read(("Smtp:Host", "relay.example"), (key, value))).Setting);

    private static SmtpSettings Read(params (string Key, string? Value)[] settings) => SmtpSettings.Read(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.GroupBy(setting => setting.Key).Select(group => KeyValuePair.Create(group.Key, group.Last().Value))).Build());
}
