namespace AwardFlow.Storage;

/// <summary>
/// Where AwardFlow keeps what it knows: rows that are changed by conditions, and blobs. Two adapters carry it, Azure and
/// embedded, and one set of tests holds both to the same behaviour.
/// </summary>
public interface IStorage
{
    /// <summary>
    /// All rows. Those of a cycle share the partition that its id names, so that a change and its trace are one commit;
    /// prefixes of their keys keep the kinds apart.
    /// </summary>
    IRowStore Rows { get; }

    /// <summary>What people uploaded, as evidence: <c>{cycle}/{sha256}.{ext}</c>.</summary>
    IBlobContainer Uploads { get; }

    /// <summary>The rendered documents: <c>{cycle}/{entry}/letter.pdf</c>.</summary>
    IBlobContainer Letters { get; }

    /// <summary>Averages and ranks as they were frozen, and what was missing before: <c>{cycle}/…</c>.</summary>
    IBlobContainer Results { get; }

    /// <summary>Makes what is not there yet: tables, containers, folders.</summary>
    /// <exception cref="StorageException">It cannot be made.</exception>
    Task CreateAsync(CancellationToken cancellationToken);

    /// <summary>The clock that leases and dues go by: the service's where several servers share it, else this machine's.</summary>
    /// <param name="machine">This machine's clocks.</param>
    TimeProvider Clock(TimeProvider machine);

    /// <summary>
    /// Refuses to begin what could not be recorded: called before something that cannot be taken back, such as a mail.
    /// </summary>
    /// <exception cref="StorageException">There is hardly any room left.</exception>
    void RequireRoom();

    /// <summary>
    /// Sweeps what was deleted out of the storage's files, where it would otherwise lie until something else is written over
    /// it. The work is that of what was written lately, not of all there is. An account on Azure does so itself, when its soft
    /// delete is over.
    /// </summary>
    /// <exception cref="StorageException">Storage cannot do it now.</exception>
    Task ForgetDeletedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>
    /// Writes the storage's files anew where something was forgotten since this was last done: the work is that of all there
    /// is, so it is the sweep's, once.
    /// </summary>
    /// <exception cref="StorageException">Storage cannot do it now.</exception>
    Task CompactAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
