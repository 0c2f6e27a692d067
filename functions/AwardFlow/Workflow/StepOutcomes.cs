using System.Globalization;
using AwardFlow.Storage;

namespace AwardFlow.Workflow;

/// <summary>Remembers finished page steps, so that a second run answers at once.</summary>
/// <param name="storage">Where they are kept.</param>
public sealed class StepOutcomes(IStorage storage)
{
    private const string Prefix = "s!";

    /// <summary>Runs a step's work unless it was finished before.</summary>
    /// <param name="step">The step's name.</param>
    /// <param name="page">The page that it sees to.</param>
    /// <param name="work">Does the work and says how many letters it saw to.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The number of letters, then or now.</returns>
    public async Task<int> OnceAsync(string step, PageRef page, Func<Task<int>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        if (await FindAsync(step, page, cancellationToken) is { } before)
        {
            return before;
        }
        var letters = await work();
        await RecordAsync(step, page, letters, cancellationToken);
        return letters;
    }

    /// <summary>How many letters a finished page step saw to; null where it is not finished.</summary>
    public async Task<int?> FindAsync(string step, PageRef page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        return (await storage.Rows.FindAsync<Outcome>(page.CycleId, Key(step, page.Page), cancellationToken))?.Letters;
    }

    /// <summary>Remembers that a page step is finished.</summary>
    public async Task RecordAsync(string step, PageRef page, int letters, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        var outcome = new Outcome { Partition = page.CycleId, Key = Key(step, page.Page), Letters = letters };
        await storage.Rows.CommitAsync(page.CycleId, RowChange.Put(outcome), cancellationToken);
    }

    /// <summary>Forgets that a page step is finished, since there is more to do on that page.</summary>
    public async Task ForgetAsync(string step, PageRef page, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(page);
        while (await storage.Rows.FindAsync<Outcome>(page.CycleId, Key(step, page.Page), cancellationToken) is { } outcome
            && await storage.Rows.CommitAsync(page.CycleId, RowChange.Delete(outcome), cancellationToken) is null)
        {
            // Somebody else recorded it again meanwhile.
        }
    }

    /// <summary>How many letters the finished pages of a step saw to.</summary>
    public async Task<int> CountAsync(string step, string cycleId, CancellationToken cancellationToken) =>
        (await TotalAsync(step, cycleId, cancellationToken)).Letters;

    /// <summary>The finished pages of a step.</summary>
    public async Task<IReadOnlySet<int>> PagesAsync(string step, string cycleId, CancellationToken cancellationToken)
    {
        var pages = new HashSet<int>();
        await foreach (var outcome in storage.Rows.ListAsync<Outcome>(cycleId, RowRange.Prefix($"{Prefix}{step}-"), cancellationToken))
        {
            pages.Add(int.Parse(outcome.Key.AsSpan(Prefix.Length + step.Length + 1), CultureInfo.InvariantCulture));
        }
        return pages;
    }

    /// <summary>How many pages of a step are finished, and how many letters they saw to.</summary>
    public async Task<(int Pages, int Letters)> TotalAsync(string step, string cycleId, CancellationToken cancellationToken)
    {
        var (pages, letters) = (0, 0);
        await foreach (var outcome in storage.Rows.ListAsync<Outcome>(cycleId, RowRange.Prefix($"{Prefix}{step}-"), cancellationToken))
        {
            letters += outcome.Letters;
            pages++;
        }
        return (pages, letters);
    }

    private static string Key(string step, int page) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{step}-{page:D4}");

    private sealed record Outcome : StoredRecord
    {
        public int Letters { get; init; }
    }
}
