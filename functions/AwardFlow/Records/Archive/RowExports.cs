using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Records.Archive;

/// <summary>
/// Writes the rows of all cycles to blobs, and those of the installation's trails, for a storage that keeps earlier states of
/// blobs and none of rows. What changed is exported, cycles that go on first and the one that waits longest first of those, and
/// no new one is begun when the time is up. The newest export of a cycle stays as long as the cycle does.
/// </summary>
/// <param name="storage">Where cycles are.</param>
/// <param name="exports">Where exports are put.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="archives">Writes them.</param>
/// <param name="settings">How long they are kept.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what failed.</param>
public sealed partial class RowExports(
    IStorage storage, IBlobContainer exports, CycleStore cycles, ArchiveWriter archives, ExportSettings settings, TimeProvider time, ILogger<RowExports> logger)
{
    /// <summary>What stands for the installation where an export's name has a cycle's id. No id has a '_'.</summary>
    internal const string Installation = "_installation";

    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";
    private const string Gone = "-gone";
    private const int HashLength = 16;
    private const int HoursOfDay = 24;

    /// <summary>Within this an export is begun; the host gives a function twice as long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Exports what changed, and deletes exports in whose place another one has stood for as long as they are kept.</summary>
    /// <returns>How many were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var known = (await exports.ListAsync("", cancellationToken).Select(blob => blob.Name).ToListAsync(cancellationToken))
            .GroupBy(name => name.Split('/')[0], StringComparer.Ordinal)
            .ToDictionary(of => of.Key, of => of.Order(StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        foreach (var name in known.Values.SelectMany(Old))
        {
            await exports.DeleteAsync(name, cancellationToken);
        }
        if (settings.KeepDays == 0)
        {
            return 0;
        }
        var written = await TryAsync(Installation, () => ExportInstallationAsync(Last(known, Installation), cancellationToken), cancellationToken);
        foreach (var (id, cycle) in (await CyclesAsync(known.Keys, cancellationToken))
            .OrderBy(each => each.Cycle is { IsFinished: true })
            .ThenBy(each => AtOf(Last(known, each.Id))))
        {
            if (time.GetElapsedTime(began) >= Longest)
            {
                LogLeft(id);
                break;
            }
            written += await TryAsync(
                id,
                () => cycle is null ? MarkGoneAsync(id, Last(known, id), cancellationToken) : ExportAsync(cycle, Last(known, id), cancellationToken),
                cancellationToken);
        }
        return written;
    }

    // Until when an export is kept is reckoned from the one that took its place, so a cycle that nobody touches keeps its last one.
    private IEnumerable<string> Old(List<string> names) => names.Where((name, i) =>
        settings.KeepDays == 0 || AtOf(name) is null
        || (AtOf(names.ElementAtOrDefault(i + 1) ?? (IsGone(name) ? name : null)) is { } next && next.AddDays(settings.KeepDays) <= time.GetUtcNow()));

    // By the names, and by the exports: where rows are lost, the names may be too.
    private async Task<List<(string Id, Cycle? Cycle)>> CyclesAsync(IEnumerable<string> exported, CancellationToken cancellationToken)
    {
        var ids = await storage.Rows.ListAsync(Catalogue.Partition, RowRange.All, cancellationToken)
            .Select(row => row.Key)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
        ids.UnionWith(exported);
        var list = new List<(string, Cycle?)>();
        foreach (var id in ids.Where(CycleId.IsValid))
        {
            await TryAsync(
                id,
                async () =>
                {
                    list.Add((id, await cycles.FindAsync(CycleId.Parse(id), cancellationToken)));
                    return false;
                },
                cancellationToken);
        }
        return list;
    }

    private async Task<bool> ExportAsync(Cycle cycle, string? last, CancellationToken cancellationToken)
    {
        // A cycle that is over changes seldom, and reading all of its rows takes long: once a day is enough, at an hour of its own.
        if (cycle.OverAt is { } over && AtOf(last) > over && cycle.Id.Text.Sum(letter => letter) % HoursOfDay != time.GetUtcNow().Hour)
        {
            return false;
        }
        using var snapshot = await CycleSnapshot.TakeAsync(storage, cycle.Id, cancellationToken);
        return await WriteAsync(
            cycle.Id.Text, last, await Sha256Async(snapshot.Storage.Rows.ListAsync(cycle.Id.Text, RowRange.All, cancellationToken), cancellationToken),
            file => archives.WriteRowsAsync(snapshot, file, cancellationToken), cancellationToken);
    }

    private async Task<bool> ExportInstallationAsync(string? last, CancellationToken cancellationToken) =>
        await InstallationRows.Of(storage.Rows, cancellationToken).AnyAsync(cancellationToken) && await WriteAsync(
            Installation, last, await Sha256Async(InstallationRows.Of(storage.Rows, cancellationToken).Select(each => each.Row), cancellationToken),
            file => InstallationRows.WriteAsync(storage.Rows, file, time.GetUtcNow(), cancellationToken), cancellationToken);

    private async Task<bool> WriteAsync(string of, string? last, string sha256, Func<Stream, Task> write, CancellationToken cancellationToken)
    {
        if (last?.EndsWith($"-{sha256}.zip", StringComparison.Ordinal) == true)
        {
            return false;
        }
        await using var file = SpoolFile.Create();
        await write(file);
        file.Position = 0;
        await exports.WriteAsync(new NewBlob($"{of}/{Now()}-{sha256}.zip", file, "application/zip"), cancellationToken);
        return true;
    }

    // Whether a cycle was erased or its rows are lost nobody can tell, so its last export is kept as any is in whose place another stands.
    private async Task<bool> MarkGoneAsync(string id, string? last, CancellationToken cancellationToken)
    {
        if (last is not null && !IsGone(last))
        {
            await exports.WriteAsync(new NewBlob($"{id}/{Now()}{Gone}", BinaryData.FromString(""), "text/plain"), cancellationToken);
        }
        return false;
    }

    private async Task<int> TryAsync(string of, Func<Task<bool>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await act() ? 1 : 0;
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(of, e);
            return 0;
        }
    }

    private static async Task<string> Sha256Async(IAsyncEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.Key}\n{row.Json}\n"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
    }

    private string Now() => time.GetUtcNow().UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture);

    private static string? Last(Dictionary<string, List<string>> known, string of) => known.GetValueOrDefault(of)?[^1];

    private static bool IsGone(string name) => name.EndsWith(Gone, StringComparison.Ordinal);

    private static DateTimeOffset? AtOf(string? name) => DateTimeOffset.TryParseExact(
        name?.Split('/')[^1].Split('-')[0], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    [LoggerMessage(LogLevel.Error, "{Of}: its rows could not be exported, which is tried again in an hour")]
    private partial void LogFailed(string of, Exception exception);

    [LoggerMessage(LogLevel.Warning, "{Of} and others are exported the next time: the time was up")]
    private partial void LogLeft(string of);
}
