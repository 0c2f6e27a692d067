using AwardFlow.Delivery;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Delivery;

public class MailSettingsTests
{
    [Fact]
    public void Without_settings_mails_go_to_the_outbox() => Assert.Equal("outbox", Read().Outbox);

    [Theory]
    [InlineData("Mail:Transport", "pigeon", "Mail__Transport")]
    [InlineData("Mail:From", "not an address", "Mail__From")]
    [InlineData("Mail:From", "Name <a@b.example>", "Mail__From")]
    public void A_wrong_setting_is_named(string key, string value, string setting) =>
        Assert.Equal(setting, Assert.Throws<SettingException>(() => Read((key, value))).Setting);

    private static MailSettings Read(params (string Key, string? Value)[] settings) => MailSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build());
}
