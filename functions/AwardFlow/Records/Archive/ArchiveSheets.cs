using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Archive;

/// <summary>What an archive says in sheets that people read.</summary>
/// <param name="storage">The snapshot.</param>
/// <param name="cycle">The cycle.</param>
internal sealed class ArchiveSheets(IStorage storage, Cycle cycle)
{
    /// <summary>All sheets: name, columns and rows.</summary>
    public IEnumerable<(string Name, IReadOnlyList<string> Columns, IAsyncEnumerable<object?[]> Rows)> All(CancellationToken cancellationToken)
    {
        yield return ("definitions.csv", ["number", "at", "by", "kind", "file", "replaces", "detail"], Records<DefinitionChange>(
            DefinitionChange.RowPrefix, cancellationToken)
            .Select(change => (object?[])[change.Number, change.At, change.By, change.Kind, $"uploads/{change.Sha256}.json", change.Replaces, change.Detail]));
        yield return (
            "uploads.csv",
            ["number", "kind", "file_name", "rows", "by", "at", "undoes", "entry_code", "judge", "reason", "file", "understood_as", "source", "replaces"],
            Records<Upload>(Upload.RowPrefix, cancellationToken)
                .Select(upload => (object?[])
                [
                    upload.Number, upload.Kind, upload.FileName, upload.Rows, upload.By, upload.At,
                    upload.Kind == UploadKind.Undo ? upload.Undoes : null, upload.EntryCode, upload.Judge, upload.Reason,
                    FileOf(upload.SourceBlob), FileOf(upload.RowsBlob),
                    upload.Source ?? (upload.Kind is UploadKind.Entries or UploadKind.Scores ? UploadSource.Sheet : null), upload.TakesPlaceOf,
                ]));
        yield return ("results.csv", ["entry_code", "organisation", "judges", "average", "rank", "passed"], ResultsAsync(cancellationToken));
        yield return ("deliveries.csv",
            [
                "entry_code", "address", "state", "accepted_at", "attempts", "possible_duplicate",
                "round", "letter", "sending", "reminder", "why", "delivery_id", "provider_id",
            ],
            Deliveries(cancellationToken).Select(row => (object?[])
            [
                row.EntryCode, row.Address, row.State, row.AcceptedAt, row.Attempts, row.PossibleDuplicate,
                row.Round, row.Letter, row.Sending, row.Reminder, CauseWords.InRow(row.Why), row.Id, row.ProviderId,
            ]));
        yield return ("receipts.csv", ["entry_code", "register_number", "registered_at", "division", "name", "telephoned_to"],
            Records<LetterDelivery>(LetterDelivery.LetterPrefix, cancellationToken).Where(row => row.Stamp is not null)
                .Select(row => (object?[])[row.EntryCode, row.Stamp!.Number, row.Stamp.At, row.Stamp.Division, row.Stamp.Name, row.Stamp.TelephonedTo]));
        yield return ("journals.csv",
            [
                "entry_code", "at", "round", "letter", "sending", "reminder", "from", "to",
                "address", "what", "by", "register_number", "registered_at", "provider_id",
            ],
            Records<DeliveryTransition>(DeliveryTransition.AllPrefix, cancellationToken).Select(line => (object?[])
            [
                line.Key.Split('!')[1], line.At, line.Round, line.Letter, line.Sending, line.Reminder,
                line.From, line.To, line.Address, CauseWords.InJournal(line.Cause), line.By,
                line.Stamp?.Number, line.Stamp?.At, line.ProviderId,
            ]));
        yield return (
            "postings.csv",
            ["entry_code", "correction", "posted_at", "tracking_number", "by", "state"],
            Records<LetterDelivery>(LetterDelivery.LetterPrefix, cancellationToken).Where(row => row.Posting is not null)
                .Select(row => (object?[])[
                    row.EntryCode,
                    row.Letter == 1 ? null : Correction.NumberOf(row.Letter),
                    row.Posting!.At,
                    row.Posting.TrackingNumber,
                    row.Posting.By,
                    row.State,
                ]));
        yield return ("corrections.csv",
            [
                "number", "state", "letter_number", "date", "entries", "made_by", "made_at",
                "approved_by", "approved_at", "sent_at", "sent_back", "cancelled", "order",
            ],
            Records<Correction>(Correction.RowPrefix, cancellationToken).Select(correction => (object?[])
            [
                correction.Number, correction.State, correction.LetterNumber,
                correction.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                correction.Entries, correction.MadeBy, correction.MadeAt,
                string.Join(", ", correction.Approvals.Select(approval => approval.By)), correction.ApprovedAt,
                correction.SentAt, correction.SentBack?.Reason, correction.Cancelled?.Reason, correction.OrderSha256,
            ]));
        yield return (
            "trail.csv",
            ["number", "at", "kind", "by_id", "by_name", "from", "subject", "reason", "before", "after", "values_sha256", "previous_sha256", "sha256"],
            TrailAsync(cancellationToken));
    }

    private IAsyncEnumerable<LetterDelivery> Deliveries(CancellationToken cancellationToken) =>
        Records<LetterDelivery>(LetterDelivery.LetterPrefix, cancellationToken)
            .Concat(Records<LetterDelivery>(LetterDelivery.ReminderPrefix, cancellationToken));

    private IAsyncEnumerable<T> Records<T>(string prefix, CancellationToken cancellationToken)
        where T : StoredRecord => storage.Rows.ListAsync<T>(cycle.Id.Text, RowRange.Prefix(prefix), cancellationToken);

    private async IAsyncEnumerable<object?[]> ResultsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var results = new ResultsStore(storage);
        for (var page = 1; page <= cycle.Pages; page++)
        {
            foreach (var result in await results.ReadPageAsync(cycle, page, cancellationToken))
            {
                yield return
                [
                    result.Entry.Code,
                    result.Entry.Organisation,
                    result.Judges,
                    result.Average?.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture),
                    result.Rank,
                    result.Passed,
                ];
            }
        }
    }

    private async IAsyncEnumerable<object?[]> TrailAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new TrailReader(storage.Rows);
        var after = 0;
        while (await reader.PageAsync(cycle.Id.Text, after, RowLimits.MostInPage, cancellationToken) is { Count: > 0 } lines)
        {
            foreach (var (line, values) in lines)
            {
                yield return
                [
                    line.Number, line.At, line.Kind, line.By?.Id, line.By?.Name, line.By?.From, line.Subject, line.Reason,
                    Written(values?.Before), Written(values?.After), line.Values, line.Previous, line.Sha256,
                ];
            }
            after = lines[^1].Line.Number;
        }
    }

    private static string? FileOf(string blob) => blob.Length == 0 ? null : $"uploads/{blob}";

    private static string? Written(IReadOnlyDictionary<string, string>? values) =>
        values is null ? null : string.Join("; ", values.Select(value => $"{value.Key}={value.Value}"));
}
