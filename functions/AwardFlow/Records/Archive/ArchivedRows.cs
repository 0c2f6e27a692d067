using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Records.Bags;
using AwardFlow.Storage;

namespace AwardFlow.Records.Archive;

/// <summary>A cycle's rows in an archive: one a line, the record as the text that it is, since the trail has hashes of such texts.</summary>
internal static class ArchivedRows
{
    /// <summary>Where they are in the payload.</summary>
    public const string File = "storage/rows.jsonl";

    // A row's text, escaped at worst six times as long, with its key.
    private const int LongestLine = 6 * (RowLimits.LongestJson + RowLimits.LongestKey) + 100;

    /// <summary>Whether an archive has a row: files that were refused are not kept for years.</summary>
    public static bool Has(string key) => !key.StartsWith(RefusedUpload.RowPrefix, StringComparison.Ordinal);

    /// <summary>
    /// A row's record as an archive has it: without the secret of a judge's link, who gets another one after a restore, and without what judges did not submit.
    /// </summary>
    public static string Json(string partition, Row row, ArchivedDrafts drafts) =>
        row.Key.StartsWith(ScoreDraft.RowPrefix, StringComparison.Ordinal) ? drafts.Json(partition, row)
        : row.Key.StartsWith(JudgeSeat.RowPrefix, StringComparison.Ordinal) && StoredRecords.Read<JudgeSeat>(partition, row) is { LinkSecret: not null } seat
        ? JsonSerializer.Serialize(seat with { LinkSecret = null }, AwardJson.Own)
        : row.Json;

    /// <summary>A row's line.</summary>
    public static string Line(Row row) => JsonSerializer.Serialize(new Written(row.Key, row.Json), AwardJson.Own);

    /// <summary>Reads the lines.</summary>
    /// <exception cref="RecordsException">One is no row.</exception>
    public static async IAsyncEnumerable<(string Key, string Json)> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var text = new StreamReader(
            file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        var number = 0;
        await foreach (var line in BoundedLines.ReadAsync(text, LongestLine, cancellationToken))
        {
            number++;
            yield return Read(line, number);
        }
    }

    private static (string Key, string Json) Read(string line, int number)
    {
        try
        {
            if (JsonSerializer.Deserialize<Written>(line, AwardJson.Own) is { Key: { } key, Record: { } record }
                && RowLimits.IsKey(key) && record.Length <= RowLimits.LongestJson && Has(key))
            {
                return (key, record);
            }
        }
        catch (JsonException)
        {
            // Told below.
        }
        throw new RecordsException($"{BagTag.Payload}{File}: line {number} is no row.");
    }

    private sealed record Written(string? Key, string? Record);
}
