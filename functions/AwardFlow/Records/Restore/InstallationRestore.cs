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

    /// <summary>Restores a backup. All cycles are looked for before any is written; cut off, it can be run again into an installation made anew.</summary>
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
        foreach (var partition in CycleTrails.OfInstallation)
        {
            if ((await to.Rows.PageAsync(partition, RowRange.All, 1, cancellationToken)).Count == 0)
            {
                await to.Rows.FillAsync(partition, backup.Storage.Rows.ListAsync(partition, RowRange.All, cancellationToken).Select(row => (row.Key, row.Json)), cancellationToken);
            }
        }
        foreach (var id in cycles)
        {
            yield return await _cycles.RunAsync(backup.Storage, id, origin, by, cancellationToken);
        }
    }
}
