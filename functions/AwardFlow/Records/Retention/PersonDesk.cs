using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Notices;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Records.Retention;

/// <summary>
/// One person's data, on request (PDPA B.E. 2562, sections 30 to 33): where it is, what must be kept, and erasing the rest. What is
/// found is told by place and number, never said again.
/// </summary>
/// <param name="storage">Where everything is kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="refused">Refused files.</param>
/// <param name="names">Names on receipts.</param>
/// <param name="time">The clock.</param>
public sealed class PersonDesk(IStorage storage, CycleStore cycles, RefusedUploads refused, ReceiptNames names, TimeProvider time)
{
    // Under which names the trail says who somebody is.
    private static readonly string[] Personal = ["name", "email", "phone", "judge", "to"];

    private readonly TrailErasure _erasure = new(storage.Rows);
    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>Whether a text can be looked for: 4 to 200 characters.</summary>
    public static bool IsValid(string? text) => PersonText.IsValid(text);

    /// <summary>Looks for a person in all cycles. Documents in PDF are not looked into: they are letters, which are kept.</summary>
    /// <param name="who">An e-mail address, a name or a telephone number.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<IReadOnlyList<PersonFinding>> FindAsync(string who, CancellationToken cancellationToken)
    {
        var (person, found) = (new PersonText(who), new List<PersonFinding>());
        await foreach (var cycle in cycles.ListAsync(cancellationToken))
        {
            found.AddRange(await FindAsync(cycle, person, cancellationToken));
        }
        return found;
    }

    /// <summary>Erases what need not be kept of a person, in all cycles, and sweeps it out of storage's files.</summary>
    /// <param name="who">An e-mail address, a name or a telephone number.</param>
    /// <param name="by">Who has it erased.</param>
    /// <param name="cancellationToken">Stops; run again, it goes on.</param>
    /// <returns>What was found before: what is kept of it, and what is erased.</returns>
    public async Task<IReadOnlyList<PersonFinding>> EraseAsync(string who, Actor by, CancellationToken cancellationToken)
    {
        var (person, found) = (new PersonText(who), new List<PersonFinding>());
        await foreach (var cycle in cycles.ListAsync(cancellationToken))
        {
            var here = await FindAsync(cycle, person, cancellationToken);
            found.AddRange(here);
            var erasable = here.Where(finding => !finding.IsKept).ToDictionary(finding => finding.Kind, finding => finding.Count, StringComparer.Ordinal);
            if (erasable.Count > 0)
            {
                await EraseAsync(cycle, person, by, cancellationToken);
                var entry = new TrailEntry(TrailKind.PersonForgotten, by, time.GetUtcNow()) { After = TrailValues.Of([.. erasable.Select(each => (each.Key, (object?)each.Value))]) };
                await _trail.CommitAsync(cycle.Id.Text, [], entry, cancellationToken);
            }
        }
        await storage.ForgetDeletedAsync(cancellationToken);
        return found;
    }

    private async Task EraseAsync(Cycle cycle, PersonText person, Actor by, CancellationToken cancellationToken)
    {
        await refused.EraseAsync(await RefusedAsync(cycle.Id, person, cancellationToken), by, cancellationToken);
        await names.EraseAsync(cycle.Id, person.IsIn, by, cancellationToken);
        var values = await storage.Rows.ListAsync<TrailValues>(cycle.Id.Text, RowRange.Prefix(TrailValues.RowPrefix), cancellationToken).Where(values => IsOf(values, person)).ToListAsync(cancellationToken);
        await _erasure.EraseAsync(values, by, time.GetUtcNow(), cancellationToken);
        if (cycle.OverAt is not null)
        {
            foreach (var notice in await storage.Rows.ListAsync(cycle.Id.Text, RowRange.Prefix(Notice.Prefix), cancellationToken).Where(row => person.IsIn(row.Json)).ToListAsync(cancellationToken))
            {
                await storage.Rows.CommitAsync(cycle.Id.Text, RowChange.Delete(notice.Key, notice.Version), cancellationToken);
            }
        }
    }

