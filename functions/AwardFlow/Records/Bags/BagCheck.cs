using System.Security.Cryptography;
using System.Text;

namespace AwardFlow.Records.Bags;

/// <summary>Holds a bag against its own manifests (RFC 8493, section 3): every file is there, is named, and is as it was written.</summary>
internal static class BagCheck
{
    /// <summary>The most faults that are told.</summary>
    public const int MostFaults = 100;

    private const long LongestTag = 1_000_000;
    private const int LongestLine = 4000;

    /// <summary>Looks at every file of a bag, once.</summary>
    /// <exception cref="RecordsException">It is no bag.</exception>
    public static async Task<BagReport> OfAsync(IBagFiles bag, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        if (!(await TextAsync(bag, BagTag.Declaration, cancellationToken)).StartsWith("BagIt-Version: ", StringComparison.Ordinal)
            || bag.Lengths.ContainsKey(BagTag.Fetch))
        {
            throw new RecordsException("This is no archive or backup of AwardFlow: it is no bag that holds all of its files.");
        }
        var info = BagTag.ReadInfo(await TextAsync(bag, BagTag.Info, cancellationToken));
        var sha256 = await HashAsync(bag, BagTag.TagManifest, cancellationToken);
        var tags = await ManifestAsync(bag, BagTag.TagManifest, cancellationToken);
        foreach (var name in new[] { BagTag.Declaration, BagTag.Info, BagTag.Manifest }.Where(name => !tags.ContainsKey(name)))
        {
            faults.Add($"{name}: is not named in {BagTag.TagManifest}");
        }
        await HoldAsync(bag, tags, faults, cancellationToken);
        var manifest = await ManifestAsync(bag, BagTag.Manifest, cancellationToken);
        faults.AddRange(bag.Lengths.Keys.Where(name => name.StartsWith(BagTag.Payload, StringComparison.Ordinal)
            ? !manifest.ContainsKey(name)
            : name != BagTag.TagManifest && !tags.ContainsKey(name))
            .Order(StringComparer.Ordinal).Select(name => $"{name}: was added"));
        faults.AddRange(
            manifest.Keys.Where(name => !name.StartsWith(BagTag.Payload, StringComparison.Ordinal)).Select(name => $"{name}: is no file of the payload"));
        await HoldAsync(bag, manifest, faults, cancellationToken);
        var bytes = manifest.Keys.Sum(name => bag.Lengths.GetValueOrDefault(name));
        if (info.GetValueOrDefault(BagTag.Oxum) != BagTag.OxumText(bytes, manifest.Count))
        {
            faults.Add(
                $"{BagTag.Info}: {BagTag.Oxum} says {info.GetValueOrDefault(BagTag.Oxum) ?? "nothing"}, but it is {BagTag.OxumText(bytes, manifest.Count)}");
        }
        return new BagReport(info, [.. faults.Take(MostFaults)], manifest.Count, bytes, sha256);
    }

    /// <summary>The hashes that a manifest has, by file.</summary>
    /// <exception cref="RecordsException">It is missing, or no manifest.</exception>
    public static async Task<IReadOnlyDictionary<string, string>> ManifestAsync(IBagFiles bag, string name, CancellationToken cancellationToken)
    {
        MustHave(bag, name);
        var hashes = new Dictionary<string, string>(StringComparer.Ordinal);
        using var text = new StreamReader(
            await bag.OpenAsync(name, cancellationToken), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        await foreach (var line in BoundedLines.ReadAsync(text, LongestLine, cancellationToken))
        {
            // More lines than files say nothing that is so, and would fill memory.
            if (BagTag.ReadManifestLine(line) is not { } read || !hashes.TryAdd(read.Name, read.Sha256) || hashes.Count > bag.Lengths.Count + MostFaults)
            {
                throw new RecordsException($"{name}: is no manifest.");
            }
        }
        return hashes;
    }

    private static async Task HoldAsync(IBagFiles bag, IReadOnlyDictionary<string, string> hashes, List<string> faults, CancellationToken cancellationToken)
    {
        foreach (var (name, sha256) in hashes)
        {
            if (!bag.Lengths.ContainsKey(name))
            {
                faults.Add($"{name}: is missing");
                continue;
            }
            try
            {
                if (await HashAsync(bag, name, cancellationToken) != sha256)
                {
                    faults.Add($"{name}: was altered");
                }
            }
            catch (RecordsException e)
            {
                faults.Add(e.Message);
            }
        }
    }

    private static async Task<string> HashAsync(IBagFiles bag, string name, CancellationToken cancellationToken)
    {
        MustHave(bag, name);
        await using var content = await bag.OpenAsync(name, cancellationToken);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }

    private static async Task<string> TextAsync(IBagFiles bag, string name, CancellationToken cancellationToken)
    {
        MustHave(bag, name);
        if (bag.Lengths[name] > LongestTag)
        {
            throw new RecordsException($"{name}: is too long.");
        }
        using var text = new StreamReader(await bag.OpenAsync(name, cancellationToken));
        return await text.ReadToEndAsync(cancellationToken);
    }

    private static void MustHave(IBagFiles bag, string name)
    {
        if (!bag.Lengths.ContainsKey(name))
        {
            throw new RecordsException($"This is no archive or backup of AwardFlow: it has no {name}.");
        }
    }
}
