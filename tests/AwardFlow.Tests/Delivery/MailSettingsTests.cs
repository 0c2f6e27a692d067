using System.Globalization;
using System.Text.Json.Nodes;
using AwardFlow.Delivery;
using AwardFlow.Local;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Delivery;

public class MailSettingsTests
{
    [Fact]
    public void Without_settings_mails_go_to_the_outbox()
    {
        var settings = Read();
        Assert.Equal((MailTransportKind.Outbox, "outbox", null, null), (settings.Transport, settings.Outbox, settings.PerMinute, settings.RedirectTo));
        Assert.Equal((TimeSpan.FromMinutes(5), WhenUnsure.Resend), (settings.ReconcileAfter, settings.WhenUnsure));
    }

    [Fact]
    public void Every_setting_is_read()
    {
        var settings = Read(
            ("Mail:Transport", "sendgrid"), ("Mail:From", "a@b.example"), ("Mail:PerMinute", "600"),
            ("Mail:ReconcileAfter", "00:02:00"), ("Mail:WhenUnsure", "hold"),
            ("Mail:RedirectTo", "c@d.example"));
        Assert.Equal(new MailSettings
        {
            Transport = MailTransportKind.SendGrid,
            From = "a@b.example",
            PerMinute = 600,
            ReconcileAfter = TimeSpan.FromMinutes(2),
            WhenUnsure = WhenUnsure.Hold,
            RedirectTo = "c@d.example",
        }, settings);
    }

    [Theory]
    [InlineData("Mail:Transport", "pigeon", "Mail__Transport")]
    [InlineData("Mail:PerMinute", "0", "Mail__PerMinute")]
    [InlineData("Mail:PerMinute", "many", "Mail__PerMinute")]
    [InlineData("Mail:ReconcileAfter", "5", "Mail__ReconcileAfter")]
    [InlineData("Mail:ReconcileAfter", "00:00:00", "Mail__ReconcileAfter")]
    [InlineData("Mail:Timeout", "1.00:00:00", "Mail__Timeout")]
    [InlineData("Mail:Timeout", "00:04:01", "Mail__Timeout")]
    [InlineData("Mail:WhenUnsure", "pray", "Mail__WhenUnsure")]
    [InlineData("Mail:RedirectTo", "everybody", "Mail__RedirectTo")]
    [InlineData("Mail:From", "not an address", "Mail__From")]
    [InlineData("Mail:From", "Name <a@b.example>", "Mail__From")]
    public void A_wrong_setting_is_named(string key, string value, string setting) =>
        Assert.Equal(setting, Assert.Throws<SettingException>(() => Read((key, value))).Setting);

    [Fact]
    public void The_longest_a_mail_may_take_fits_into_a_step_of_Azures_host_and_into_a_stop()
    {
        Assert.Equal(MailSettings.LongestTimeout, Read(("Mail:Timeout", "00:04:00")).Timeout);
        var host = JsonNode.Parse(File.ReadAllText(Path.Combine(SampleFolder.Path, "..", "..", "host.json")))!;
        var step = TimeSpan.Parse((string)host["functionTimeout"]!, CultureInfo.InvariantCulture);
        Assert.True(MailRun.LongestStep + HandOver.LongestQuestion + MailSettings.LongestTimeout < step);
        Assert.True(MailSettings.LongestTimeout < LocalApp.LongestStop);
    }

    private static MailSettings Read(params (string Key, string? Value)[] settings) => MailSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build());
}
