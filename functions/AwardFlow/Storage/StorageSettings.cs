using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace AwardFlow.Storage;

/// <summary>
/// Connects to the storage account of the settings <c>AzureWebJobsStorage</c>, read as the Functions host reads them
/// (https://learn.microsoft.com/azure/azure-functions/functions-reference#connections): a connection string, or an account
/// reached with an identity and without any key.
/// </summary>
public static class StorageSettings
{
    private const string Connection = "AzureWebJobsStorage";

    /// <summary>Connects. Nothing is sent yet.</summary>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static AzureStorage Connect(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration["AzureWebJobsStorage"] is { Length: > 0 } connectionString)
        {
            return AzureStorage.TryConnect(connectionString, out var storage)
                ? storage
                : throw new SettingException(Connection, "is not a connection string of a storage account.");
        }
        var blobs = Endpoint(configuration["AzureWebJobsStorage:blobServiceUri"], "blob", configuration);
        var tables = Endpoint(configuration["AzureWebJobsStorage:tableServiceUri"], "table", configuration);
        var identity = Identity(configuration);
        return new AzureStorage(options => new BlobServiceClient(blobs, identity, options), options => new TableServiceClient(tables, identity, options));
    }

    private static Uri Endpoint(string? given, string service, IConfiguration configuration)
    {
        var address = (given, configuration["AzureWebJobsStorage:accountName"]) switch
        {
            ({ Length: > 0 }, _) => given,
            (_, { Length: > 0 } account) => $"https://{account}.{service}.core.windows.net",
            _ => throw new SettingException(
                Connection,
                $"is missing: set it to a connection string, or set {Connection}__accountName or {Connection}__{service}ServiceUri for an account that is reached with an identity."),
        };
        // An identity's token must not travel in the clear.
        return Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? uri
            : throw new SettingException(
                $"{Connection}__{(given is { Length: > 0 } ? $"{service}ServiceUri" : "accountName")}", $"makes '{address}', which is not an https address.");
    }

    private static TokenCredential Identity(IConfiguration configuration)
    {
        var clientId = configuration["AzureWebJobsStorage:clientId"];
        return configuration["AzureWebJobsStorage:credential"]?.ToLowerInvariant() switch
        {
            null or "" => new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId }),
            "managedidentity" => new ManagedIdentityCredential(
                clientId is { Length: > 0 } ? ManagedIdentityId.FromUserAssignedClientId(clientId) : ManagedIdentityId.SystemAssigned),
            var other => throw new SettingException($"{Connection}__credential", $"is '{other}'; it must be 'managedidentity', or not set."),
        };
    }
}
