using System.Security.Cryptography;
using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Storage;

namespace AwardFlow.Scoring;

/// <summary>The snapshot of a closed cycle: its results, which name by hash the scores and the definition that they are of.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="results">Where it is kept.</param>
public sealed class FrozenScores(CycleStore cycles, ResultsStore results)
{
    /// <summary>Opens the book of the frozen scores.</summary>
    /// <param name="cycle">A closed cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The book, and the results that were frozen with it.</returns>
    /// <exception cref="CycleConflictException">The cycle is not closed, or was closed before scores were kept with results.</exception>
    public async Task<(ScoreBook Book, CycleResults Results)> OpenAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var frozen = await ResultsAsync(cycle, cancellationToken);
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        await using var scores = await results.OpenScoresAsync(cycle.Id, frozen.ScoresSha256!, cancellationToken);
        var entries = frozen.Entries.Select(result => result.Entry).ToList();
        return (new ScoreBook(definition, entries, AcceptedRows.Scores(scores), frozen.Withdrawals), frozen);
    }

    /// <summary>Opens the file of the frozen scores, whose SHA-256 the results name.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param"/>
    /// <inheritdoc cref="OpenAsync" path="/exception"/>
    public async Task<Stream> OpenFileAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var frozen = await ResultsAsync(cycle, cancellationToken);
        return await results.OpenScoresAsync(cycle.Id, frozen.ScoresSha256!, cancellationToken);
    }

    /// <summary>Holds the snapshot against its hashes, and works the results out again from its scores.</summary>
    /// <inheritdoc cref="OpenAsync" path="/param"/>
    /// <inheritdoc cref="OpenAsync" path="/exception"/>
    public async Task<SnapshotCheck> CheckAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var (book, frozen) = await OpenAsync(cycle, cancellationToken);
        var written = Hash(await results.ReadBytesAsync(cycle, cancellationToken));
        string scores;
        await using (var file = await results.OpenScoresAsync(cycle.Id, frozen.ScoresSha256!, cancellationToken))
        {
            scores = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        }
        var again = book.Results(provisional: false) with { DefinitionSha256 = frozen.DefinitionSha256, ScoresSha256 = frozen.ScoresSha256 };
        return new SnapshotCheck(
            cycle.Id, written, scores, frozen.DefinitionSha256!,
            HashesMatch: written == cycle.ResultsSha256 && scores == frozen.ScoresSha256 && frozen.DefinitionSha256 == cycle.DefinitionSha256,
            ResultsReproduced: Hash(JsonSerializer.SerializeToUtf8Bytes(again, AwardJson.Options)) == cycle.ResultsSha256);
    }

    private async Task<CycleResults> ResultsAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        if (cycle.Erased.Any(erased => erased.Kind == ErasedKind.ScoresByJudge))
        {
            throw new CycleConflictException(SnapshotTexts.Erased(cycle.Id));
        }
        var frozen = !cycle.IsFrozen
            ? throw new CycleConflictException(SnapshotTexts.NotClosed(cycle.Id))
            : await results.ReadAsync(cycle, cancellationToken);
        return frozen.ScoresSha256 is null
            ? throw new CycleConflictException(SnapshotTexts.NotKept(cycle.Id))
            : frozen;
    }

    private static string Hash(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes.Span));

    private static string Hash(BinaryData bytes) => Hash(bytes.ToMemory());
}
