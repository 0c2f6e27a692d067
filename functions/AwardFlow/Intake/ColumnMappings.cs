using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Intake.Sheets;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Intake;

/// <summary>Keeps with each cycle what people said that the columns of its sheets mean, for the next sheet of the same form.</summary>
/// <param name="storage">Where it is kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="time">The clock.</param>
public sealed class ColumnMappings(IStorage storage, CycleStore cycles, TimeProvider time)
{
    /// <summary>How many columns may be mapped.</summary>
    public const int Most = 200;

    private const int LongestName = 1000;

    // The rest of a row is for what JSON adds.
    private const int LongestMapping = RowLimits.LongestJson / 2;

    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>The names of columns that may be meant in a cycle's sheets of a kind, criteria included.</summary>
    public static IReadOnlyList<string> Meanings(CycleDefinition definition, UploadKind kind)
    {
        ArgumentNullException.ThrowIfNull(definition);
        return kind == UploadKind.Entries
            ? [.. new[]
            {
                ColumnName.EntryCode, ColumnName.Project, ColumnName.Organisation, ColumnName.Addressee,
                ColumnName.SarabanEmail, ColumnName.Province, ColumnName.Phone, ColumnName.PostalAddress, ColumnName.Url,
            }.Select(name => name.English)]
            :
            [
                .. new[] { ColumnName.EntryCode, ColumnName.Organisation, ColumnName.Judge, ColumnName.Criterion, ColumnName.Score, ColumnName.Comment }.Select(
                    name => name.English),
                .. definition.Criteria().Select(criterion => criterion.Code),
            ];
    }

    /// <summary>The columns' names, each with the name or the criterion that is meant.</summary>
    public async Task<IReadOnlyDictionary<string, string>> GetAsync(CycleId cycleId, UploadKind kind, CancellationToken cancellationToken)
    {
        if (await storage.Rows.FindAsync<KeptColumns>(cycleId.Text, KeptColumns.KeyOf(kind), cancellationToken) is { } mapping)
        {
            return mapping.Columns;
        }
        // Earlier versions kept it among the uploads.
        var name = Name(cycleId, kind);
        return await storage.Uploads.FindAsync(name, cancellationToken) is { } kept
            ? JsonBlobs.Read<Dictionary<string, string>>(kept, name)
            : new Dictionary<string, string>(StringComparer.Ordinal);
    }

    /// <summary>Keeps what columns mean, in place of what was said before.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="kind">The kind of sheet.</param>
    /// <param name="columns">The columns' names, each with one of <see cref="Meanings"/>; empty for none.</param>
    /// <param name="by">Who says it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>
    /// False where a name is too long, there are too many or all together are too long, or something else than a meaning is given; then nothing was kept.
    /// </returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    public async Task<bool> TryPutAsync(
        CycleId cycleId, UploadKind kind, IReadOnlyDictionary<string, string> columns, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var definition = await cycles.DefinitionAsync(await cycles.GetAsync(cycleId, cancellationToken), cancellationToken);
        var meanings = Meanings(definition, kind).ToHashSet(StringComparer.Ordinal);
        if (columns.Count > Most || columns.Any(column => column.Key.Length is 0 or > LongestName || !meanings.Contains(column.Value))
            || columns.Sum(column => column.Key.Length + column.Value.Length) > LongestMapping)
        {
            return false;
        }
        var mapping = new KeptColumns { Partition = cycleId.Text, Key = KeptColumns.KeyOf(kind), Columns = columns };
        var entry = new TrailEntry(TrailKind.ColumnsMapped, by, time.GetUtcNow())
        {
            Before = Values(kind, await GetAsync(cycleId, kind, cancellationToken)),
            After = Values(kind, columns),
        };
        await _trail.CommitAsync(cycleId.Text, [RowChange.Put(mapping)], entry, cancellationToken);
        return true;
    }

    // A mapping may be long, so the trail has its hash.
    private static IReadOnlyDictionary<string, string> Values(UploadKind kind, IReadOnlyDictionary<string, string> columns) =>
        TrailValues.Of(("kind", kind), ("columns", columns.Count), ("sha256", JsonBlobs.Sha256(columns)));

    private static string Name(CycleId cycleId, UploadKind kind) => $"{cycleId}/columns-{JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())}.json";
}
