using System.Runtime.CompilerServices;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using CsvHelper;

namespace AwardFlow.Intake;

/// <summary>What counts in a cycle: the rows of its accepted uploads that were not undone, the later over the earlier.</summary>
/// <param name="storage">Where uploads are kept.</param>
public sealed class AcceptedRows(IStorage storage)
{
    // Codes and names stand in many rows; pooled, each is held once.
    private static readonly CsvReaderOptions ReaderOptions = new() { Separator = ',', MalformedData = CsvMalformedDataHandling.Throw, PoolStrings = true };

    /// <summary>The history that a cycle's row counts, in its order: uploads, and undos of uploads.</summary>
    public async Task<IReadOnlyList<Upload>> HistoryAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        // Numbered beyond the row's count are those that came after it was read.
        var counted = RowRange.Of(Upload.RowPrefix, Upload.KeyOf(cycle.Uploads + 1));
        return await storage.Rows.ListAsync<Upload>(cycle.Id.Text, counted, cancellationToken).ToListAsync(cancellationToken);
    }

    /// <summary>The uploads of a history that count.</summary>
    public static IReadOnlyList<Upload> Counting(IReadOnlyList<Upload> history)
    {
        var ended = UploadEnds.Of(history);
        return [.. history.Where(upload => upload.Kind is UploadKind.Entries or UploadKind.Scores && !ended.ContainsKey(upload.Number))];
    }

    /// <summary>The uploads that count, in their order.</summary>
    public async Task<IReadOnlyList<Upload>> UploadsAsync(Cycle cycle, CancellationToken cancellationToken) =>
        Counting(await HistoryAsync(cycle, cancellationToken));

    /// <summary>The cycle's entries, in the order in which they first came.</summary>
    public async Task<IReadOnlyList<Entry>> EntriesAsync(Cycle cycle, CancellationToken cancellationToken) =>
        await EntriesAsync(cycle, await UploadsAsync(cycle, cancellationToken), cancellationToken);

    /// <summary>The entries of some uploads, in the order in which they first came.</summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="uploads">Its uploads that are to count.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async Task<IReadOnlyList<Entry>> EntriesAsync(Cycle cycle, IReadOnlyList<Upload> uploads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(uploads);
        var entries = new OrderedDictionary<EntryCode, Entry>();
        foreach (var upload in uploads.Where(upload => upload.Kind == UploadKind.Entries))
        {
            await foreach (var entry in EntriesAsync(cycle, upload, cancellationToken))
            {
                entries[entry.Code] = entries.TryGetValue(entry.Code, out var earlier) ? entry with { Code = earlier.Code } : entry;
            }
        }
        return [.. entries.Values];
    }

    /// <summary>The entries of one upload, in its order.</summary>
    public async IAsyncEnumerable<Entry> EntriesAsync(Cycle cycle, Upload upload, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(upload);
        await using var csv = await OpenAsync(cycle, upload, cancellationToken);
        var columns = csv.Headers.ToArray();
        var (phone, postal, url) = (Array.IndexOf(columns, "phone"), Array.IndexOf(columns, "postal_address"), Array.IndexOf(columns, RowsWriter.UrlColumn));
        while (await csv.ReadAsync(cancellationToken))
        {
            yield return new Entry
            {
                Code = EntryCode.Unchecked(csv.GetString(0)),
                Project = csv.GetString(1),
                Organisation = csv.GetString(2),
                Addressee = csv.GetString(3),
                SarabanEmail = csv.GetString(4),
                Province = csv.GetString(5),
                // Not every list has these columns.
                Phone = TextOf(csv, phone),
                PostalAddress = TextOf(csv, postal),
                Url = TextOf(csv, url),
            };
        }
    }

    /// <summary>
    /// The scores of some uploads, in their order: of several for one entry, judge and criterion, the last counts. What a judge
    /// submitted counts as a whole for an entry: nothing before it stands for what it leaves out.
    /// </summary>
    /// <param name="cycle">The cycle.</param>
    /// <param name="uploads">Its uploads that are to count.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    public async IAsyncEnumerable<Score> ScoresAsync(Cycle cycle, IReadOnlyList<Upload> uploads, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(uploads);
        foreach (var upload in uploads.Where(upload => upload.Kind == UploadKind.Scores))
        {
            await using var csv = await OpenAsync(cycle, upload, cancellationToken);
            while (await csv.ReadAsync(cancellationToken))
            {
                yield return Score(csv) with { Upload = upload.Number, Submission = upload.Source is null ? null : upload.Number };
            }
        }
    }

    /// <summary>The scores of a csv file that <see cref="RowsWriter"/> wrote.</summary>
    internal static IEnumerable<Score> Scores(Stream file)
    {
        using var csv = CsvReader.Create(file, ReaderOptions);
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return Score(csv);
        }
    }

    private static string? TextOf(CsvReader csv, int column) => column >= 0 && csv.GetString(column) is { Length: > 0 } text ? text : null;

    private static Score Score(CsvReader csv) => new(
        EntryCode.Unchecked(csv.GetString(0)),
        JudgeName.Unchecked(csv.GetString(1)),
        csv.GetString(2),
        csv.GetSpan(3).Length == 0 ? null : csv.Parse<decimal>(3),
        csv.GetString(4));

    private async Task<CsvReader> OpenAsync(Cycle cycle, Upload upload, CancellationToken cancellationToken)
    {
        var rows = await storage.Uploads.OpenExistingAsync($"{cycle.Id}/{upload.RowsBlob}", cancellationToken);
        var csv = CsvReader.Create(rows, ReaderOptions);
        await csv.ReadHeaderAsync(cancellationToken);
        return csv;
    }
}
