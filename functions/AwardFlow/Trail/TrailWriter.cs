using AwardFlow.Storage;

namespace AwardFlow.Trail;

/// <summary>Writes to trails: changes and the line that tells of them, in one commit.</summary>
/// <param name="rows">Where trails are kept.</param>
public sealed class TrailWriter(IRowStore rows)
{
    /// <summary>The most changes that a line takes along: it takes three of a commit's rows itself.</summary>
    public const int MostChanges = RowLimits.MostChanges - 3;

    /// <summary>The end of a partition's trail; one without lines where there is none yet.</summary>
    /// <inheritdoc cref="IRowStore.FindAsync" path="/exception"/>
    public async Task<TrailHead> HeadAsync(string partition, CancellationToken cancellationToken) =>
        await rows.FindAsync<TrailHead>(partition, TrailHead.Row, cancellationToken) ?? new TrailHead { Partition = partition, Key = TrailHead.Row };

    /// <summary>Makes changes and writes their line. Where only another line came first, it is done again behind that one.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="changes">The changes, perhaps none; at most <see cref="MostChanges"/>.</param>
    /// <param name="entry">What the line says.</param>
    /// <param name="cancellationToken">Stops waiting; the changes may then be made or not.</param>
    /// <returns>The new versions, those of the changes first; or which change's condition did not hold, and then nothing was written.</returns>
    /// <exception cref="StorageException">Storage did not take it, or it is unknown whether it did, or the trail was tampered with.</exception>
    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<RowChange> changes, TrailEntry entry, CancellationToken cancellationToken) =>
        CommitAsync(partition, _ => changes, entry, cancellationToken);

    /// <summary>The same with changes that keep what the trail then adds up to.</summary>
    /// <inheritdoc cref="CommitAsync(string, IReadOnlyList{RowChange}, TrailEntry, CancellationToken)"/>
    public async Task<CommitResult> CommitAsync(
        string partition, Func<TrailMark, IReadOnlyList<RowChange>> changes, TrailEntry entry, CancellationToken cancellationToken)
    {
        var head = await HeadAsync(partition, cancellationToken);
        while (true)
        {
            if (await CommitAsync(head, changes, entry, cancellationToken) is { } result)
            {
                return result;
            }
            var before = head;
            head = await HeadAsync(partition, cancellationToken);
            if (head.Version == before.Version)
            {
                throw new StorageException(
                    StorageFault.Damaged, $"The trail of '{partition}' has a line behind its end: storage was tampered with. 'verify' says more.");
            }
        }
    }

    /// <summary>Makes changes and writes their line, if nothing was written to the trail since its end was read.</summary>
    /// <param name="head">The trail's end as it was read.</param>
    /// <param name="changes">The changes, given what the trail then adds up to; at most <see cref="MostChanges"/>.</param>
    /// <param name="entry">What the line says.</param>
    /// <param name="cancellationToken">Stops waiting; the changes may then be made or not.</param>
    /// <returns>
    /// The new versions, those of the changes first; or which change's condition did
    /// not hold; null where the trail went on meanwhile. Then nothing was written.
    /// </returns>
    /// <exception cref="StorageException">Storage did not take it, or it is unknown whether it did.</exception>
    public async Task<CommitResult?> CommitAsync(
        TrailHead head, Func<TrailMark, IReadOnlyList<RowChange>> changes, TrailEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(head);
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(entry);
        var (after, written) = Next(head, entry);
        var own = changes(after.Mark);
        var result = await rows.CommitAsync(
            head.Partition, [.. own, .. written, head.Version.Length == 0 ? RowChange.Add(after) : RowChange.Replace(after)], cancellationToken);
        return result.IsCommitted || result.Failed < own.Count ? result : null;
    }

    /// <summary>The end behind one more line, and the rows of that line: the line itself, and its values where it has some.</summary>
    internal static (TrailHead After, IReadOnlyList<RowChange> Rows) Next(TrailHead head, TrailEntry entry)
    {
        var number = head.Lines + 1;
        if (entry.TellsHead)
        {
            entry = entry with { After = new Dictionary<string, string>(entry.After ?? TrailValues.Of(), StringComparer.Ordinal) { ["trail"] = head.Sha256 } };
        }
        var values = TrailValues.Salted(entry) is { } salted ? RowChange.Add(salted with { Key = TrailValues.KeyOf(number) }) : null;
        var line = new TrailLine
        {
            Of = head.Partition,
            Number = number,
            At = entry.At,
            Kind = entry.Kind,
            By = entry.By,
            Subject = entry.Subject,
            Reason = entry.Reason,
            Values = values is null ? null : TrailValues.Sha256(values.Json!),
            Previous = head.Sha256,
        }.Json();
        var after = head with { Lines = number, Sha256 = TrailValues.Sha256(line) };
        return (after, values is null ? [RowChange.Add(TrailLine.KeyOf(number), line)] : [RowChange.Add(TrailLine.KeyOf(number), line), values]);
    }
}
