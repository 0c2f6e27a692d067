using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Archive;

/// <summary>
/// Tells in the installation's trail what was taken out of it and brought in. A cycle's own trail stays as it is: an archive
/// is of the cycle as it was, and a finished cycle comes back byte for byte.
/// </summary>
/// <param name="storage">Where the trail is kept.</param>
/// <param name="time">The clock.</param>
public sealed class ArchiveTrail(IStorage storage, TimeProvider time)
{
    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>Tells that an archive was taken.</summary>
    /// <param name="cycle">Of which cycle.</param>
    /// <param name="sha256">SHA-256 of its tag manifest; null where it broke off, and what was read by then is out all the same.</param>
    /// <param name="by">Who took it.</param>
    /// <exception cref="StorageException">Storage does not take it.</exception>
    public async Task TakenAsync(CycleId cycle, string? sha256, Actor by)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(by);
        var now = time.GetUtcNow();
        IReadOnlyList<RowChange> last = sha256 is null
            ? []
            : [RowChange.Put(new ArchiveTaken { Partition = CycleTrails.Records, Key = ArchiveTaken.KeyOf(cycle), Sha256 = sha256, At = now, By = by.Name })];
        await _trail.CommitAsync(
            CycleTrails.Records,
            last,
            new TrailEntry(TrailKind.Archived, by, now) { Subject = cycle.Text, After = TrailValues.Of(("sha256", sha256), ("whole", sha256 is not null)) },
            CancellationToken.None);
    }

    /// <summary>The last whole archive of a cycle; null where none was taken.</summary>
    public Task<ArchiveTaken?> LastAsync(CycleId cycle, CancellationToken cancellationToken) =>
        storage.Rows.FindAsync<ArchiveTaken>(CycleTrails.Records, ArchiveTaken.KeyOf(cycle), cancellationToken);

    /// <summary>Tells that a cycle is brought in.</summary>
    internal Task RestoredAsync(CycleId cycle, Restore.RestoreOrigin origin, bool isPaused, Actor by, CancellationToken cancellationToken) =>
        _trail.CommitAsync(
            CycleTrails.Records, [],
            new TrailEntry(TrailKind.RestoredFrom, by, time.GetUtcNow())
            {
                Subject = cycle.Text,
                After = TrailValues.Of(("sha256", origin.Sha256), ("madeAt", origin.MadeAt), ("paused", isPaused)),
            },
            cancellationToken);
}
