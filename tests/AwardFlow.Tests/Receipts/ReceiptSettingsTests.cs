using AwardFlow.Delivery;
using AwardFlow.Receipts;
using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Receipts;

public class ReceiptSettingsTests
{
    private const string Key = "a-key-of-receipts-for-tests-only-2564";

    [Fact]
    public void For_the_outbox_nothing_is_needed()
    {
        var settings = Read(MailTransportKind.Outbox);
        Assert.Equal("http://localhost:7071/", settings.BaseUrl.AbsoluteUri);
        Assert.NotEqual(settings.Key, Read(MailTransportKind.Outbox).Key);
    }

    [Theory]
    [InlineData("https://award.example.go.th", "https://award.example.go.th/")]
    [InlineData("https://award.example.go.th/awardflow/", "https://award.example.go.th/awardflow/")]
    [InlineData("http://127.0.0.1:7071", "http://127.0.0.1:7071/")]
    public void Every_setting_is_read(string given, string read) =>
        Assert.Equal(read, Read(MailTransportKind.SendGrid, ("Receipts:Key", Key), ("Receipts:BaseUrl", given)).BaseUrl.AbsoluteUri);

    [Theory]
    [InlineData(MailTransportKind.SendGrid, null, "https://award.example", "Receipts__Key")]
    [InlineData(MailTransportKind.Smtp, "", "https://award.example", "Receipts__Key")]
    [InlineData(MailTransportKind.Smtp, "short", "https://award.example", "Receipts__Key")]
    [InlineData(MailTransportKind.Outbox, "short", null, "Receipts__Key")]
    [InlineData(MailTransportKind.SendGrid, Key, null, "Receipts__BaseUrl")]
    [InlineData(MailTransportKind.SendGrid, Key, "http://award.example", "Receipts__BaseUrl")]
    [InlineData(MailTransportKind.SendGrid, Key, "award.example", "Receipts__BaseUrl")]
    [InlineData(MailTransportKind.SendGrid, Key, "https://award.example/?a=b", "Receipts__BaseUrl")]
    [InlineData(MailTransportKind.SendGrid, Key, "https://user:word@award.example/", "Receipts__BaseUrl")]
    [InlineData(MailTransportKind.Outbox, Key, "ftp://award.example/", "Receipts__BaseUrl")]
    public void A_missing_or_wrong_setting_is_named_and_no_secret_shown(MailTransportKind transport, string? key, string? url, string setting)
    {
        var refused = Assert.Throws<SettingException>(() => Read(transport, ("Receipts:Key", key), ("Receipts:BaseUrl", url)));
        Assert.Equal(setting, refused.Setting);
        Assert.True(key is not { Length: > 0 } || !refused.Message.Contains(key, StringComparison.Ordinal));
    }

    private static ReceiptSettings Read(MailTransportKind transport, params (string Key, string? Value)[] settings) => ReceiptSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value))).Build(), transport);
}