    private async Task<IReadOnlyList<PersonFinding>> FindAsync(Cycle cycle, PersonText person, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        void Add(string kind, int count = 1) => counts[kind] = counts.GetValueOrDefault(kind) + count;

        await foreach (var row in storage.Rows.ListAsync(cycle.Id.Text, RowRange.All, cancellationToken))
        {
            if (!row.Key.StartsWith(RefusedUpload.RowPrefix, StringComparison.Ordinal) && person.IsIn(row.Json))
            {
                Add(KindOf(cycle.Id.Text, row, person));
            }
        }
        var waiting = await RefusedAsync(cycle.Id, person, cancellationToken);
        if (waiting.Count > 0)
        {
            Add(FindingKind.RefusedUploads, waiting.Count);
        }
        var others = await RefusedFiles.BlobsAsync(storage, cycle.Id, cancellationToken);
        foreach (var (container, kind) in new[] { (storage.Uploads, FindingKind.Uploads), (storage.Results, FindingKind.Results) })
        {
            await foreach (var blob in container.ListAsync($"{cycle.Id}/", cancellationToken))
            {
                if (!others.Contains(blob.Name) && await container.FindAsync(blob.Name, cancellationToken) is { } content && person.IsIn(content))
                {
                    Add(kind);
                }
            }
        }
        return [.. counts.Select(each => new PersonFinding(cycle.Id.Text, each.Key, each.Value, FindingKind.IsKept(each.Key) || (each.Key == FindingKind.Notices && cycle.OverAt is null)))];
    }

    private async Task<IReadOnlyList<RefusedUpload>> RefusedAsync(CycleId cycle, PersonText person, CancellationToken cancellationToken)
    {
        var found = new List<RefusedUpload>();
        foreach (var file in await refused.ListAsync(cycle, cancellationToken))
        {
            if (person.IsIn($"{file.FileName}\n{file.By}") || (await storage.Uploads.FindAsync($"{cycle}/{file.Blob}", cancellationToken) is { } content && person.IsIn(content)))
            {
                found.Add(file);
            }
        }
        return found;
    }

    // Whoever may erase could otherwise wipe any line's evidence by a word that all have, or the hash of a journal's line. Of what
    // holds such a hash only the name on a receipt goes, whose journal is kept anew.
    private static bool IsOf(TrailValues values, PersonText person) => new[] { values.Before, values.After }.Any(each => each is not null && each.Any(value =>
        (value.Key == DeliveryTrail.RegisteredBy || (values.Rows is null && Personal.Contains(value.Key, StringComparer.Ordinal))) && person.IsAll(value.Value)));

    private static string KindOf(string cycle, Row row, PersonText person) => row.Key switch
    {
        _ when row.Key.StartsWith(TrailValues.RowPrefix, StringComparison.Ordinal) => IsOf(StoredRecords.Read<TrailValues>(cycle, row), person) ? FindingKind.TrailValues : FindingKind.Trail,
        _ when row.Key.StartsWith(Notice.Prefix, StringComparison.Ordinal) => FindingKind.Notices,
        _ when row.Key.StartsWith(LetterDelivery.LetterPrefix, StringComparison.Ordinal) => OnReceipt(StoredRecords.Read<LetterDelivery>(cycle, row).Stamp?.Name, person),
        _ when row.Key.StartsWith(DeliveryTransition.AllPrefix, StringComparison.Ordinal) =>
            StoredRecords.Read<DeliveryTransition>(cycle, row) is var line ? OnReceipt($"{line.Stamp?.Name} {line.EarlierReceipt}", person) : FindingKind.Ledger,
        _ when row.Key.StartsWith(LetterDelivery.ReminderPrefix, StringComparison.Ordinal) => FindingKind.Ledger,
        _ => FindingKind.Trail,
    };

    private static string OnReceipt(string? name, PersonText person) => name is not null && person.IsIn(name) ? FindingKind.ReceiptNames : FindingKind.Ledger;
}
