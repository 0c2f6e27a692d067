using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Cycles;

/// <summary>Keeps cycles and their definitions. Every change is made against the row that was read, so that none is lost.</summary>
/// <param name="storage">Where they are kept.</param>
public sealed class CycleStore(IStorage storage)
{
    /// <summary>What the keys of marks begin with that say, among the installation's records, which cycles are being erased.</summary>
    internal const string ErasingPrefix = "erasing!";

    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>One cycle as it stands.</summary>
    /// <exception cref="CycleNotFoundException">There is none with this id.</exception>
    public async Task<Cycle> GetAsync(CycleId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new CycleNotFoundException(id.Text);

    /// <summary>One cycle, or null.</summary>
    public async Task<Cycle?> FindAsync(CycleId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        return CycleId.IsValid(id.Text) ? await storage.Rows.FindAsync<Cycle>(id.Text, Cycle.Row, cancellationToken) : null;
    }

    /// <summary>Whether something is left of a cycle of this id that is being erased: none is made of it until that is done.</summary>
    public async Task<bool> IsBeingErasedAsync(CycleId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        return await storage.Rows.FindAsync(CycleTrails.Records, ErasingPrefix + id.Text, cancellationToken) is not null;
    }

    /// <summary>All cycles, by id.</summary>
    public async IAsyncEnumerable<Cycle> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var named in storage.Rows.ListAsync(Catalogue.Partition, RowRange.All, cancellationToken))
        {
            // It is named before it is there.
            if (await FindAsync(CycleId.Parse(named.Key), cancellationToken) is { } cycle)
            {
                yield return cycle;
            }
        }
    }

    /// <summary>The definition that a cycle stands on.</summary>
    public async Task<CycleDefinition> DefinitionAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return cycle.IsDraft
            ? (await DraftAsync(cycle, cancellationToken)).Definition
            : await ReadAsync(DefinitionBlob(cycle.Id, cycle.DefinitionSha256), cycle.DefinitionSha256, cancellationToken);
    }

    // Letters and mails are written from it, so it is held against its name.
    private async Task<CycleDefinition> ReadAsync(string name, string sha256, CancellationToken cancellationToken)
    {
        var content = await storage.Uploads.GetAsync(name, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span)) == sha256
            ? JsonBlobs.Read<CycleDefinition>(content, name)
            : throw new StorageException(StorageFault.Damaged, $"The blob {name} is not what its name says: it was altered. Put it back from a backup.");
    }

    /// <summary>A cycle's definition as it was written, with what it lacks. It may be a draft's.</summary>
    public async Task<DefinitionDraft> DraftAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return await DocumentAsync(cycle.Id, cycle.DefinitionSha256, cancellationToken);
    }

    /// <summary>A definition of a cycle's history, as it was written.</summary>
    /// <param name="id">The cycle.</param>
    /// <param name="sha256">The definition's SHA-256.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<DefinitionDraft> DocumentAsync(CycleId id, string sha256, CancellationToken cancellationToken) =>
        CycleDefinitionReader.ReadDraft((await storage.Uploads.GetAsync(DefinitionBlob(id, sha256), cancellationToken)).ToMemory().Span);

    /// <summary>Who changed a cycle's definition, and what belongs to it, and when, in order.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public IAsyncEnumerable<DefinitionChange> ChangesAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return storage.Rows.ListAsync<DefinitionChange>(cycle.Id.Text, RowRange.Prefix(DefinitionChange.RowPrefix), cancellationToken);
    }

    /// <summary>Creates a cycle that is open.</summary>
    /// <exception cref="CycleConflictException">Somebody else created it in the same moment.</exception>
    public async Task<Cycle> CreateAsync(CycleDefinition definition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var cycle = Cycle.New(definition) with { DefinitionSha256 = await KeepAsync(definition, cancellationToken) };
        return await TryCreateAsync(cycle, new DefinitionChange { Kind = DefinitionChangeKind.Created }, by: null, cancellationToken)
            ?? throw new CycleConflictException(DefinitionTexts.JustCreated(definition.Id));
    }

    /// <summary>Creates a cycle with the first line of its definition's history.</summary>
    /// <param name="cycle">Its row, with the SHA-256 of a definition that was kept.</param>
    /// <param name="change">What is created and when.</param>
    /// <param name="by">Who creates it; null where nobody is known.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The row as it now is; null where there is such a cycle, and nothing was written.</returns>
    /// <exception cref="CycleConflictException">One of this id is being erased.</exception>
    public async Task<Cycle?> TryCreateAsync(Cycle cycle, DefinitionChange change, Actor? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(change);
        if (await IsBeingErasedAsync(cycle.Id, cancellationToken))
        {
            throw new CycleConflictException(DefinitionTexts.BeingErased(cycle.Id));
        }
        await storage.Rows.CommitAsync(Catalogue.Partition, Catalogue.Name(cycle.Id.Text), cancellationToken);
        var (counted, line, entry) = change.On(cycle, cycle, by);
        return await TryCommitAsync(counted, [RowChange.Add(line)], entry, cancellationToken);
    }

    /// <summary>
    /// Writes a change of the definition, or of what belongs to it, with its line of the history, if nobody changed the row since it was read.
    /// </summary>
    /// <param name="before">The row as it was read.</param>
    /// <param name="after">The row with the change.</param>
    /// <param name="change">What is changed and when.</param>
    /// <param name="by">Who changes it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The row as it now is; null where somebody changed it meanwhile, and nothing was written.</returns>
    public async Task<Cycle?> TryChangeAsync(Cycle before, Cycle after, DefinitionChange change, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(change);
        var (counted, line, entry) = change.On(before, after, by);
        return await TryCommitAsync(counted, [RowChange.Add(line)], entry, cancellationToken);
    }

    /// <summary>Stores a definition among the cycle's uploads and says its SHA-256.</summary>
    public async Task<string> KeepAsync(CycleDefinition definition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var sha256 = JsonBlobs.Sha256(definition);
        await storage.Uploads.WriteJsonAsync(DefinitionBlob(definition.Id, sha256), definition, cancellationToken);
        return sha256;
    }

    /// <summary>Changes a cycle's row. Where somebody else changed it meanwhile, the change is made again on what they left.</summary>
    /// <param name="id">The cycle.</param>
    /// <param name="change">Gives the changed row, or the same one for no change; throws to refuse.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The row as it now is.</returns>
    /// <exception cref="CycleNotFoundException">There is none with this id.</exception>
    public Task<Cycle> ChangeAsync(CycleId id, Func<Cycle, Cycle> change, CancellationToken cancellationToken) =>
        ChangeAsync(id, change, (_, _) => null, cancellationToken);

    /// <summary>
    /// Changes a cycle's row, with a line of its trail. Where somebody else changed it meanwhile, the change is made again on what they left.
    /// </summary>
    /// <param name="id">The cycle.</param>
    /// <param name="change">Gives the changed row, or the same one for no change; throws to refuse.</param>
    /// <param name="entry">What the trail says of the row before and after; null for nothing.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The row as it now is.</returns>
    /// <exception cref="CycleNotFoundException">There is none with this id.</exception>
    public async Task<Cycle> ChangeAsync(CycleId id, Func<Cycle, Cycle> change, Func<Cycle, Cycle, TrailEntry?> entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(entry);
        while (true)
        {
            var before = await GetAsync(id, cancellationToken);
            var after = change(before);
            if (after == before)
            {
                return before;
            }
            if (entry(before, after) is not { } line)
            {
                if (await TryReplaceAsync(after, cancellationToken))
                {
                    // The change is made, so nothing that follows from it may be cut off here.
                    return await GetAsync(id, CancellationToken.None);
                }
            }
            else if (await TryCommitAsync(after, [], line, cancellationToken) is { } changed)
            {
                return changed;
            }
        }
    }

    /// <summary>Writes a cycle's row and what changes with it, with a line of its trail, if nobody changed the row since it was read.</summary>
    /// <param name="cycle">The row, with the version that it was read with; with none, it is a new one.</param>
    /// <param name="changes">Changes of other rows in the cycle's partition.</param>
    /// <param name="entry">What the trail says.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The row as it now is; null where a condition did not hold, and nothing was written.</returns>
    public async Task<Cycle?> TryCommitAsync(Cycle cycle, IReadOnlyList<RowChange> changes, TrailEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var marked = cycle;
        var result = await _trail.CommitAsync(
            cycle.Id.Text,
            mark =>
            {
                marked = cycle with { Trail = mark };
                return [cycle.Version.Length == 0 ? RowChange.Add(marked) : RowChange.Replace(marked), .. changes];
            },
            entry,
            cancellationToken);
        return result.IsCommitted ? marked with { Version = result.Versions[0] ?? "" } : null;
    }

    /// <summary>Writes a row if nobody changed it since it was read.</summary>
    /// <param name="cycle">The row, with the version that it was read with.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>False where somebody changed it meanwhile; then nothing was written.</returns>
    public async Task<bool> TryReplaceAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return await storage.Rows.CommitAsync(cycle.Id.Text, RowChange.Replace(cycle), cancellationToken) is not null;
    }

    /// <summary>Stores a definition that is being written and says its SHA-256.</summary>
    public async Task<string> KeepAsync(CycleId id, DefinitionDraft draft, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var sha256 = JsonBlobs.Sha256(draft.Document);
        await storage.Uploads.WriteJsonAsync(DefinitionBlob(id, sha256), draft.Document, cancellationToken);
        return sha256;
    }

    private static string DefinitionBlob(CycleId id, string sha256) => $"{id}/{sha256}.json";
}
