using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Records.Archive;
using AwardFlow.Records.Retention;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Restore;

/// <summary>
/// Brings a cycle into a storage that has none of its id. It is there from the one commit that writes its own row, which comes
/// last; what was cut off before that is no cycle, and is done again. One that was not over is paused by the same commit, paused
/// before or not: what it would mail may have been mailed since, from where it was taken.
/// </summary>
/// <param name="to">Where it is brought.</param>
/// <param name="time">The clock.</param>
internal sealed class CycleRestore(IStorage to, TimeProvider time)
{
    private const int MostTogether = 50;
    private const long MostBytesTogether = 8_000_000;

    /// <summary>Restores a cycle.</summary>
    /// <param name="from">Where all of it is; nothing is written there.</param>
    /// <param name="id">The cycle.</param>
    /// <param name="origin">What it comes from, which the installation's trail tells, and that of a cycle which is not over: a hash and a time.</param>
    /// <param name="by">Who restores it.</param>
    /// <param name="cancellationToken">Stops; run again, it begins anew.</param>
    /// <param name="rowsAlone">Whether the files are there already, and only the rows are brought.</param>
    /// <exception cref="RecordsException">There is such a cycle, or what its rows name is not there or was altered.</exception>
    /// <exception cref="StorageException">Storage cannot take it.</exception>
    public async Task<RestoredCycle> RunAsync(
        IStorage from, CycleId id, RestoreOrigin origin, Actor by, CancellationToken cancellationToken, bool rowsAlone = false)
    {
        await MustBeFreeAsync(id, cancellationToken);
        var cycle = await new CycleStore(from).FindAsync(id, cancellationToken) ?? throw new RecordsException($"There is no row of the cycle '{id}' in it.");
        await MustBeReadableAsync(from, cycle, rowsAlone, cancellationToken);
        // Without its own row nothing there is a cycle: what an earlier run left that was cut off.
        if (rowsAlone)
        {
            await CycleRemoval.ClearRowsAsync(to, id, cancellationToken);
        }
        else
        {
            await CycleRemoval.ClearAsync(to, id, cancellationToken);
        }
        await CycleErasure.GiveUpAsync(to, id, cancellationToken);
        await to.Rows.CommitAsync(Catalogue.Partition, Catalogue.Name(id.Text), cancellationToken);
        var blobs = 0;
        foreach (var name in rowsAlone ? [] : BlobContainers.Names)
        {
            blobs += await CopyAsync(from.Container(name), to.Container(name), $"{id}/", cancellationToken);
        }
        var isPaused = !cycle.IsDraft && await IsRunningAsync(from.Rows, cycle, cancellationToken);
        var others = from.Rows.ListAsync(id.Text, RowRange.All, cancellationToken).Where(row => row.Key != Cycle.Row)
            .Select(row => (row.Key, isPaused && cycle.IsReleased ? MayHaveGone(id, row) : row.Json));
        var rows = await to.Rows.FillAsync(id.Text, others, cancellationToken);
        // Before the cycle is there: nothing stands here of which nobody tells.
        await new ArchiveTrail(to, time).RestoredAsync(id, origin, isPaused, by, cancellationToken);
        if (!await (isPaused ? AddPausedAsync(cycle, origin, by, cancellationToken) : AddAsync(from, id, cancellationToken)))
        {
            throw ThereIs(id);
        }
        return new RestoredCycle(id, rows + 1, blobs, isPaused);
    }

    /// <summary>Whether a mail may go out of a cycle by itself: a correction goes out of a completed one too, and recipients are reminded of it.</summary>
    internal static async Task<bool> IsRunningAsync(IRowStore rows, Cycle cycle, CancellationToken cancellationToken) => !cycle.IsFinished
        || await rows.ListAsync<Correction>(cycle.Id.Text, RowRange.Prefix(Correction.RowPrefix), cancellationToken)
            .AnyAsync(correction => !correction.IsOver || correction.State == CorrectionState.Sent, cancellationToken);

    /// <summary>Refuses where there is such a cycle.</summary>
    /// <exception cref="RecordsException">There is.</exception>
    public async Task MustBeFreeAsync(CycleId id, CancellationToken cancellationToken)
    {
        if (await new CycleStore(to).FindAsync(id, cancellationToken) is not null)
        {
            throw ThereIs(id);
        }
    }

