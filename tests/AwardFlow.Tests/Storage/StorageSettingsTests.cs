using AwardFlow.Storage;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Tests.Storage;

public class StorageSettingsTests
{
    [Fact]
    public void A_connection_string_names_the_account() =>
        Assert.Equal("/devstoreaccount1", Connect(("AzureWebJobsStorage", "UseDevelopmentStorage=true")).BlobAddress.AbsolutePath);

    [Fact]
    public void An_account_is_reached_with_an_identity_and_https()
    {
        var storage = Connect(
            ("AzureWebJobsStorage:accountName", "stawards"), ("AzureWebJobsStorage:credential", "managedidentity"), ("AzureWebJobsStorage:clientId", "6f1c"));
        Assert.Equal(
            ("https://stawards.blob.core.windows.net/", "https://stawards.table.core.windows.net/"),
            (storage.BlobAddress.ToString(), storage.TableAddress.ToString()));
    }

    [Fact]
    public void Service_addresses_go_before_the_accounts_name() => Assert.Equal(
        "blobs.example",
        Connect(("AzureWebJobsStorage:accountName", "stawards"), ("AzureWebJobsStorage:blobServiceUri", "https://blobs.example")).BlobAddress.Host);

    [Theory]
    [InlineData("AzureWebJobsStorage", "is missing")]
    [InlineData("AzureWebJobsStorage", "is not a connection string", "AzureWebJobsStorage", "nonsense")]
    [InlineData("AzureWebJobsStorage__blobServiceUri", "is not an https address", "AzureWebJobsStorage:blobServiceUri", "http://blobs.example")]
    [InlineData(
        "AzureWebJobsStorage__tableServiceUri", "'table'", "AzureWebJobsStorage:blobServiceUri",
        "https://blobs.example", "AzureWebJobsStorage:tableServiceUri", "table")]
    [InlineData("AzureWebJobsStorage__credential", "'password'", "AzureWebJobsStorage:accountName", "stawards", "AzureWebJobsStorage:credential", "password")]
    public void What_is_missing_or_wrong_is_named(string setting, string problem, params string[] settings)
    {
        var wrong = Assert.Throws<SettingException>(() => Connect([.. settings.Chunk(2).Select(pair => (pair[0], pair[1]))]));
        Assert.Equal(setting, wrong.Setting);
        Assert.Contains(problem, wrong.Message, StringComparison.Ordinal);
    }

    private static AzureStorage Connect(params (string Name, string Value)[] settings) =>
        StorageSettings.Connect(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build());
}
