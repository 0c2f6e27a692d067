using System.Runtime.CompilerServices;
using System.Text.Json;
using AwardFlow.Storage;

namespace AwardFlow.Trail;

/// <summary>Finds out whether a trail is whole, from what storage holds and nothing else, and where not.</summary>
/// <param name="rows">Where trails are kept.</param>
public sealed class TrailCheck(IRowStore rows)
{
    /// <summary>The most faults that are told.</summary>
    public const int MostFaults = 100;

    // Fewer rows are looked up one by one; of more, all that lie between are read.
    private const int FewRows = 50;

    /// <summary>Looks at every line, its values, and the rows that lines tell of. What is written meanwhile is not looked at.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="known">What the trail added up to at some time, from elsewhere; null where that is not known.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public Task<TrailReport> OfAsync(string partition, TrailMark? known, CancellationToken cancellationToken) =>
        SinceAsync(partition, known, Nothing, cancellationToken);

    /// <summary>The same for what came behind a mark up to which all was found whole.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="known">What the trail added up to at some time, from elsewhere; null where that is not known.</param>
    /// <param name="good">The mark.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public async Task<TrailReport> SinceAsync(string partition, TrailMark? known, TrailMark good, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(good);
        var head = await rows.FindAsync(partition, TrailHead.Row, cancellationToken);
        var end = EndOf(head);
        var lines = await LinesAsync(
            partition, RowRange.Of(good.Lines == 0 ? TrailLine.RowPrefix : TrailLine.KeyOf(good.Lines), AllLines.Before), cancellationToken);
        var hasMoved = (await rows.FindAsync(partition, TrailHead.Row, cancellationToken))?.Version != head?.Version;
        var faults = new List<TrailFault>();
        foreach (var mark in new[] { known, good }.OfType<TrailMark>().Where(mark => mark.Lines > 0))
        {
            if (end.Lines < mark.Lines || (mark.Lines >= good.Lines && lines.GetValueOrDefault(mark.Lines)?.Sha256 != mark.Sha256))
            {
                faults.Add(new TrailFault(mark.Lines, TrailFaultKind.EndSetBack));
            }
        }
        faults.AddRange(Chain(lines, end, hasMoved, good));
        var erased = ErasedOf(lines.Values);
        var (kept, valueFaults) = await ValuesAsync(partition, lines, good.Lines, end, erased, cancellationToken);
        faults.AddRange(valueFaults);
        faults.AddRange(await RowsAsync(partition, kept, cancellationToken));
        return new TrailReport(
            partition,
            end,
            [.. faults.Distinct().OrderBy(fault => fault.Number).ThenBy(fault => fault.Kind).Take(MostFaults)],
            erased.Count(lines.ContainsKey),
            kept.Count)
        {
            From = good.Lines,
        };
    }

    /// <summary>Whether some lines, and their values, fit each other and the lines next to them. What they tell of is not looked at.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="first">The first line, from 1.</param>
    /// <param name="last">The last line.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public async Task<IReadOnlyList<TrailFault>> OfLinesAsync(string partition, int first, int last, CancellationToken cancellationToken)
    {
        var end = EndOf(await rows.FindAsync(partition, TrailHead.Row, cancellationToken));
        last = Math.Min(last, end.Lines);
        if (last < first)
        {
            return [];
        }
        var lines = await LinesAsync(partition, RowRange.Of(TrailLine.KeyOf(Math.Max(1, first - 1)), TrailLine.KeyOf(last + 2)), cancellationToken);
        var upTo = last == end.Lines ? end : new TrailMark(last, lines.GetValueOrDefault(last + 1)?.Previous ?? lines.GetValueOrDefault(last)?.Sha256 ?? "");
        lines.Remove(last + 1);
        var before = lines.GetValueOrDefault(first - 1) is { } line ? new TrailMark(line.Number, line.Sha256) : Nothing;
        var faults = Chain(lines, upTo, hasMoved: true, before).Where(fault => fault.Number >= first).ToList();
        var (_, valueFaults) = await ValuesAsync(partition, lines, first - 1, upTo, erased: null, cancellationToken);
        return [.. faults.Concat(valueFaults)];
    }

    private static TrailMark Nothing { get; } = new(0, "");

    private static RowRange AllLines { get; } = RowRange.Prefix(TrailLine.RowPrefix);

    private async Task<SortedDictionary<int, Line>> LinesAsync(string partition, RowRange range, CancellationToken cancellationToken)
    {
        var lines = new SortedDictionary<int, Line>();
        await foreach (var row in rows.ListAsync(partition, range, cancellationToken))
        {
            var number = TrailLine.NumberOf(row.Key);
            lines[number] = Read(partition, number, row.Json);
        }
        return lines;
    }

    // From the end to the beginning, or to where all was found whole: what a line must be stands in the line after it, and of the last one in the end.
    private static IEnumerable<TrailFault> Chain(SortedDictionary<int, Line> lines, TrailMark end, bool hasMoved, TrailMark good)
    {
        if (!hasMoved)
        {
            foreach (var number in lines.Keys.Where(number => number > end.Lines || number < 1))
            {
                yield return new TrailFault(number, TrailFaultKind.LineForged);
            }
        }
        var must = (string?)end.Sha256;
        for (var number = end.Lines; number > good.Lines; number--)
        {
            if (!lines.TryGetValue(number, out var line))
            {
                yield return new TrailFault(number, TrailFaultKind.LineMissing);
                must = null;
                continue;
            }
            var isRight = must is null || line.Sha256 == must;
            if (!line.IsInPlace)
            {
                yield return new TrailFault(number, TrailFaultKind.LineMoved);
            }
            else if (!isRight || line.Previous is null)
            {
                yield return new TrailFault(number, TrailFaultKind.LineAltered);
            }
            // What an altered line says of the one before counts for nothing.
            must = isRight && line.IsInPlace ? line.Previous : null;
        }
        if (must is not null && must != good.Sha256 && end.Lines >= good.Lines)
        {
            yield return new TrailFault(Math.Max(1, good.Lines), TrailFaultKind.LineAltered);
        }
    }

    private async Task<(Dictionary<string, (string Sha256, int Number)> Kept, List<TrailFault> Faults)> ValuesAsync(
        string partition, SortedDictionary<int, Line> lines, int after, TrailMark end, HashSet<int>? erased, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        var faults = new List<TrailFault>();
        var found = new HashSet<int>();
        await foreach (var row in rows.ListAsync(partition, RowRange.Of(TrailValues.KeyOf(after + 1), TrailValues.KeyOf(end.Lines + 1)), cancellationToken))
        {
            var number = TrailValues.NumberOf(row.Key);
            found.Add(number);
            if (lines.GetValueOrDefault(number)?.Values != TrailValues.Sha256(row.Json))
            {
                faults.Add(new TrailFault(number, TrailFaultKind.ValuesAltered));
                continue;
            }
            foreach (var (key, sha256) in StoredRecords.Read<TrailValues>(partition, row).Rows ?? new Dictionary<string, string>(StringComparer.Ordinal))
            {
                kept[key] = (sha256, number);
            }
        }
        if (erased is not null)
        {
            faults.AddRange(lines.Where(
                line => line.Key > after && line.Key <= end.Lines && line.Value.Values is not null && !found.Contains(line.Key) && !erased.Contains(line.Key))
                .Select(line => new TrailFault(line.Key, TrailFaultKind.ValuesMissing)));
        }
        return (kept, faults);
    }

    private async Task<List<TrailFault>> RowsAsync(string partition, Dictionary<string, (string Sha256, int Number)> kept, CancellationToken cancellationToken)
    {
        var faults = new List<TrailFault>();
        if (kept.Count == 0)
        {
            return faults;
        }
        var left = new HashSet<string>(kept.Keys, StringComparer.Ordinal);
        await foreach (var row in KeptAsync(partition, kept.Keys, cancellationToken))
        {
            if (left.Remove(row.Key) && kept[row.Key] is var (sha256, number) && TrailValues.Sha256(row.Json) != sha256)
            {
                faults.Add(new TrailFault(number, TrailFaultKind.RowAltered, row.Key));
            }
        }
        faults.AddRange(left.Select(key => new TrailFault(kept[key].Number, TrailFaultKind.RowMissing, key)));
        return faults;
    }

    private async IAsyncEnumerable<Row> KeptAsync(
        string partition, IReadOnlyCollection<string> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (keys.Count > FewRows)
        {
            await foreach (var row in rows.ListAsync(
                partition, RowRange.Of(keys.Min(StringComparer.Ordinal)!, $"{keys.Max(StringComparer.Ordinal)}!"), cancellationToken))
            {
                yield return row;
            }
            yield break;
        }
        foreach (var key in keys)
        {
            if (await rows.FindAsync(partition, key, cancellationToken) is { } row)
            {
                yield return row;
            }
        }
    }

    // Lines that say that the values of others were erased; a line says it of earlier ones only.
    private static HashSet<int> ErasedOf(IEnumerable<Line> lines) =>
        [.. lines.Where(line => line.Erased is not null).SelectMany(line => Earlier(line.Number, line.Erased!.Value.First, line.Erased.Value.Last))];

    private static IEnumerable<int> Earlier(int number, int first, int last)
    {
        for (var each = Math.Max(1, first); each <= last && each < number; each++)
        {
            yield return each;
        }
    }

    private static TrailMark EndOf(Row? head)
    {
        try
        {
            return head is null ? TrailMark.None : JsonSerializer.Deserialize<TrailMark>(head.Json, AwardJson.Own) ?? TrailMark.None;
        }
        catch (JsonException)
        {
            return TrailMark.None; // Then every line stands behind the end.
        }
    }

    private static Line Read(string partition, int number, string json)
    {
        var sha256 = TrailValues.Sha256(json);
        try
        {
            var line = JsonSerializer.Deserialize<TrailLine>(json, AwardJson.Own);
            return line is null
                ? new Line(number, sha256, IsInPlace: true, null, null, null)
                : new Line(
                    number, sha256, line.Number == number && line.Of == partition, line.Previous,
                    line.Values, line.Kind == TrailKind.Erased ? TrailErasure.Read(line.Subject) : null);
        }
        catch (JsonException)
        {
            return new Line(number, sha256, IsInPlace: true, null, null, null);
        }
    }

    /// <summary>What is kept of a line while the others are read.</summary>
    private sealed record Line(int Number, string Sha256, bool IsInPlace, string? Previous, string? Values, (int First, int Last)? Erased);
}