    // What waits in the copy may have been mailed since where it was taken from: nobody can ask about that, so it goes out marked.
    private static string MayHaveGone(CycleId id, Row row) =>
        (row.Key.StartsWith(LetterDelivery.LetterPrefix, StringComparison.Ordinal)
            || row.Key.StartsWith(LetterDelivery.ReminderPrefix, StringComparison.Ordinal))
        && StoredRecords.Read<LetterDelivery>(id.Text, row) is { State: DeliveryState.Pending } waiting
            ? JsonSerializer.Serialize(waiting with { PossibleDuplicate = true }, AwardJson.Own)
            : row.Json;

    // One that pages cannot read would be in the way there, and there is no command that takes it away.
    private async Task MustBeReadableAsync(IStorage from, Cycle cycle, bool rowsAlone, CancellationToken cancellationToken)
    {
        var whole = rowsAlone ? new StorageView(from.Rows, to.Uploads, to.Letters, to.Results) : from;
        if (await new CycleCheck(whole, cycle).OriginsAsync(cancellationToken) is [var fault, ..])
        {
            throw new RecordsException(rowsAlone
                ? $"This export has rows alone, and where they go this is not right: {fault} Restore the blobs of the account first (soft delete, point in time), or take an archive."
                : $"The cycle '{cycle.Id}' cannot be read as it is there: {fault} Nothing of it was restored.");
        }
    }

    private async Task<bool> AddAsync(IStorage from, CycleId id, CancellationToken cancellationToken)
    {
        // As it was, byte for byte.
        var row = await from.Rows.FindAsync(id.Text, Cycle.Row, cancellationToken);
        return await to.Rows.CommitAsync(id.Text, RowChange.Add(row!.Key, row.Json), cancellationToken) is not null;
    }

    private async Task<bool> AddPausedAsync(Cycle cycle, RestoreOrigin origin, Actor by, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        // Also where it was paused: whoever lets it go on here has to know that this is a copy.
        var reason = RecordsTexts.PausedAnew(RecordsTexts.PausedByRestore.Thai, cycle.Paused);
        var entry = new TrailEntry(TrailKind.Paused, by, now)
        {
            Reason = reason,
            Before = TrailValues.Of(("state", cycle.Paused is null ? cycle.State : CycleState.Paused)),
            After = TrailValues.Of(("restoredFrom", origin.Sha256), ("madeAt", origin.MadeAt)),
        };
        return await new CycleStore(to)
            .TryCommitAsync(cycle with { Version = "", Paused = new PersonsWord(now, by.Name, reason) }, [], entry, cancellationToken) is not null;
    }

    // Small ones several at a time, each read whole: an archive's files can only be read one after the other.
    private async Task<int> CopyAsync(IBlobContainer from, IBlobContainer into, string prefix, CancellationToken cancellationToken)
    {
        var (together, bytes, count) = (new List<NewBlob>(), 0L, 0);
        async Task WriteAsync()
        {
            to.RequireRoom();
            await into.WriteAsync(together, cancellationToken);
            (together, bytes) = ([], 0);
        }

        await foreach (var blob in from.ListAsync(prefix, cancellationToken))
        {
            if (together.Count == MostTogether || bytes + blob.Length > MostBytesTogether)
            {
                await WriteAsync();
            }
            await using var content = await from.OpenExistingAsync(blob.Name, cancellationToken);
            if (blob.Length > MostBytesTogether)
            {
                to.RequireRoom();
                await into.WriteAsync(new NewBlob(blob.Name, content, BlobContainers.ContentType(blob.Name)), cancellationToken);
            }
            else
            {
                together.Add(new NewBlob(blob.Name, await BinaryData.FromStreamAsync(content, cancellationToken), BlobContainers.ContentType(blob.Name)));
                bytes += blob.Length;
            }
            count++;
        }
        if (together.Count > 0)
        {
            await WriteAsync();
        }
        return count;
    }

    private static RecordsException ThereIs(CycleId id) =>
        new($"There is a cycle '{id}' already. A restore never writes over one: restore into another, empty installation.");
}
