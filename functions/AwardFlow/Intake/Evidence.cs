using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Intake;

/// <summary>
/// Files of what is sent. They are there before it is said whether they are taken, and until then they look like refused ones,
/// which may be erased at any moment.
/// </summary>
internal static class Evidence
{
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>Writes a file of which it is not known yet whether it is taken: that the same one was refused before counts no more.</summary>
    public static async Task WriteAsync(IStorage storage, CycleId cycle, string blob, Stream content, CancellationToken cancellationToken)
    {
        if (await storage.Rows.FindAsync(cycle.Text, RefusedUpload.RowPrefix + blob, cancellationToken) is { } refused)
        {
            await storage.Rows.CommitAsync(cycle.Text, RowChange.Delete(refused.Key, refused.Version), cancellationToken);
        }
        await storage.Uploads.WriteAsync(Of(cycle, blob, content), cancellationToken);
    }

    /// <summary>Writes a file that was taken, where it is gone: an erasure that had begun before saw it as a refused one.</summary>
    public static async Task KeepAsync(IStorage storage, CycleId cycle, string blob, Stream content)
    {
        if (!await storage.Uploads.ExistsAsync($"{cycle}/{blob}", CancellationToken.None))
        {
            await storage.Uploads.TryAddAsync(Of(cycle, blob, content), CancellationToken.None);
        }
    }

    private static NewBlob Of(CycleId cycle, string blob, Stream content)
    {
        content.Position = 0;
        return blob.EndsWith(".csv", StringComparison.Ordinal) ? new NewBlob($"{cycle}/{blob}", content, Csv) : new NewBlob($"{cycle}/{blob}", content);
    }
}
