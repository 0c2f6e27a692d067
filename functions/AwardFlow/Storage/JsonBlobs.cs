using System.Security.Cryptography;
using System.Text.Json;

namespace AwardFlow.Storage;

/// <summary>Records kept as JSON blobs, and blobs that must be there.</summary>
internal static class JsonBlobs
{
    /// <summary>The SHA-256 of a record as it is written, in lower-case hex.</summary>
    public static string Sha256<T>(T record) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(record, AwardJson.Options)));

    /// <summary>A record as a blob.</summary>
    public static NewBlob Of<T>(string name, T record) =>
        new(name, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(record, AwardJson.Options)), "application/json");

    /// <summary>Writes a record over whatever was there.</summary>
    public static Task WriteJsonAsync<T>(this IBlobContainer container, string name, T record, CancellationToken cancellationToken) =>
        container.WriteAsync(Of(name, record), cancellationToken);

    /// <summary>Reads a record.</summary>
    /// <exception cref="StorageException">The blob is missing or holds no such record.</exception>
    public static async Task<T> ReadJsonAsync<T>(this IBlobContainer container, string name, CancellationToken cancellationToken) =>
        Read<T>(await container.GetAsync(name, cancellationToken), name);

    /// <summary>The content of a blob that must be there.</summary>
    /// <exception cref="StorageException">It is missing.</exception>
    public static async Task<BinaryData> GetAsync(this IBlobContainer container, string name, CancellationToken cancellationToken) =>
        await container.FindAsync(name, cancellationToken) ?? throw Missing(name);

    /// <summary>Opens a blob that must be there.</summary>
    /// <exception cref="StorageException">It is missing.</exception>
    public static async Task<Stream> OpenExistingAsync(this IBlobContainer container, string name, CancellationToken cancellationToken) =>
        await container.OpenAsync(name, cancellationToken) ?? throw Missing(name);

    /// <summary>Reads a record from a blob's content.</summary>
    /// <exception cref="StorageException">It holds no such record.</exception>
    public static T Read<T>(BinaryData content, string name)
    {
        try
        {
            return content.ToObjectFromJson<T>(AwardJson.Own) ?? throw new JsonException("It is null.");
        }
        catch (JsonException e)
        {
            throw new StorageException(StorageFault.Damaged, $"The blob {name} holds no {typeof(T).Name}: {e.Message}", e);
        }
    }

    private static StorageException Missing(string name) => new(StorageFault.Damaged, $"The blob {name} is missing; put it back from a backup.");
}
