using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Records.Archive;

/// <summary>Where a cycle's blobs are in an archive's payload: by container, under names that every file system takes.</summary>
internal static class ArchivedBlobs
{
    /// <summary>A blob's path.</summary>
    /// <param name="container">The container's name.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="blob">The blob's name, which begins with the cycle's id.</param>
    public static string PathOf(string container, CycleId cycle, string blob) =>
        $"{container}/{string.Join('/', blob[(cycle.Text.Length + 1)..].Split('/').Select(FileNames.Encode))}";

    /// <summary>The blob's name that a path stands for; null where it is none.</summary>
    /// <inheritdoc cref="PathOf" path="/param"/>
    /// <param name="container">The container's name.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="path">The path.</param>
    public static string? NameOf(string container, CycleId cycle, string path)
    {
        if (!path.StartsWith($"{container}/", StringComparison.Ordinal))
        {
            return null;
        }
        var parts = path.Split('/').Skip(1).Select(FileNames.Decode).ToList();
        var name = $"{cycle}/{string.Join('/', parts)}";
        return parts.TrueForAll(part => part is { Length: > 0 }) && BlobName.IsValid(name) ? name : null;
    }
}
