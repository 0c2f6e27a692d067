using AwardFlow.Cycles;
using AwardFlow.Scoring;
using AwardFlow.Storage;

namespace AwardFlow.Records.Retention;

/// <summary>How far the judges of a cycle agreed, in figures that name nobody: kept before their scores are erased, since the report says it.</summary>
/// <param name="storage">Where it is kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="frozen">The frozen scores.</param>
public sealed class KeptAgreement(IStorage storage, CycleStore cycles, FrozenScores frozen)
{
    /// <summary>Keeps it, where there are scores to reckon it from.</summary>
    public async Task KeepAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        if (!await storage.Results.ExistsAsync(Name(cycle.Id), cancellationToken) && await ReckonAsync(cycle, cancellationToken) is { } agreement)
        {
            await storage.Results.WriteJsonAsync(Name(cycle.Id), agreement, cancellationToken);
        }
    }

    /// <summary>How far they agreed; null where neither scores nor figures are there.</summary>
    public async Task<Agreement?> FindAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return cycle.Erased.Any(erased => erased.Kind == ErasedKind.ScoresByJudge)
            ? await storage.Results.ExistsAsync(Name(cycle.Id), cancellationToken)
                ? await storage.Results.ReadJsonAsync<Agreement>(Name(cycle.Id), cancellationToken)
                : null
            : await ReckonAsync(cycle, cancellationToken);
    }

    // Cycles of the first versions kept no scores with their results, and of an erasure that was cut off they are gone.
    private async Task<Agreement?> ReckonAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        try
        {
            var (book, whole) = await frozen.OpenAsync(cycle, cancellationToken);
            return new ScoreStatistics(await cycles.DefinitionAsync(cycle, cancellationToken), book).Of(provisional: false, whole.ScoresSha256).Agreement;
        }
        catch (Exception e) when (e is CycleConflictException or StorageException { Fault: StorageFault.Damaged })
        {
            return null;
        }
    }

    private static string Name(CycleId cycle) => $"{cycle}/agreement.json";
}
