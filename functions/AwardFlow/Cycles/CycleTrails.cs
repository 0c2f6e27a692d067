using System.Runtime.CompilerServices;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Cycles;

/// <summary>Whether the trails of cycles, and those of the installation, are whole.</summary>
/// <param name="storage">Where trails are kept.</param>
/// <param name="cycles">The cycles.</param>
public sealed class CycleTrails(IStorage storage, CycleStore cycles)
{
    /// <summary>The partition whose trail tells of whole cycles that were erased.</summary>
    public const string Records = "_records";

    /// <summary>The partitions of what belongs to no cycle and has a trail of its own.</summary>
    public static IReadOnlyList<string> OfInstallation { get; } = [ClockWatch.Partition, Records];

    private readonly TrailCheck _check = new(storage.Rows);

    /// <summary>Whether a cycle's trail is whole, and fits what the cycle's row says of it.</summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public async Task<TrailReport> CheckAsync(CycleId id, CancellationToken cancellationToken)
    {
        // The row is read first: what is done afterwards lengthens the trail, and never takes from it.
        var cycle = await cycles.GetAsync(id, cancellationToken);
        return await _check.OfAsync(cycle.Id.Text, cycle.Trail, cancellationToken);
    }

    /// <summary>The same of all cycles, and of the installation's trails.</summary>
    public async IAsyncEnumerable<TrailReport> CheckAllAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var partition in OfInstallation)
        {
            yield return await _check.OfAsync(partition, known: null, cancellationToken);
        }
        await foreach (var cycle in cycles.ListAsync(cancellationToken))
        {
            yield return await CheckAsync(cycle.Id, cancellationToken);
        }
    }
}
