using System.Security.Cryptography;
using AwardFlow.Cycles;
using AwardFlow.Storage;

namespace AwardFlow.Approvals;

/// <summary>
/// Keeps manifests and their pages, each named by the SHA-256 of its content. What is read is held against its name, so a
/// manifest that was approved says the same for ever, or nothing.
/// </summary>
/// <param name="storage">Where they are kept.</param>
public sealed class ManifestStore(IStorage storage)
{
    // Pages in memory and under way at a time.
    private const int AtOnce = 16;

    /// <summary>Keeps a page.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="entries">The page's entries, in the order of their codes.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>Its SHA-256.</returns>
    public async Task<string> WritePageAsync(CycleId cycle, IReadOnlyList<ManifestEntry> entries, CancellationToken cancellationToken)
    {
        var sha256 = JsonBlobs.Sha256(entries);
        await storage.Results.WriteJsonAsync(PageName(cycle, sha256), entries, cancellationToken);
        return sha256;
    }

    /// <summary>Keeps a manifest.</summary>
    /// <returns>Its SHA-256.</returns>
    public async Task<string> WriteAsync(Manifest manifest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var sha256 = JsonBlobs.Sha256(manifest);
        await storage.Results.WriteJsonAsync(Name(manifest.Cycle, sha256), manifest, cancellationToken);
        return sha256;
    }

    /// <summary>A manifest.</summary>
    /// <exception cref="StorageException">It is missing, or was altered.</exception>
    public Task<Manifest> ReadAsync(CycleId cycle, string sha256, CancellationToken cancellationToken) =>
        ReadAsync<Manifest>(Name(cycle, sha256), sha256, cancellationToken);

    /// <summary>A manifest, or null where none of this hash was ever made.</summary>
    /// <exception cref="StorageException">It was altered.</exception>
    public async Task<Manifest?> FindAsync(CycleId cycle, string sha256, CancellationToken cancellationToken) =>
        IsSha256(sha256) && await storage.Results.ExistsAsync(Name(cycle, sha256), cancellationToken)
            ? await ReadAsync(cycle, sha256, cancellationToken)
            : null;

    /// <summary>What an approver saw of the entries of one page of results.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="manifestSha256">The manifest.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="StorageException">It is missing, or was altered.</exception>
    public async Task<IReadOnlyList<ManifestEntry>> ReadPageAsync(CycleId cycle, string manifestSha256, int page, CancellationToken cancellationToken)
    {
        var manifest = await ReadAsync(cycle, manifestSha256, cancellationToken);
        return await EntriesAsync(cycle, manifest.Pages[page - 1], cancellationToken);
    }

    /// <summary>The entries of a page that is named by its hash.</summary>
    /// <exception cref="StorageException">It is missing, or was altered.</exception>
    public async Task<IReadOnlyList<ManifestEntry>> EntriesAsync(CycleId cycle, string pageSha256, CancellationToken cancellationToken) =>
        await ReadAsync<ManifestEntry[]>(PageName(cycle, pageSha256), pageSha256, cancellationToken);

    /// <summary>Keeps the manifest that differs from another in one entry.</summary>
    /// <param name="before">The SHA-256 of the other.</param>
    /// <param name="page">The entry's page, from 1.</param>
    /// <param name="entry">The entry as it is to be.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <param name="cycle">The cycle.</param>
    /// <returns>Its SHA-256.</returns>
    /// <exception cref="StorageException">The other is missing, or was altered.</exception>
    public async Task<string> ReplaceAsync(CycleId cycle, string before, int page, ManifestEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var manifest = await ReadAsync(cycle, before, cancellationToken);
        var entries = await EntriesAsync(cycle, manifest.Pages[page - 1], cancellationToken);
        var sha256 = await WritePageAsync(cycle, [.. entries.Select(each => each.EntryCode == entry.EntryCode ? entry : each)], cancellationToken);
        return await WriteAsync(manifest with { Pages = [.. manifest.Pages.Select((each, index) => index == page - 1 ? sha256 : each)] }, cancellationToken);
    }

    /// <summary>Where two manifests differ.</summary>
    /// <param name="before">What an approver saw.</param>
    /// <param name="after">What there is now.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="StorageException">A page is missing, or was altered.</exception>
    public async Task<ManifestChange> ChangeAsync(Manifest before, Manifest after, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (
            await EntriesAsync(before, before.Pages.Except(after.Pages, StringComparer.Ordinal), cancellationToken),
            await EntriesAsync(after, after.Pages.Except(before.Pages, StringComparer.Ordinal), cancellationToken));
        var codes = old.Keys.Union(now.Keys)
            .Where(code => !Equals(old.GetValueOrDefault(code), now.GetValueOrDefault(code)))
            .OrderBy(code => code.Text, StringComparer.Ordinal).ToList();
        return new ManifestChange
        {
            Definition = before.DefinitionSha256 != after.DefinitionSha256,
            Pictures = before.Emblem != after.Emblem || before.Signature != after.Signature,
            Results = before.ResultsSha256 != after.ResultsSha256 || before.ResultPartsSha256 != after.ResultPartsSha256,
            Count = codes.Count,
            Entries = [.. codes.Take(ManifestChange.Most).Select(code => ManifestChange.Of(code, old.GetValueOrDefault(code), now.GetValueOrDefault(code)))],
        };
    }

    /// <summary>Whether a text can be a SHA-256 in lower-case hex.</summary>
    public static bool IsSha256(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    private async Task<Dictionary<EntryCode, ManifestEntry>> EntriesAsync(Manifest manifest, IEnumerable<string> pages, CancellationToken cancellationToken)
    {
        var entries = new Dictionary<EntryCode, ManifestEntry>();
        foreach (var some in pages.Chunk(AtOnce))
        {
            foreach (var entry in (await Task.WhenAll(some.Select(page => EntriesAsync(manifest.Cycle, page, cancellationToken)))).SelectMany(page => page))
            {
                entries[entry.EntryCode] = entry;
            }
        }
        return entries;
    }

    private async Task<T> ReadAsync<T>(string name, string sha256, CancellationToken cancellationToken)
    {
        var content = await storage.Results.GetAsync(name, cancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(content.ToMemory().Span)) == sha256
            ? JsonBlobs.Read<T>(content, name)
            : throw new StorageException(StorageFault.Damaged, $"The blob {name} is not what its name says: it was altered. Put it back from a backup.");
    }

    private static string Name(CycleId cycle, string sha256) => $"{cycle}/manifests/{sha256}.json";

    private static string PageName(CycleId cycle, string sha256) => $"{cycle}/manifests/pages/{sha256}.json";
}
