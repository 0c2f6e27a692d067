using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Records.Archive;

/// <summary>
/// Writes the rows of running cycles to blobs, for a storage that keeps earlier states of blobs and none of rows. A cycle is
/// exported where something of it changed since, the one that waits longest first, and no new one is begun when the time is up.
/// </summary>
/// <param name="storage">Where cycles are.</param>
/// <param name="exports">Where exports are put.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="archives">Writes them.</param>
/// <param name="settings">How long they are kept.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what failed.</param>
public sealed partial class RowExports(IStorage storage, IBlobContainer exports, CycleStore cycles, ArchiveWriter archives, ExportSettings settings, TimeProvider time, ILogger<RowExports> logger)
{
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";
    private const int HashLength = 16;

    /// <summary>Within this an export is begun; the host gives a function twice as long.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Exports what changed, and deletes exports that are too old, of cycles that are over or gone too.</summary>
    /// <returns>How many were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (began, written) = (time.GetTimestamp(), 0);
        var known = await exports.ListAsync("", cancellationToken).ToListAsync(cancellationToken);
        foreach (var old in known.Where(blob => AtOf(blob.Name) is not { } at || at.AddDays(settings.KeepDays) <= time.GetUtcNow()))
        {
            await exports.DeleteAsync(old.Name, cancellationToken);
        }
        if (settings.KeepDays == 0)
        {
            return 0;
        }
        var last = known.GroupBy(blob => blob.Name.Split('/')[0], StringComparer.Ordinal).ToDictionary(cycle => cycle.Key, cycle => cycle.MaxBy(blob => blob.Name, StringComparer.Ordinal)!.Name, StringComparer.Ordinal);
        var running = await cycles.ListAsync(cancellationToken).Where(cycle => !cycle.IsFinished).Select(cycle => cycle.Id).ToListAsync(cancellationToken);
        foreach (var id in running.OrderBy(id => last.TryGetValue(id.Text, out var name) ? AtOf(name) : null))
        {
            if (time.GetElapsedTime(began) >= Longest)
            {
                LogLeft(id);
                break;
            }
            try
            {
                written += await ExportAsync(id, last.GetValueOrDefault(id.Text), cancellationToken) ? 1 : 0;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(id, e);
            }
        }
        return written;
    }

    private async Task<bool> ExportAsync(CycleId id, string? last, CancellationToken cancellationToken)
    {
        using var snapshot = await CycleSnapshot.TakeAsync(storage, id, cancellationToken);
        var sha256 = await Sha256Async(snapshot, cancellationToken);
        if (last?.EndsWith($"-{sha256}.zip", StringComparison.Ordinal) == true)
        {
            return false;
        }
        await using var file = SpoolFile.Create();
        await archives.WriteRowsAsync(snapshot, file, cancellationToken);
        file.Position = 0;
        await exports.WriteAsync(new NewBlob($"{id}/{time.GetUtcNow().UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture)}-{sha256}.zip", file, "application/zip"), cancellationToken);
        return true;
    }

    private static async Task<string> Sha256Async(CycleSnapshot snapshot, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await foreach (var row in snapshot.Storage.Rows.ListAsync(snapshot.Cycle.Id.Text, RowRange.All, cancellationToken))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.Key}\n{row.Json}\n"));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..HashLength];
    }

    private static DateTimeOffset? AtOf(string name) => DateTimeOffset.TryParseExact(
        name.Split('/')[^1].Split('-')[0], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    [LoggerMessage(LogLevel.Error, "Cycle {CycleId}: its rows could not be exported, which is tried again in an hour")]
    private partial void LogFailed(CycleId cycleId, Exception exception);

    [LoggerMessage(LogLevel.Warning, "Cycle {CycleId} and others are exported the next time: the time was up")]
    private partial void LogLeft(CycleId cycleId);
}
