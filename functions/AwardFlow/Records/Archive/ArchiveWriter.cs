using System.Globalization;
using System.Text.Json;
using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Records.Bags;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Archive;

/// <summary>
/// Writes all of a cycle as one zip: a bag by RFC 8493 that people read, that proves itself, and that brings the cycle back.
/// It is streamed: what is held in memory does not grow with the letters.
/// </summary>
/// <param name="settings">How mail is sent.</param>
/// <param name="time">The clock.</param>
public sealed class ArchiveWriter(MailSettings settings, TimeProvider time)
{
    /// <summary>Says in <c>bag-info.txt</c> how a bag is laid out.</summary>
    internal const string FormatLabel = "AwardFlow-Format";

    /// <summary>The layout that is written, and read.</summary>
    internal const string Format = "archive-1";

    /// <summary>The layout of an export: the rows without the files, for a storage that still has those.</summary>
    internal const string RowsFormat = "rows-1";

    /// <summary>Says in <c>bag-info.txt</c> which cycle it is.</summary>
    internal const string CycleLabel = "AwardFlow-Cycle";

    /// <summary>Says in <c>bag-info.txt</c> when it was made.</summary>
    internal const string MadeAtLabel = "AwardFlow-Made-At";

    private static readonly JsonSerializerOptions Readable = new(AwardJson.Own) { WriteIndented = true };

    /// <summary>The name of a cycle's archive, as a file.</summary>
    public static string FileName(CycleId id) => $"{id}-archive.zip";

    /// <summary>Writes an archive.</summary>
    /// <param name="snapshot">The cycle.</param>
    /// <param name="to">Where it goes, forwards only; it stays open.</param>
    /// <param name="cancellationToken">Stops waiting; what was written by then is no archive.</param>
    /// <returns>The SHA-256 of the bag's tag manifest, which stands for all of it.</returns>
    /// <exception cref="StorageException">Storage cannot answer.</exception>
    public async Task<string> WriteAsync(CycleSnapshot snapshot, Stream to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(to);
        var at = time.GetUtcNow();
        await using var zip = await ZipSink.CreateAsync(to, Path.GetFileNameWithoutExtension(FileName(snapshot.Cycle.Id)), at, cancellationToken);
        await using var bag = new BagWriter(zip);
        var (cycle, storage) = (snapshot.Cycle, snapshot.Storage);
        var cycles = new CycleStore(storage);
        var draft = await cycles.DraftAsync(cycle, cancellationToken);
        var definition = cycle.IsDraft ? null : await cycles.DefinitionAsync(cycle, cancellationToken);

        await bag.AddAsync("README.txt", ArchiveReadme.Of(cycle, definition), cancellationToken);
        await bag.AddAsync("cycle.json", JsonSerializer.Serialize(cycle, Readable), cancellationToken);
        await bag.AddAsync("definition.json", JsonSerializer.Serialize(draft.Document, Readable), cancellationToken);
        foreach (var (name, columns, rows) in new ArchiveSheets(storage, cycle).All(cancellationToken))
        {
            await using var csv = await SpooledCsv.WriteAsync(columns, rows, cancellationToken);
            await bag.AddAsync(name, csv, cancellationToken);
        }
        await bag.AddAsync("trail.jsonl", new TrailReader(storage.Rows).JsonAsync(cycle.Id.Text, cancellationToken), cancellationToken);
        await AddBlobsAsync(bag, storage, cycle, cancellationToken);
        await using (var mails = await SpooledCsv.WriteAsync(
            ArchivedMails.Columns, MailsAsync(bag, storage, cycle, definition, cancellationToken), cancellationToken))
        {
            await bag.AddAsync("mails.csv", mails, cancellationToken);
        }
        await bag.AddAsync(
            ArchivedRows.File, storage.Rows.ListAsync(cycle.Id.Text, RowRange.All, cancellationToken).Select(ArchivedRows.Line), cancellationToken);
        return await bag.FinishAsync(Info(cycle, definition, at, Format), cancellationToken);
    }

