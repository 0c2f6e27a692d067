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

    /// <summary>The refused files of a cycle, by when they were refused. Files of earlier versions count from when they are found.</summary>
    public async Task<IReadOnlyList<RefusedUpload>> ListAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var known = await storage.Rows.ListAsync<RefusedUpload>(cycle.Text, RowRange.Prefix(RefusedUpload.RowPrefix), cancellationToken).ToDictionaryAsync(row => row.Blob, StringComparer.Ordinal, cancellationToken);
        var list = new List<RefusedUpload>();
        foreach (var name in await RefusedFiles.BlobsAsync(storage, cycle, cancellationToken))
        {
            var blob = name[(cycle.Text.Length + 1)..];
            list.Add(known.GetValueOrDefault(blob) ?? RefusedUpload.Of(cycle.Text, blob) with { At = time.GetUtcNow() });
        }
        return [.. list.OrderBy(row => row.At).ThenBy(row => row.Key, StringComparer.Ordinal)];
    }

    /// <summary>Writes down files that nobody wrote down, so that their time begins, and takes away rows of files that were taken after all.</summary>
    public async Task NoteAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        var list = await ListAsync(cycle, cancellationToken);
        foreach (var found in list.Where(row => row.Version.Length == 0))
        {
            await storage.Rows.CommitAsync(cycle.Text, RowChange.Add(found), cancellationToken);
        }
        var there = list.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        await foreach (var row in storage.Rows.ListAsync<RefusedUpload>(cycle.Text, RowRange.Prefix(RefusedUpload.RowPrefix), cancellationToken))
        {
            if (!there.Contains(row.Key))
            {
                await storage.Rows.CommitAsync(cycle.Text, RowChange.Delete(row), cancellationToken);
            }
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
            var entry = new TrailEntry(TrailKind.RecordsErased, by, time.GetUtcNow()) { After = TrailValues.Of(("kind", RetentionKind.RefusedUploads), ("count", some.Length)) };
            await _trail.CommitAsync(some[0].Partition, [], entry, cancellationToken);
            foreach (var file in some)
            {
                await EraseAsync(file, cancellationToken);
            }
        }
        return files.Count;
    }

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

    private async Task<bool> IsTakenAsync(CycleId cycle, string blob) => await storage.Rows.ListAsync<Upload>(cycle.Text, RowRange.Prefix(Upload.RowPrefix), CancellationToken.None)
        .AnyAsync(upload => upload.SourceBlob == blob || upload.RowsBlob == blob, CancellationToken.None);
}
