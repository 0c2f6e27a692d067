using System.Net;
using System.Runtime.CompilerServices;
using AwardFlow.Storage;
using Azure;
using Azure.Data.Tables;

namespace AwardFlow.Cycles;

/// <summary>Keeps cycles and their definitions. Every change is made against the row that was read, so that none is lost.</summary>
/// <param name="storage">Where they are kept.</param>
public sealed class CycleStore(AwardStorage storage)
{
    /// <summary>One cycle as it stands.</summary>
    /// <exception cref="CycleNotFoundException">There is none with this id.</exception>
    public async Task<Cycle> GetAsync(CycleId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new CycleNotFoundException(id);

    /// <summary>One cycle, or null.</summary>
    public async Task<Cycle?> FindAsync(CycleId id, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (!CycleId.IsValid(id.Text))
        {
            return null;
        }
        var row = await storage.Cycles.GetEntityIfExistsAsync<Cycle>(id.Text, Cycle.Row, cancellationToken: cancellationToken);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>All cycles, by id.</summary>
    public async IAsyncEnumerable<Cycle> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var cycle in storage.Cycles.QueryAsync<Cycle>($"RowKey eq '{Cycle.Row}'", cancellationToken: cancellationToken))
        {
            yield return cycle;
        }
    }

    /// <summary>The definition that a cycle stands on.</summary>
    public async Task<CycleDefinition> DefinitionAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        return await storage.Uploads.ReadJsonAsync<CycleDefinition>(DefinitionBlob(cycle.Id, cycle.DefinitionSha256), cancellationToken);
    }

    /// <summary>Creates a cycle.</summary>
    /// <exception cref="CycleConflictException">Somebody else created it in the same moment.</exception>
    public async Task<Cycle> CreateAsync(CycleDefinition definition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var cycle = new Cycle
        {
            PartitionKey = definition.Id,
            ClosesAt = definition.ClosesAt,
            DefinitionSha256 = await KeepAsync(definition, cancellationToken),
        };
        try
        {
            await storage.Cycles.AddEntityAsync(cycle, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.Conflict)
        {
            // Storage may have taken it although its first answer was lost on the way.
            if (await GetAsync(definition.Id, cancellationToken) is { State: CycleState.Open, Uploads: 0 } found && found.DefinitionSha256 == cycle.DefinitionSha256)
            {
                return found;
            }
            throw new CycleConflictException(DefinitionTexts.JustCreated(definition.Id));
        }
        return await GetAsync(definition.Id, CancellationToken.None);
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
    public async Task<Cycle> ChangeAsync(CycleId id, Func<Cycle, Cycle> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        while (true)
        {
            var before = await GetAsync(id, cancellationToken);
            var after = change(before);
            if (after == before)
            {
                return before;
            }
            if (await TryReplaceAsync(after, cancellationToken))
            {
                // The change is made, so nothing that follows from it may be cut off here.
                return await GetAsync(id, CancellationToken.None);
            }
        }
    }

    /// <summary>Writes a row if nobody changed it since it was read.</summary>
    /// <param name="cycle">The row, with the entity tag that it was read with.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>False where somebody changed it meanwhile; then nothing was written.</returns>
    public async Task<bool> TryReplaceAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        try
        {
            await storage.Cycles.UpdateEntityAsync(cycle, cycle.ETag, TableUpdateMode.Replace, cancellationToken);
            return true;
        }
        catch (RequestFailedException e) when (e.Status == (int)HttpStatusCode.PreconditionFailed)
        {
            return false;
        }
    }

    private static string DefinitionBlob(CycleId id, string sha256) => $"{id}/{sha256}.json";
}
