using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Retention;

/// <summary>Files that were sent and not taken: which there are, and erasing them.</summary>
/// <param name="storage">Where they are kept.</param>
/// <param name="time">The clock.</param>
public sealed class RefusedUploads(IStorage storage, TimeProvider time)
{
    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>
    /// How old a file is at least that nobody said is refused: it may be being read at this moment, and be taken. A file of which
    /// somebody said it is counted as refused no more when it is sent again.
    /// </summary>
    internal static readonly TimeSpan LeastAge = TimeSpan.FromMinutes(10);

    /// <summary>The refused files of a cycle, by when they were refused. Files of earlier versions count from when they were found.</summary>
    public async Task<IReadOnlyList<RefusedUpload>> ListAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var (known, blobs) = (await NotedAsync(cycle, cancellationToken), await RefusedFiles.BlobsAsync(storage, cycle, cancellationToken));
        return [.. known.Where(row => blobs.Contains($"{cycle}/{row.Blob}") && (row.Kind is not null || row.At + LeastAge <= time.GetUtcNow()))
            .OrderBy(row => row.At)
            .ThenBy(row => row.Key, StringComparer.Ordinal)];
    }

    /// <summary>Writes down files that nobody wrote down, so that their time begins, and takes away rows of files that were taken after all.</summary>
    public async Task NoteAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        // Rows are read first: of a file that is refused meanwhile the row stays.
        var known = await NotedAsync(cycle, cancellationToken);
        var blobs = await RefusedFiles.BlobsAsync(storage, cycle, cancellationToken);
        foreach (var row in known.Where(row => !blobs.Contains($"{cycle}/{row.Blob}")))
        {
            await storage.Rows.CommitAsync(cycle.Text, RowChange.Delete(row), cancellationToken);
        }
        foreach (var blob in blobs.Select(name => name[(cycle.Text.Length + 1)..]).Except(known.Select(row => row.Blob), StringComparer.Ordinal))
        {
            await storage.Rows.CommitAsync(cycle.Text, RowChange.Add(RefusedUpload.Of(cycle.Text, blob) with { At = time.GetUtcNow() }), cancellationToken);
        }
    }

    /// <summary>Erases files. The trail says how many, never what was in them.</summary>
    /// <param name="files">Which.</param>
    /// <param name="by">Who has them erased; null for the flow itself.</param>
    /// <param name="cancellationToken">Stops between one and the next.</param>
    /// <returns>How many were erased.</returns>
    public async Task<int> EraseAsync(IReadOnlyList<RefusedUpload> files, Actor? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var some in files.Chunk(TrailWriter.MostChanges))
        {
            // The line comes first: nothing is gone of which nobody tells. Cut off behind it, the next run tells again.
            var entry = new TrailEntry(TrailKind.RecordsErased, by, time.GetUtcNow())
            {
                After = TrailValues.Of(("kind", RetentionKind.RefusedUploads), ("count", some.Length)),
            };
            await _trail.CommitAsync(some[0].Partition, [], entry, cancellationToken);
            foreach (var file in some)
            {
                await EraseAsync(file, cancellationToken);
            }
        }
        return files.Count;
    }

    private async Task<IReadOnlyList<RefusedUpload>> NotedAsync(CycleId cycle, CancellationToken cancellationToken) =>
        await storage.Rows.ListAsync<RefusedUpload>(cycle.Text, RowRange.Prefix(RefusedUpload.RowPrefix), cancellationToken).ToListAsync(cancellationToken);

    // The same file may be sent again this very moment, and be taken: then it stays.
    private async Task EraseAsync(RefusedUpload file, CancellationToken cancellationToken)
    {
        var (cycle, name) = (CycleId.Unchecked(file.Partition), $"{file.Partition}/{file.Blob}");
        var content = await storage.Uploads.FindAsync(name, cancellationToken);
        await storage.Uploads.DeleteAsync(name, cancellationToken);
        if (content is not null && await IsTakenAsync(cycle, file.Blob))
        {
            await storage.Uploads.TryAddAsync(new NewBlob(name, content, BlobContainers.ContentType(name)), CancellationToken.None);
        }
        if (await storage.Rows.FindAsync(file.Partition, file.Key, CancellationToken.None) is { } row)
        {
            await storage.Rows.CommitAsync(file.Partition, RowChange.Delete(row.Key, row.Version), CancellationToken.None);
        }
    }

    private async Task<bool> IsTakenAsync(CycleId cycle, string blob) =>
        await storage.Rows.ListAsync<Upload>(cycle.Text, RowRange.Prefix(Upload.RowPrefix), CancellationToken.None)
            .AnyAsync(upload => upload.SourceBlob == blob || upload.RowsBlob == blob, CancellationToken.None);
}
