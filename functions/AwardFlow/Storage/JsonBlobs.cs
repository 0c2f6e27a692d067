using System.Security.Cryptography;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace AwardFlow.Storage;

/// <summary>Records kept as JSON blobs.</summary>
internal static class JsonBlobs
{
    /// <summary>The SHA-256 of a record as it is written, in lower-case hex.</summary>
    public static string Sha256<T>(T record) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(record, AwardJson.Options)));

    /// <summary>Writes a record over whatever was there.</summary>
    public static async Task WriteJsonAsync<T>(this BlobContainerClient container, string name, T record, CancellationToken cancellationToken)
    {
        var json = BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(record, AwardJson.Options));
        await container.GetBlobClient(name).UploadAsync(
            json, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = "application/json" } }, cancellationToken);
    }

    /// <summary>Reads a record.</summary>
    /// <exception cref="Azure.RequestFailedException">There is no such blob (status 404).</exception>
    public static async Task<T> ReadJsonAsync<T>(this BlobContainerClient container, string name, CancellationToken cancellationToken)
    {
        var content = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
        return Read<T>(content.Value.Content, name);
    }

    /// <summary>Reads a record from a blob's content.</summary>
    public static T Read<T>(BinaryData content, string name) =>
        content.ToObjectFromJson<T>(AwardJson.Own) ?? throw new InvalidDataException($"The blob {name} holds no record.");
}
