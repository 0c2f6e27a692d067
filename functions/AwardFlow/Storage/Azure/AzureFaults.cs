using Azure;

namespace AwardFlow.Storage;

/// <summary>Says what the Azure SDK throws as storage's own fault.</summary>
internal static class AzureFaults
{
    /// <summary>Runs a request.</summary>
    /// <exception cref="StorageException">The service refused it, or did not answer although it was asked several times.</exception>
    public static async Task<T> ClearAsync<T>(Func<Task<T>> request)
    {
        try
        {
            return await request();
        }
        // The SDK throws the second when all its tries failed.
        catch (Exception e) when (e is RequestFailedException or AggregateException { InnerException: RequestFailedException })
        {
            throw new StorageException(
                StorageFault.Unavailable, $"The storage account could not do it: {(e.InnerException ?? e).Message.Split('\n')[0].Trim()}", e);
        }
    }
}
