using System.Text;
using AwardFlow.Records.Bags;

namespace AwardFlow.IntegrationTests.Records;

/// <summary>An archive as anybody can make one: other content, and manifests that fit it.</summary>
internal static class RemadeArchive
{
    /// <summary>Writes an archive anew.</summary>
    /// <param name="path">The zip.</param>
    /// <param name="change">Gives a file's content by its path in the payload and what it is, each byte a character; null to leave it out.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static async Task WriteAsync(string path, Func<string, string, string?> change, CancellationToken cancellationToken)
    {
        await using (var from = await ZipBag.ReadAsync(path, cancellationToken))
        {
            var report = await BagCheck.OfAsync(from, cancellationToken);
            await using var file = File.Create($"{path}.made");
            await using var zip = await ZipSink.CreateAsync(file, "made", DateTimeOffset.UnixEpoch.AddYears(20), cancellationToken);
            await using var bag = new BagWriter(zip);
            foreach (var name in from.Lengths.Keys.Where(name => name.StartsWith(BagTag.Payload, StringComparison.Ordinal))
                .Select(name => name[BagTag.Payload.Length..]))
            {
                await using var content = await from.OpenAsync(BagTag.Payload + name, cancellationToken);
                var bytes = (await BinaryData.FromStreamAsync(content, cancellationToken)).ToArray();
                if (change(name, Encoding.Latin1.GetString(bytes)) is { } made)
                {
                    await bag.AddAsync(name, new MemoryStream(Encoding.Latin1.GetBytes(made)), cancellationToken);
                }
            }
            await bag.FinishAsync(
                report.Info.Where(line => !string.Equals(line.Key, BagTag.Oxum, StringComparison.OrdinalIgnoreCase)).Select(line => (line.Key, line.Value)),
                cancellationToken);
        }
        File.Move($"{path}.made", path, overwrite: true);
    }
}
