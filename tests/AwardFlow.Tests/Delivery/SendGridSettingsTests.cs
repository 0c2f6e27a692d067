using AwardFlow.Delivery;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Delivery;

public class SendGridSettingsTests
{
    [Fact]
    public void A_key_is_needed_only_where_mail_goes_through_SendGrid()
    {
        Assert.Equal("SendGrid__ApiKey", Assert.Throws<SettingException>(() => Read(sends: true)).Setting);
        Assert.Equal("", Read(sends: false).ApiKey);
    }

    [Theory]
    [InlineData("SendGrid:BaseUrl", "http://api.sendgrid.com", "SendGrid__BaseUrl")]
    [InlineData("SendGrid:BaseUrl", "sendgrid", "SendGrid__BaseUrl")]
    [InlineData("SendGrid:Sandbox", "perhaps", "SendGrid__Sandbox")]
    [InlineData("SendGrid:WebhookPublicKey", "not base64!", "SendGrid__WebhookPublicKey")]
    [InlineData("SendGrid:WebhookPublicKey", "bm90IGEga2V5", "SendGrid__WebhookPublicKey")]
    public void A_wrong_setting_is_named(string key, string value, string setting) =>
        Assert.Equal(setting, Assert.Throws<SettingException>(() => Read(sends: false, (key, value))).Setting);

    [Fact]
    public void The_EU_region_has_its_own_address() =>
        Assert.Equal(new Uri("https://api.eu.sendgrid.com"), Read(sends: false, ("SendGrid:BaseUrl", "https://api.eu.sendgrid.com")).BaseUrl);

    private static SendGridSettings Read(bool sends, params (string Key, string? Value)[] settings) => SendGridSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build(), sends);
}
