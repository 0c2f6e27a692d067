using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Restore;

/// <summary>
/// Tells a copy of a data folder from the folder itself by where it lies: on which machine, under which path. What a copy would
/// mail may have been mailed since, from the folder that it was made of, so all that is not over is paused before anything goes on.
/// </summary>
/// <param name="storage">What is in the folder.</param>
/// <param name="time">The clock.</param>
internal sealed class CopiedFolder(IStorage storage, TimeProvider time)
{
    // No cycle's id has a '_'.
    private const string Partition = "_folder";
    private const string HomeKey = "home";

    private readonly CycleStore _cycles = new(storage);

    /// <summary>Looks whether the folder lies where it was served from last, and pauses what is not over where it does not; then it is at home.</summary>
    /// <param name="machine">What tells this machine from others; empty where nothing does.</param>
    /// <param name="path">The folder's full path.</param>
    /// <param name="isMoved">Whether a person says that it was moved, and that there is no other.</param>
    /// <param name="cancellationToken">Stops; at the next start it is looked at again.</param>
    /// <returns>The cycles that were paused, or were before; null where the folder is at home.</returns>
    /// <exception cref="StorageException">Storage does not take it.</exception>
    public async Task<IReadOnlyList<CycleId>?> SeeToAsync(string machine, string path, bool isMoved, CancellationToken cancellationToken)
    {
        var home = await storage.Rows.FindAsync<Home>(Partition, HomeKey, cancellationToken);
        var likeness = OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (home?.Machine == machine && string.Equals(home.Path, path, likeness))
        {
            return null;
        }
        List<CycleId>? paused = null;
        if (home is not null && !isMoved)
        {
            paused = [];
            await foreach (var cycle in _cycles.ListAsync(cancellationToken).Where(cycle => !cycle.IsDraft))
            {
                if (await CycleRestore.IsRunningAsync(storage.Rows, cycle, cancellationToken))
                {
                    await PauseAsync(cycle.Id, home.Path, path, cancellationToken);
                    paused.Add(cycle.Id);
                }
            }
        }
        await storage.Rows.CommitAsync(
            Partition, RowChange.Put(new Home { Partition = Partition, Key = HomeKey, Machine = machine, Path = path }), cancellationToken);
        return paused;
    }

    private async Task PauseAsync(CycleId id, string from, string to, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var paused = await _cycles.ChangeAsync(
            id,
            cycle => cycle with { Paused = new PersonsWord(now, Actor.Local.Name, RecordsTexts.PausedAnew(RecordsTexts.PausedAsCopy.Thai, cycle.Paused)) },
            (before, after) => new TrailEntry(TrailKind.Paused, Actor.Local, now)
            {
                Reason = after.Paused!.Reason,
                Before = TrailValues.Of(("state", before.Paused is null ? before.State : CycleState.Paused), ("folder", from)),
                After = TrailValues.Of(("folder", to)),
            },
            cancellationToken);
        if (!paused.IsReleased)
        {
            return;
        }
        foreach (var prefix in new[] { LetterDelivery.LetterPrefix, LetterDelivery.ReminderPrefix })
        {
            var waiting = storage.Rows.ListAsync<LetterDelivery>(id.Text, RowRange.Prefix(prefix), cancellationToken)
                .Where(row => row is { State: DeliveryState.Pending, PossibleDuplicate: false });
            await foreach (var some in waiting.Chunk(RowLimits.MostChanges).WithCancellation(cancellationToken))
            {
                await storage.Rows.CommitAsync(id.Text, [.. some.Select(row => RowChange.Replace(row with { PossibleDuplicate = true }))], cancellationToken);
            }
        }
    }

    private sealed record Home : StoredRecord
    {
        public string Machine { get; init; } = "";

        public string Path { get; init; } = "";
    }
}
