using AwardFlow.Cycles;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Retention;

/// <summary>
/// Erases whole cycles. Without its own row a cycle is seen by nobody, so a mark says what is being erased until nothing of it is
/// left; then the installation's trail tells of it, since the cycle's own is gone.
/// </summary>
/// <param name="storage">Where cycles are kept.</param>
/// <param name="places">What is kept of them beside storage.</param>
/// <param name="time">The clock.</param>
public sealed class CycleErasure(IStorage storage, IEnumerable<IOtherPlace> places, TimeProvider time)
{
    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>Erases a cycle. Cut off, it is finished by <see cref="FinishAsync"/>.</summary>
    /// <param name="cycle">The cycle as it was found due.</param>
    /// <param name="kind">By which rule: a code of <see cref="RetentionKind"/>.</param>
    /// <param name="cancellationToken">Stops between one commit and the next.</param>
    /// <returns>False where somebody changed the cycle meanwhile, such as opened the draft: then it stays.</returns>
    public async Task<bool> EraseAsync(Cycle cycle, string kind, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var mark = ErasingCycle.Of(cycle.Id, kind);
        mark = mark with { Version = await storage.Rows.CommitAsync(mark.Partition, RowChange.Put(mark), cancellationToken) ?? "" };
        if (await storage.Rows.CommitAsync(cycle.Id.Text, RowChange.Delete(cycle), cancellationToken) is null)
        {
            await storage.Rows.CommitAsync(mark.Partition, RowChange.Delete(mark), CancellationToken.None);
            return false;
        }
        await FinishAsync(mark, cancellationToken);
        return true;
    }

    /// <summary>The erasures that were cut off.</summary>
    public async Task<IReadOnlyList<ErasingCycle>> CutOffAsync(CancellationToken cancellationToken) =>
        await storage.Rows.ListAsync<ErasingCycle>(CycleTrails.Records, RowRange.Prefix(CycleStore.ErasingPrefix), cancellationToken)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Erases what is left of a cycle and tells of it. Where the cycle's row is there, it was cut off before anything was erased, and nothing is.
    /// </summary>
    /// <inheritdoc cref="EraseAsync" path="/param[@name='cancellationToken']"/>
    public async Task FinishAsync(ErasingCycle mark, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(mark);
        if (await storage.Rows.FindAsync(mark.Cycle.Text, Cycle.Row, cancellationToken) is not null)
        {
            await storage.Rows.CommitAsync(mark.Partition, RowChange.Delete(mark), cancellationToken);
            return;
        }
        await CycleRemoval.ClearAsync(storage, mark.Cycle, cancellationToken);
        foreach (var place in places)
        {
            await place.RemoveAsync(mark.Cycle, cancellationToken);
        }
        if (await storage.Rows.FindAsync(Catalogue.Partition, mark.Cycle.Text, cancellationToken) is { } named)
        {
            await storage.Rows.CommitAsync(Catalogue.Partition, RowChange.Delete(named.Key, named.Version), cancellationToken);
        }
        var entry = new TrailEntry(TrailKind.RecordsErased, By: null, time.GetUtcNow()) { After = TrailValues.Of(("kind", mark.Kind), ("count", 1)) };
        await _trail.CommitAsync(mark.Partition, [RowChange.Delete(mark)], entry, cancellationToken);
    }

    /// <summary>Takes away the mark of a cycle that is restored: the restore has cleared what was left of it.</summary>
    internal static async Task GiveUpAsync(IStorage storage, CycleId cycle, CancellationToken cancellationToken)
    {
        if (await storage.Rows.FindAsync(CycleTrails.Records, CycleStore.ErasingPrefix + cycle.Text, cancellationToken) is { } mark)
        {
            await storage.Rows.CommitAsync(CycleTrails.Records, RowChange.Delete(mark.Key, mark.Version), cancellationToken);
        }
    }
}
