using AwardFlow.Cycles;
using AwardFlow.Delivery;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
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
/// <param name="places">What is kept beside storage.</param>
/// <param name="time">The clock.</param>
public sealed class PersonDesk(IStorage storage, CycleStore cycles, RefusedUploads refused, ReceiptNames names, IEnumerable<IOtherPlace> places, TimeProvider time)
{
    // Under which names the trail says who somebody is.
    private static readonly string[] Personal = ["name", "email", "phone", "judge", "to"];

    private readonly TrailErasure _erasure = new(storage.Rows);
    private readonly TrailWriter _trail = new(storage.Rows);

    /// <summary>Whether a text can be looked for: 4 to 200 characters.</summary>
    public static bool IsValid(string? text) => PersonText.IsValid(text);

    /// <summary>Looks for a person in all cycles and beside them. Documents in PDF are not looked into: they are letters, which are kept.</summary>
    /// <param name="who">An e-mail address, a name or a telephone number.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async Task<IReadOnlyList<PersonFinding>> FindAsync(string who, CancellationToken cancellationToken)
    {
        var (person, found, running) = (new PersonText(who), new List<PersonFinding>(), new HashSet<string>(StringComparer.Ordinal));
        await foreach (var cycle in cycles.ListAsync(cancellationToken))
        {
            found.AddRange(await FindAsync(cycle, person, cancellationToken));
            Note(cycle, running);
        }
        var installation = 0;
        foreach (var partition in CycleTrails.OfInstallation)
        {
            // What waits for a second person names whom it is about, and goes with it.
            installation += await storage.Rows.ListAsync(partition, RowRange.All, cancellationToken)
                .CountAsync(row => !row.Key.StartsWith(ForgetRequest.RowPrefix, StringComparison.Ordinal) && person.IsIn(row.Json), cancellationToken);
        }
        if (installation > 0)
        {
            found.Add(new PersonFinding(null, FindingKind.Trail, installation, IsKept: true));
        }
        foreach (var place in places)
        {
            found.AddRange(await place.FindAsync(person.Names, cycle => !running.Contains(cycle), cancellationToken));
        }
        return found;
    }

    /// <summary>Erases what need not be kept of a person, in all cycles and beside them, and sweeps it out of storage's files.</summary>
    /// <param name="who">An e-mail address, a name or a telephone number.</param>
    /// <param name="by">Who has it erased.</param>
    /// <param name="cancellationToken">Stops; run again, it goes on.</param>
    /// <returns>What was found before: what is kept of it, and what is erased.</returns>
    public async Task<IReadOnlyList<PersonFinding>> EraseAsync(string who, Actor by, CancellationToken cancellationToken)
    {
        var found = await FindAsync(who, cancellationToken);
        await EraseAsync(who, found, by, cancellationToken);
        return found;
    }

    /// <summary>Erases what need not be kept of what was found of a person, and sweeps it out of storage's files.</summary>
    /// <param name="who">An e-mail address, a name or a telephone number.</param>
    /// <param name="found">What <see cref="FindAsync(string, CancellationToken)"/> found.</param>
    /// <param name="by">Who has it erased.</param>
    /// <param name="cancellationToken">Stops; run again, it goes on.</param>
    internal async Task EraseAsync(string who, IReadOnlyList<PersonFinding> found, Actor by, CancellationToken cancellationToken)
    {
        var (person, running) = (new PersonText(who), new HashSet<string>(StringComparer.Ordinal));
        var known = new HashSet<string>(StringComparer.Ordinal);
        var erasable = found.Where(finding => !finding.IsKept).ToLookup(finding => finding.Cycle ?? "", StringComparer.Ordinal);
        await foreach (var cycle in cycles.ListAsync(cancellationToken))
        {
            if (erasable[cycle.Id.Text].Any())
            {
                await EraseAsync(cycle, person, by, cancellationToken);
                await TellAsync(cycle.Id.Text, erasable[cycle.Id.Text], by, cancellationToken);
            }
            known.Add(cycle.Id.Text);
            Note(cycle, running);
        }
        foreach (var place in places)
        {
            await place.EraseAsync(person.Names, cycle => !running.Contains(cycle), cancellationToken);
        }
        // Of the installation's own, and of cycles that are gone.
        if (found.Where(finding => !finding.IsKept && (finding.Cycle is null || !known.Contains(finding.Cycle))).ToList() is { Count: > 0 } others)
        {
            await TellAsync(CycleTrails.Records, others, by, cancellationToken);
        }
        await storage.ForgetDeletedAsync(cancellationToken);
    }

    private static void Note(Cycle cycle, HashSet<string> running)
    {
        if (cycle.OverAt is null)
        {
            running.Add(cycle.Id.Text);
        }
    }

