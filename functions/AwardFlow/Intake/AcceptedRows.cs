using System.Globalization;
using AwardFlow.Cycles;
using AwardFlow.Storage;
using CsvHelper;

namespace AwardFlow.Intake;

/// <summary>What counts in a cycle: the rows of its accepted uploads, the later over the earlier.</summary>
/// <param name="storage">Where uploads are kept.</param>
public sealed class AcceptedRows(AwardStorage storage)
{
    private static readonly CsvReaderOptions ReaderOptions = new() { Separator = ',', MalformedData = CsvMalformedDataHandling.Throw };

    /// <summary>The accepted uploads that a cycle's row counts, in their order.</summary>
    public async Task<IReadOnlyList<Upload>> UploadsAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        var uploads = new List<Upload>();
        // Numbered beyond the row's count are those that came after it was read.
        var query = storage.Cycles.QueryAsync<Upload>(
            $"PartitionKey eq '{cycle.Id}' and RowKey gt '{Upload.RowPrefix}' and RowKey le '{Upload.Key(cycle.Uploads)}'", cancellationToken: cancellationToken);
        await foreach (var upload in query)
        {
            uploads.Add(upload);
        }
        return uploads;
    }

    /// <summary>The cycle's entries, in the order in which they first came.</summary>
    public async Task<IReadOnlyList<Entry>> EntriesAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var entries = new OrderedDictionary<string, Entry>(StringComparer.OrdinalIgnoreCase);
        foreach (var upload in await UploadsAsync(cycle, cancellationToken))
        {
            if (upload.Kind == UploadKind.Entries)
            {
                using var csv = await OpenAsync(cycle, upload, cancellationToken);
                while (csv.Read())
                {
                    var code = csv.GetString(0);
                    entries[code] = new Entry
                    {
                        Code = entries.TryGetValue(code, out var earlier) ? earlier.Code : code,
                        Project = csv.GetString(1),
                        Organisation = csv.GetString(2),
                        Addressee = csv.GetString(3),
                        SarabanEmail = csv.GetString(4),
                        Province = csv.GetString(5),
                        // Sheets that were taken before there were telephones have no such column.
                        Phone = csv.FieldCount > 6 && csv.GetString(6) is { Length: > 0 } phone ? phone : null,
                    };
                }
            }
        }
        return [.. entries.Values];
    }

    /// <summary>The cycle's scores: of several for one entry, judge and criterion, the last accepted.</summary>
    public async Task<IReadOnlyCollection<Score>> ScoresAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var scores = new OrderedDictionary<(string Entry, string Judge, string Criterion), Score>();
        foreach (var upload in await UploadsAsync(cycle, cancellationToken))
        {
            if (upload.Kind == UploadKind.Scores)
            {
                using var csv = await OpenAsync(cycle, upload, cancellationToken);
                while (csv.Read())
                {
                    var score = new Score(csv.GetString(0), csv.GetString(1), csv.GetString(2), csv.Parse<decimal>(3), csv.GetString(4));
                    scores[(score.EntryCode, score.Judge, score.Criterion)] = score;
                }
            }
        }
        return scores.Values;
    }

    internal static byte[] Write(IEnumerable<Entry> entries)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file))
        {
            csv.WriteHeader("entry_code", "project", "organisation", "addressee", "saraban_email", "province", "phone");
            foreach (var entry in entries)
            {
                csv.WriteRecord(entry.Code, entry.Project, entry.Organisation, entry.Addressee, entry.SarabanEmail, entry.Province, entry.Phone ?? "");
            }
        }
        return file.ToArray();
    }

    internal static byte[] Write(IEnumerable<Score> scores)
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file))
        {
            csv.WriteHeader("entry_code", "judge", "criterion", "score", "comment");
            foreach (var score in scores)
            {
                csv.WriteRecord(score.EntryCode, score.Judge, score.Criterion, score.Points.ToString(CultureInfo.InvariantCulture), score.Comment);
            }
        }
        return file.ToArray();
    }

    private async Task<CsvReader> OpenAsync(Cycle cycle, Upload upload, CancellationToken cancellationToken)
    {
        var blob = await storage.Uploads.GetBlobClient($"{cycle.Id}/{upload.RowsBlob}").DownloadContentAsync(cancellationToken);
        var csv = CsvReader.Create(blob.Value.Content.ToMemory(), ReaderOptions);
        csv.ReadHeader();
        return csv;
    }
}
