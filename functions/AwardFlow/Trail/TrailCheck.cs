using System.Text.Json;
using AwardFlow.Storage;

namespace AwardFlow.Trail;

/// <summary>Finds out whether a trail is whole, from what storage holds and nothing else, and where not.</summary>
/// <param name="rows">Where trails are kept.</param>
public sealed class TrailCheck(IRowStore rows)
{
    /// <summary>The most faults that are told.</summary>
    public const int MostFaults = 100;

    /// <summary>Looks at every line, its values, and the rows that lines tell of. What is written meanwhile is not looked at.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="known">What the trail added up to at some time, from elsewhere; null where that is not known.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public async Task<TrailReport> OfAsync(string partition, TrailMark? known, CancellationToken cancellationToken)
    {
        var head = await rows.FindAsync(partition, TrailHead.Row, cancellationToken);
        var end = EndOf(head);
        var lines = new SortedDictionary<int, Line>();
        await foreach (var row in rows.ListAsync(partition, RowRange.Prefix(TrailLine.RowPrefix), cancellationToken))
        {
            var number = TrailLine.NumberOf(row.Key);
            lines[number] = Read(partition, number, row.Json);
        }
        var hasMoved = (await rows.FindAsync(partition, TrailHead.Row, cancellationToken))?.Version != head?.Version;
        var faults = new List<TrailFault>();
        if (known is not null && known.Lines > 0 && (end.Lines < known.Lines || lines.GetValueOrDefault(known.Lines)?.Sha256 != known.Sha256))
        {
            faults.Add(new TrailFault(known.Lines, TrailFaultKind.EndSetBack));
        }
        faults.AddRange(Chain(lines, end, hasMoved));
        var erased = ErasedOf(lines.Values);
        var (kept, valueFaults) = await ValuesAsync(partition, lines, end, erased, cancellationToken);
        faults.AddRange(valueFaults);
        faults.AddRange(await RowsAsync(partition, kept, cancellationToken));
        return new TrailReport(partition, end, [.. faults.OrderBy(fault => fault.Number).ThenBy(fault => fault.Kind).Take(MostFaults)], erased.Count(lines.ContainsKey), kept.Count);
    }

    // From the end to the beginning: what a line must be stands in the line after it, and of the last one in the end.
    private static IEnumerable<TrailFault> Chain(SortedDictionary<int, Line> lines, TrailMark end, bool hasMoved)
    {
        if (!hasMoved)
        {
            foreach (var number in lines.Keys.Where(number => number > end.Lines || number < 1))
            {
                yield return new TrailFault(number, TrailFaultKind.LineForged);
            }
        }
        var must = (string?)end.Sha256;
        for (var number = end.Lines; number > 0; number--)
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
        if (must is { Length: > 0 })
        {
            yield return new TrailFault(1, TrailFaultKind.LineAltered);
        }
    }

    private async Task<(Dictionary<string, (string Sha256, int Number)> Kept, List<TrailFault> Faults)> ValuesAsync(
        string partition, SortedDictionary<int, Line> lines, TrailMark end, HashSet<int> erased, CancellationToken cancellationToken)
    {
        var kept = new Dictionary<string, (string, int)>(StringComparer.Ordinal);
        var faults = new List<TrailFault>();
        var found = new HashSet<int>();
        await foreach (var row in rows.ListAsync(partition, RowRange.Prefix(TrailValues.RowPrefix), cancellationToken))
        {
            var number = TrailValues.NumberOf(row.Key);
            if (number > end.Lines)
            {
                continue; // Written meanwhile, or of a line that is told of anyway.
            }
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
        faults.AddRange(lines.Where(line => line.Key <= end.Lines && line.Value.Values is not null && !found.Contains(line.Key) && !erased.Contains(line.Key))
            .Select(line => new TrailFault(line.Key, TrailFaultKind.ValuesMissing)));
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
        var range = RowRange.Of(kept.Keys.Min(StringComparer.Ordinal)!, $"{kept.Keys.Max(StringComparer.Ordinal)}!");
        await foreach (var row in rows.ListAsync(partition, range, cancellationToken))
        {
            if (left.Remove(row.Key) && kept[row.Key] is var (sha256, number) && TrailValues.Sha256(row.Json) != sha256)
            {
                faults.Add(new TrailFault(number, TrailFaultKind.RowAltered, row.Key));
            }
        }
        faults.AddRange(left.Select(key => new TrailFault(kept[key].Number, TrailFaultKind.RowMissing, key)));
        return faults;
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
            return head is null ? new TrailMark(0, "") : JsonSerializer.Deserialize<TrailMark>(head.Json, AwardJson.Own) ?? new TrailMark(0, "");
        }
        catch (JsonException)
        {
            return new TrailMark(0, ""); // Then every line stands behind the end.
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
                : new Line(number, sha256, line.Number == number && line.Of == partition, line.Previous, line.Values, line.Kind == TrailKind.Erased ? TrailErasure.Read(line.Subject) : null);
        }
        catch (JsonException)
        {
            return new Line(number, sha256, IsInPlace: true, null, null, null);
        }
    }

    /// <summary>What is kept of a line while the others are read.</summary>
    private sealed record Line(int Number, string Sha256, bool IsInPlace, string? Previous, string? Values, (int First, int Last)? Erased);
}