    /// <summary>Writes an export: the rows alone, with the trail as people read it. It is brought back where the cycle's files still are.</summary>
    /// <inheritdoc cref="WriteAsync" path="/param"/>
    /// <inheritdoc cref="WriteAsync" path="/returns"/>
    /// <inheritdoc cref="WriteAsync" path="/exception"/>
    public async Task<string> WriteRowsAsync(CycleSnapshot snapshot, Stream to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(to);
        var (at, cycle, rows) = (time.GetUtcNow(), snapshot.Cycle, snapshot.Storage.Rows);
        await using var zip = await ZipSink.CreateAsync(to, $"{cycle.Id}-rows", at, cancellationToken);
        await using var bag = new BagWriter(zip);
        await bag.AddAsync("README.txt", ArchiveReadme.OfRows(cycle), cancellationToken);
        await bag.AddAsync("trail.jsonl", new TrailReader(rows).JsonAsync(cycle.Id.Text, cancellationToken), cancellationToken);
        await bag.AddAsync(ArchivedRows.File, rows.ListAsync(cycle.Id.Text, RowRange.All, cancellationToken).Select(ArchivedRows.Line), cancellationToken);
        return await bag.FinishAsync(Info(cycle, definition: null, at, RowsFormat), cancellationToken);
    }

    // Written as the sheet that lists them is.
    private async IAsyncEnumerable<object?[]> MailsAsync(
        BagWriter bag,
        IStorage storage,
        Cycle cycle,
        CycleDefinition? definition,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (definition is null)
        {
            yield break;
        }
        await foreach (var (name, mail, row) in new ArchivedMails(storage, settings, time).OfAsync(cycle, definition, cancellationToken))
        {
            using var message = mail.Message;
            using var eml = new MemoryStream();
            await message.WriteToAsync(eml, cancellationToken);
            eml.Position = 0;
            await bag.AddAsync($"mails/{name}", eml, cancellationToken);
            yield return ArchivedMails.Cells(name, row);
        }
    }

    private static async Task AddBlobsAsync(BagWriter bag, IStorage storage, Cycle cycle, CancellationToken cancellationToken)
    {
        var refused = await RefusedFiles.BlobsAsync(storage, cycle.Id, cancellationToken);
        foreach (var name in BlobContainers.Names)
        {
            var container = storage.Container(name);
            await foreach (var blob in container.ListAsync($"{cycle.Id}/", cancellationToken))
            {
                if (name == "uploads" && refused.Contains(blob.Name))
                {
                    continue;
                }
                // Gone since it was listed: an entry that has no letter any more.
                if (await container.OpenAsync(blob.Name, cancellationToken) is { } content)
                {
                    await using (content)
                    {
                        await bag.AddAsync(ArchivedBlobs.PathOf(name, cycle.Id, blob.Name), content, cancellationToken);
                    }
                }
            }
        }
    }

    private static IEnumerable<(string, string)> Info(Cycle cycle, CycleDefinition? definition, DateTimeOffset at, string format) =>
    [
        ("Source-Organization", definition?.Organiser.Name ?? ""),
        ("Organization-Address", definition?.Organiser.Address ?? ""),
        ("Contact-Phone", definition?.Organiser.Phone ?? ""),
        ("Contact-Email", definition?.Organiser.SarabanEmail ?? ""),
        ("External-Identifier", cycle.Id.Text),
        ("External-Description", definition?.Title ?? cycle.Id.Text),
        ("Bagging-Date", at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ("Bag-Software-Agent", $"AwardFlow {typeof(ArchiveWriter).Assembly.GetName().Version?.ToString(3)}"),
        (FormatLabel, format),
        (CycleLabel, cycle.Id.Text),
        ("AwardFlow-State", JsonNamingPolicy.CamelCase.ConvertName(cycle.State.ToString())),
        (MadeAtLabel, at.ToString("O", CultureInfo.InvariantCulture)),
        ("AwardFlow-Trail", string.Create(CultureInfo.InvariantCulture, $"{cycle.Trail?.Lines ?? 0} {cycle.Trail?.Sha256}")),
    ];
}