    private Task TellAsync(string partition, IEnumerable<PersonFinding> erased, Actor by, CancellationToken cancellationToken)
    {
        var counts = erased.GroupBy(finding => finding.Kind, StringComparer.Ordinal).Select(kind => (kind.Key, (object?)kind.Sum(finding => finding.Count)));
        return _trail.CommitAsync(partition, [], new TrailEntry(TrailKind.PersonForgotten, by, time.GetUtcNow()) { After = TrailValues.Of([.. counts]) }, cancellationToken);
    }

    private async Task EraseAsync(Cycle cycle, PersonText person, Actor by, CancellationToken cancellationToken)
    {
        await refused.EraseAsync(await RefusedAsync(cycle.Id, person, cancellationToken), by, cancellationToken);
        await names.EraseAsync(cycle.Id, (name, _) => person.IsIn(name), by, cancellationToken);
        var values = await storage.Rows.ListAsync<TrailValues>(cycle.Id.Text, RowRange.Prefix(TrailValues.RowPrefix), cancellationToken).Where(values => IsOf(values, person)).ToListAsync(cancellationToken);
        await _erasure.EraseAsync(values, by, time.GetUtcNow(), cancellationToken);
        if (cycle.OverAt is null)
        {
            return;
        }
        var judges = await JudgesAsync(cycle, person, cancellationToken);
        await foreach (var row in storage.Rows.ListAsync(cycle.Id.Text, RowRange.All, cancellationToken).Where(row => KindOf(cycle.Id.Text, row, person, judges) is FindingKind.Notices or FindingKind.JudgeDrafts or FindingKind.Judges))
        {
            // A seat with scans names them; they go with the scores.
            var change = row.Key.StartsWith(JudgeSeat.RowPrefix, StringComparison.Ordinal) && StoredRecords.Read<JudgeSeat>(cycle.Id.Text, row) is { Papers.Count: > 0 } seat
                ? RowChange.Replace(seat with { Email = null, LinkSecret = null })
                : RowChange.Delete(row.Key, row.Version);
            await storage.Rows.CommitAsync(cycle.Id.Text, change, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<PersonFinding>> FindAsync(Cycle cycle, PersonText person, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        void Add(string kind, int count = 1) => counts[kind] = counts.GetValueOrDefault(kind) + count;

        var judges = await JudgesAsync(cycle, person, cancellationToken);
        await foreach (var row in storage.Rows.ListAsync(cycle.Id.Text, RowRange.All, cancellationToken))
        {
            if (!row.Key.StartsWith(RefusedUpload.RowPrefix, StringComparison.Ordinal) && KindOf(cycle.Id.Text, row, person, judges) is { } kind)
            {
                Add(kind);
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
        return [.. counts.Select(each => new PersonFinding(cycle.Id.Text, each.Key, each.Value, FindingKind.IsKept(each.Key) || (FindingKind.IsKeptWhileRunning(each.Key) && cycle.OverAt is null)))];
    }

    // The judges that the person is, by name or address: drafts say in their keys whose they are, and nowhere else.
    private async Task<IReadOnlySet<string>> JudgesAsync(Cycle cycle, PersonText person, CancellationToken cancellationToken)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var judge in (await cycles.DraftAsync(cycle, cancellationToken)).Definition.Judges?.Where(judge => judge.Names.Any(name => person.IsIn(name.Text)) || (judge.Email is { } email && person.IsIn(email))) ?? [])
        {
            tags.UnionWith(judge.Names.Select(JudgeSeat.TagOf));
        }
        await foreach (var seat in storage.Rows.ListAsync<JudgeSeat>(cycle.Id.Text, RowRange.Prefix(JudgeSeat.RowPrefix), cancellationToken))
        {
            if (person.IsIn(seat.Judge.Text) || (seat.Email is { } email && person.IsIn(email)))
            {
                tags.Add(seat.Tag);
            }
        }
        return tags;
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

    private static string? KindOf(string cycle, Row row, PersonText person, IReadOnlySet<string> judges)
    {
        if (row.Key.StartsWith(ScoreDraft.RowPrefix, StringComparison.Ordinal))
        {
            return judges.Contains(row.Key.Split('!')[1]) || person.IsIn(row.Json) ? FindingKind.JudgeDrafts : null;
        }
        if (row.Key.StartsWith(JudgeSeat.RowPrefix, StringComparison.Ordinal) && judges.Contains(row.Key[JudgeSeat.RowPrefix.Length..]))
        {
            // Of a seat that is kept for its scans nothing is left but the name, which the committee's list has anyway.
            return StoredRecords.Read<JudgeSeat>(cycle, row) is { Email: null, LinkSecret: null, Papers.Count: > 0 } ? FindingKind.Trail : FindingKind.Judges;
        }
        return person.IsIn(row.Json) ? KindOf(cycle, row, person) : null;
    }

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
