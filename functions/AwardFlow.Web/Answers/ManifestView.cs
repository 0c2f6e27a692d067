using AwardFlow.Approvals;
using AwardFlow.Cycles;

namespace AwardFlow.Web.Answers;

/// <summary>What is approved, for callers: the manifest with all its pages.</summary>
public sealed record ManifestView
{
    // Pages that are read side by side.
    private const int AtOnce = 16;

    /// <summary>Its SHA-256.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The cycle.</summary>
    public required CycleId Cycle { get; init; }

    /// <summary>The round of its letters, from 1.</summary>
    public required int Round { get; init; }

    /// <summary>SHA-256 of the definition.</summary>
    public required string DefinitionSha256 { get; init; }

    /// <summary>SHA-256 of the frozen results.</summary>
    public required string ResultsSha256 { get; init; }

    /// <summary>SHA-256 of the hashes of the pages of the results; null where an earlier version closed.</summary>
    public string? ResultPartsSha256 { get; init; }

    /// <summary>The emblem, named by its SHA-256; null for none.</summary>
    public string? Emblem { get; init; }

    /// <summary>The picture of the signature, named by its SHA-256; null for none.</summary>
    public string? Signature { get; init; }

    /// <summary>The pages: the SHA-256 of each, and its entries.</summary>
    public required IReadOnlyList<Page> Pages { get; init; }

    internal static async Task<ManifestView> OfAsync(string sha256, Manifest manifest, ManifestStore manifests, CancellationToken cancellationToken)
    {
        var pages = new List<Page>();
        foreach (var some in manifest.Pages.Chunk(AtOnce))
        {
            pages.AddRange(
                await Task.WhenAll(some.Select(async page => new Page(page, await manifests.EntriesAsync(manifest.Cycle, page, cancellationToken)))));
        }
        return new ManifestView
        {
            Sha256 = sha256,
            Cycle = manifest.Cycle,
            Round = manifest.Round,
            DefinitionSha256 = manifest.DefinitionSha256,
            ResultsSha256 = manifest.ResultsSha256,
            ResultPartsSha256 = manifest.ResultPartsSha256,
            Emblem = manifest.Emblem,
            Signature = manifest.Signature,
            Pages = pages,
        };
    }

    /// <summary>A page.</summary>
    /// <param name="Sha256">The SHA-256 of its entries as they are stored.</param>
    /// <param name="Entries">The entries: address and SHA-256 of each document.</param>
    public sealed record Page(string Sha256, IReadOnlyList<ManifestEntry> Entries);
}
