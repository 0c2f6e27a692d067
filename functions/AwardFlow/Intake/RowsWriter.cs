using System.Globalization;
using System.Security.Cryptography;
using AwardFlow.Storage;
using CsvHelper;

namespace AwardFlow.Intake;

/// <summary>Writes rows as they were understood to a csv file on the machine's disk, so that no sheet is held in memory.</summary>
internal sealed class RowsWriter : IDisposable
{
    /// <summary>The name of the column of addresses where works are seen, which not every file has.</summary>
    internal const string UrlColumn = "url";

    private readonly FileStream _file = SpoolFile.Create();
    private readonly CsvWriter _csv;
    private int _columns;
    private bool _urls;

    private static readonly string[] EntryColumns =
        ["entry_code", "project", "organisation", "addressee", "saraban_email", "province", "phone", "postal_address"];

    private RowsWriter(params ReadOnlySpan<string> columns)
    {
        _csv = CsvWriter.Create(_file, leaveOpen: true);
        _csv.WriteHeader(columns);
    }

    /// <summary>A file of entries.</summary>
    /// <param name="phones">Whether any entry has a telephone; otherwise the file has no column for it.</param>
    /// <param name="postal">The same for postal addresses.</param>
    /// <param name="urls">The same for addresses where works are seen.</param>
    public static RowsWriter OfEntries(bool phones, bool postal, bool urls)
    {
        var columns = postal ? 8 : phones ? 7 : 6;
        string[] names = urls ? [.. EntryColumns.AsSpan(0, columns), UrlColumn] : [.. EntryColumns.AsSpan(0, columns)];
        return new(names) { _columns = columns, _urls = urls };
    }

    /// <summary>A file of scores.</summary>
    public static RowsWriter OfScores() => new("entry_code", "judge", "criterion", "score", "comment");

    public void Put(Entry entry)
    {
        string[] cells =
        [
            entry.Code.Text, entry.Project, entry.Organisation, entry.Addressee,
            entry.SarabanEmail, entry.Province, entry.Phone ?? "", entry.PostalAddress ?? "",
        ];
        _csv.WriteRecord(_urls ? [.. cells.AsSpan(0, _columns), entry.Url ?? ""] : cells.AsSpan(0, _columns));
    }

    // 45.5 and 45.50 are one score, and the same scores must have the same hash.
    public void Put(Score score) =>
        _csv.WriteRecord(
            score.EntryCode.Text,
            score.Judge.Text,
            score.Criterion,
            score.Points?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "",
            score.Comment);

    /// <summary>Ends the file.</summary>
    /// <returns>The file at its start, and its SHA-256 in lower-case hex.</returns>
    public async Task<(Stream File, string Sha256)> FinishAsync(CancellationToken cancellationToken)
    {
        _csv.Dispose();
        _file.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(_file, cancellationToken));
        _file.Position = 0;
        return (_file, sha256);
    }

    public void Dispose()
    {
        _csv.Dispose();
        _file.Dispose();
    }
}
