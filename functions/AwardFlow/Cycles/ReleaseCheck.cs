using System.Collections.Immutable;
using System.Globalization;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Cycles;

/// <summary>
/// Holds the rows that letters are released by, the cycle's and its corrections', against what the trail says of them: their
/// manifests and approvals, whether any is needed, whether they are released, paused or called off.
/// </summary>
/// <param name="rows">Where both are kept.</param>
internal sealed class ReleaseCheck(IRowStore rows)
{
    private const string CorrectionPrefix = "correction!";

    // Whoever changes a row in this moment writes its line with it; then both are read again.
    private const int MostTries = 5;

    private readonly TrailReader _trail = new(rows);

    /// <summary>What no line was read of.</summary>
    public static Told Nothing { get; } = new(0, IsWhole: false, ImmutableDictionary<string, ToldRow>.Empty);

    /// <summary>Looks at the rows of a cycle.</summary>
    /// <param name="partition">The cycle's partition.</param>
    /// <param name="told">What lines said that were read before.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>What all lines say, and which rows are not so.</returns>
    public async Task<(Told Told, IReadOnlyList<TrailFault> Faults)> LookAsync(string partition, Told told, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostTries; i++)
        {
            var before = await RowsAsync(partition, cancellationToken);
            told = await ReadAsync(partition, told, cancellationToken);
            var after = await RowsAsync(partition, cancellationToken);
            if (before.Count == after.Count && before.All(row => after.GetValueOrDefault(row.Key)?.Version == row.Value.Version))
            {
                return (told, Faults(told, after));
            }
        }
        return (told, []);
    }

    // What was done before there were trails no line tells.
    private static List<TrailFault> Faults(Told told, Dictionary<string, ReleaseRow> rows) => !told.IsWhole ? [] :
    [
        .. told.Rows.Where(each => !rows.ContainsKey(each.Key)).Select(each => new TrailFault(each.Value.Line, TrailFaultKind.RowMissing, each.Key)),
        .. rows.Where(row => !row.Value.IsAsTold(told.Rows.GetValueOrDefault(row.Key) ?? new ToldRow { Line = told.Line }))
            .Select(row => new TrailFault(told.Rows.GetValueOrDefault(row.Key)?.Line ?? told.Line, TrailFaultKind.RowAltered, row.Key)),
    ];

    private async Task<Told> ReadAsync(string partition, Told told, CancellationToken cancellationToken)
    {
        while (await _trail.PageAsync(partition, told.Line, RowLimits.MostInPage, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var (line, values) in page)
            {
                var key = line.Kind.StartsWith("correction", StringComparison.Ordinal)
                    && int.TryParse(line.Subject, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                    ? string.Create(CultureInfo.InvariantCulture, $"{CorrectionPrefix}{number:D4}")
                    : Cycle.Row;
                var row = told.Rows.GetValueOrDefault(key) ?? new ToldRow { Line = line.Number };
                told = new Told(line.Number, told.IsWhole || line.Kind == TrailKind.Created, told.Rows.SetItem(key, row.After(line, values)));
            }
        }
        return told;
    }

    private async Task<Dictionary<string, ReleaseRow>> RowsAsync(string partition, CancellationToken cancellationToken)
    {
        var found = await rows.ListAsync<ReleaseRow>(partition, RowRange.Prefix(CorrectionPrefix), cancellationToken)
            .ToDictionaryAsync(row => row.Key, StringComparer.Ordinal, cancellationToken);
        if (await rows.FindAsync<ReleaseRow>(partition, Cycle.Row, cancellationToken) is { } cycle)
        {
            found.Add(Cycle.Row, cycle);
        }
        return found;
    }

    /// <summary>What lines of a trail say.</summary>
    /// <param name="Line">Up to which line.</param>
    /// <param name="IsWhole">Whether they begin with the cycle.</param>
    /// <param name="Rows">By the key of the row that they tell of.</param>
    internal sealed record Told(int Line, bool IsWhole, ImmutableDictionary<string, ToldRow> Rows);
}
