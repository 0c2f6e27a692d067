using AwardFlow.Storage;
using Azure.Data.Tables;

namespace AwardFlow.Workflow;

/// <summary>Remembers finished page steps, so that a second run answers at once.</summary>
/// <param name="storage">Where they are kept.</param>
public sealed class StepOutcomes(AwardStorage storage)
{
    /// <summary>Runs a step's work unless it was finished before.</summary>
    /// <param name="step">The step's name.</param>
    /// <param name="page">The page that it sees to.</param>
    /// <param name="work">Does the work and says how many letters it saw to.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The number of letters, then or now.</returns>
    public async Task<int> OnceAsync(string step, PageRef page, Func<Task<int>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(work);
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{step}-{page.Page:D4}");
        var before = await storage.Steps.GetEntityIfExistsAsync<TableEntity>(page.CycleId, key, cancellationToken: cancellationToken);
        if (before.HasValue)
        {
            return before.Value!.GetInt32(LettersColumn)!.Value;
        }
        var letters = await work();
        await storage.Steps.UpsertEntityAsync(
            new TableEntity(page.CycleId, key) { [LettersColumn] = letters }, TableUpdateMode.Replace, cancellationToken);
        return letters;
    }

    /// <summary>How many letters the finished pages of a step saw to.</summary>
    public async Task<int> CountAsync(string step, string cycleId, CancellationToken cancellationToken)
    {
        var letters = 0;
        // '.' is the character after '-', so the range holds just this step's keys.
        var rows = storage.Steps.QueryAsync<TableEntity>(
            $"PartitionKey eq '{cycleId}' and RowKey gt '{step}-' and RowKey lt '{step}.'", cancellationToken: cancellationToken);
        await foreach (var row in rows)
        {
            letters += row.GetInt32(LettersColumn)!.Value;
        }
        return letters;
    }

    private const string LettersColumn = "Letters";
}
