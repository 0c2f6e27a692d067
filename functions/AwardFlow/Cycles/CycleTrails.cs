using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Cycles;

/// <summary>Whether the trails of cycles, and those of the installation, are whole.</summary>
/// <param name="storage">Where trails are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="time">The clock.</param>
public sealed class CycleTrails(IStorage storage, CycleStore cycles, TimeProvider time)
{
    /// <summary>After how long a glance at a trail looks at all of it again.</summary>
    public static readonly TimeSpan LongestKnown = TimeSpan.FromHours(24);

    private const int MostKnown = 1000;

    /// <summary>The partition whose trail tells of whole cycles that were erased.</summary>
    public const string Records = "_records";

    /// <summary>The partitions of what belongs to no cycle and has a trail of its own.</summary>
    public static IReadOnlyList<string> OfInstallation { get; } = [ClockWatch.Partition, Records];

    private readonly TrailCheck _check = new(storage.Rows);
    private readonly ReleaseCheck _release = new(storage.Rows);

    // Up to where a look at all of it found a trail whole. Kept in memory: in storage it would be as good as the trail itself.
    private readonly ConcurrentDictionary<CycleId, (TrailMark Mark, ReleaseCheck.Told Told, DateTimeOffset At)> _good = new();

    /// <summary>
    /// Whether a cycle's trail is whole, and fits what the cycle's row says of it; and whether that row and those of its
    /// corrections are as the trail has it, in what letters are released by.
    /// </summary>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public async Task<TrailReport> CheckAsync(CycleId id, CancellationToken cancellationToken)
    {
        // The row is read first: what is done afterwards lengthens the trail, and never takes from it.
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var report = await _check.OfAsync(cycle.Id.Text, cycle.Trail, cancellationToken);
        var (told, faults) = await _release.LookAsync(cycle.Id.Text, ReleaseCheck.Nothing, cancellationToken);
        report = With(report, faults);
        Remember(cycle.Id, report, told);
        return report;
    }

    /// <summary>
    /// The same for what was written since somebody looked last, and for some lines. What was altered since in the others is
    /// found by looking at all, which this does where nobody has done it within <see cref="LongestKnown"/>.
    /// </summary>
    /// <param name="id">The cycle.</param>
    /// <param name="first">The first of the lines, from 1.</param>
    /// <param name="last">The last of them.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public async Task<TrailReport> GlanceAsync(CycleId id, int first, int last, CancellationToken cancellationToken)
    {
        if (!_good.TryGetValue(id, out var good) || time.GetUtcNow() - good.At is var age && (age > LongestKnown || age < TimeSpan.Zero))
        {
            return await CheckAsync(id, cancellationToken);
        }
        var cycle = await cycles.GetAsync(id, cancellationToken);
        var report = await _check.SinceAsync(cycle.Id.Text, cycle.Trail, good.Mark, cancellationToken);
        var shown = await _check.OfLinesAsync(cycle.Id.Text, first, last, cancellationToken);
        var (_, faults) = await _release.LookAsync(cycle.Id.Text, good.Told, cancellationToken);
        return With(report, [.. shown, .. faults]);
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

    private static TrailReport With(TrailReport report, IReadOnlyList<TrailFault> faults) =>
        report with { Faults = [.. report.Faults.Union(faults).OrderBy(fault => fault.Number).Take(TrailCheck.MostFaults)] };

    private void Remember(CycleId id, TrailReport report, ReleaseCheck.Told told)
    {
        if (_good.Count >= MostKnown)
        {
            _good.Clear();
        }
        if (report.IsWhole)
        {
            _good[id] = (report.End, told, time.GetUtcNow());
        }
        else
        {
            _good.TryRemove(id, out _);
        }
    }
}
