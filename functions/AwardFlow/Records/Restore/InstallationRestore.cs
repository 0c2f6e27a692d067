using AwardFlow.Cycles;
using AwardFlow.Records.Backup;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Restore;

/// <summary>Brings all cycles of a backup, and the installation's own trails, into a storage that has none of them.</summary>
/// <param name="to">Where they are brought.</param>
/// <param name="time">The clock.</param>
internal sealed class InstallationRestore(IStorage to, TimeProvider time)
{
    private readonly CycleRestore _cycles = new(to, time);

    /// <summary>
    /// Restores a backup. All cycles are looked for before any is written, one that cannot be
    /// read is told and left out; cut off, it can be run again into an installation made anew.
    /// </summary>
    /// <param name="backup">The backup.</param>
    /// <param name="origin">What the trails of running cycles tell of it.</param>
    /// <param name="by">Who restores it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="RecordsException">One of its cycles is there.</exception>
    public async IAsyncEnumerable<RestoredCycle> RunAsync(
        OpenedBackup backup, RestoreOrigin origin, Actor by, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cycles = await backup.CyclesAsync(cancellationToken).Select(cycle => cycle.Id).ToListAsync(cancellationToken);
        foreach (var id in cycles)
        {
            await _cycles.MustBeFreeAsync(id, cancellationToken);
        }
        await RestoreTrailsAsync(backup.Storage.Rows, cancellationToken);
        foreach (var id in cycles)
        {
            yield return await RestoreAsync(backup, id, origin, by, cancellationToken);
        }
    }

    /// <summary>Restores the installation's own trails, where there is nothing of them.</summary>
    /// <param name="from">Where they are.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The partitions that were left, since something is there.</returns>
    public async Task<IReadOnlyList<string>> RestoreTrailsAsync(IRowStore from, CancellationToken cancellationToken)
    {
        var left = new List<string>();
        foreach (var partition in CycleTrails.OfInstallation)
        {
            // When a server last ran is nothing of a trail; what is known of that here stays.
            var there = (await to.Rows.PageAsync(partition, RowRange.All, 2, cancellationToken)).Select(row => row.Key).ToList();
            if (there.Exists(key => key != ClockWatch.SeenKey))
            {
                left.Add(partition);
                continue;
            }
            await to.Rows.FillAsync(
                partition,
                from.ListAsync(partition, RowRange.All, cancellationToken).Where(row => !there.Contains(row.Key)).Select(row => (row.Key, row.Json)),
                cancellationToken);
        }
        return left;
    }

    // One that is damaged keeps nobody from the others.
    private async Task<RestoredCycle> RestoreAsync(OpenedBackup backup, CycleId id, RestoreOrigin origin, Actor by, CancellationToken cancellationToken)
    {
        try
        {
            return await _cycles.RunAsync(backup.Storage, id, origin, by, cancellationToken);
        }
        catch (Exception e) when (e is RecordsException or StorageException { Fault: StorageFault.Damaged })
        {
            return new RestoredCycle(id, Rows: 0, Blobs: 0, IsPaused: false) { Problem = e.Message };
        }
    }
}
