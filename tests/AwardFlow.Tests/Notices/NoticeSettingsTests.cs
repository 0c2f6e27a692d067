using AwardFlow.Notices;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Notices;

public class NoticeSettingsTests
{
    [Fact]
    public void Every_setting_is_read()
    {
        var settings = Read(
            ("Notices:Operators", "malee@example.go.th, suda@example.go.th"),
            ("Notices:Approvers", "wichai@example.go.th"),
            ("Office:Url", "https://award.example.go.th"));
        Assert.Equal(["malee@example.go.th", "suda@example.go.th"], settings.Operators);
        Assert.Equal(["wichai@example.go.th"], settings.Approvers);
        Assert.Equal("https://award.example.go.th/", settings.Office!.AbsoluteUri);
        Assert.Null(Read().Office);
    }

    [Theory]
    [InlineData("Notices:Operators", "nobody", "Notices__Operators")]
    [InlineData("Notices:Approvers", "a@b.example nobody", "Notices__Approvers")]
    [InlineData("Office:Url", "award.example.go.th", "Office__Url")]
    [InlineData("Office:Url", "ftp://award.example.go.th", "Office__Url")]
    [InlineData("Office:Url", "https://user@award.example.go.th", "Office__Url")]
    [InlineData("Office:Url", "https://award.example.go.th/?a=b", "Office__Url")]
    public void A_wrong_setting_is_named(string key, string value, string setting) =>
        Assert.Equal(setting, Assert.Throws<SettingException>(() => Read((key, value))).Setting);

    private static NoticeSettings Read(params (string Key, string? Value)[] settings) =>
        NoticeSettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build());
}
