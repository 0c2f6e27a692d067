using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Intake;

/// <summary>Tells files that were refused from those that were taken: no upload of the cycle's history names them.</summary>
internal static class RefusedFiles
{
    private const int HashLength = 64;

    private static readonly string[] Extensions = [".csv", ".xlsx", ".rows.csv"];

    /// <summary>The names of the sheets among a cycle's uploads that count for nothing.</summary>
    /// <param name="storage">Where the cycle is kept.</param>
    /// <param name="cycle">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public static async Task<IReadOnlySet<string>> BlobsAsync(IStorage storage, CycleId cycle, CancellationToken cancellationToken)
    {
        // Files are listed first: one that is being taken has its upload's row by the time that rows are read, or is young.
        var refused = await storage.Uploads.ListAsync($"{cycle}/", cancellationToken)
            .Select(blob => blob.Name)
            .Where(name => IsSheet(name[(cycle.Text.Length + 1)..]))
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        await foreach (var upload in storage.Rows.ListAsync<Upload>(cycle.Text, RowRange.Prefix(Upload.RowPrefix), cancellationToken))
        {
            refused.Remove($"{cycle}/{upload.SourceBlob}");
            refused.Remove($"{cycle}/{upload.RowsBlob}");
        }
        return refused;
    }

    private static bool IsSheet(string name) =>
        name.Length > HashLength && Array.Exists(Extensions, extension => name.AsSpan(HashLength).SequenceEqual(extension));
}
