namespace AwardFlow.Storage;

/// <summary>One blob of a list.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Length">How many bytes it has.</param>
public sealed record BlobEntry(string Name, long Length);
