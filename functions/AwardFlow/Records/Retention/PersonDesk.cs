using System.Text;
using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
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
/// <param name="leaving">What is erased by itself.</param>
/// <param name="places">What is kept beside storage.</param>
/// <param name="time">The clock.</param>
public sealed class PersonDesk(
    IStorage storage, CycleStore cycles, RefusedUploads refused, ReceiptNames names, LeavingFiles leaving, IEnumerable<IOtherPlace> places, TimeProvider time)
{
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
                .CountAsync(
                    row => !row.Key.StartsWith(ForgetRequest.RowPrefix, StringComparison.Ordinal)
                        && FileTexts.AnyInJson(Encoding.UTF8.GetBytes(row.Json), person.IsIn),
                    cancellationToken);
        }
        if (installation > 0)
        {
            found.Add(new PersonFinding(null, FindingKind.Trail, installation, KeptFor.Law));
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
        return _trail.CommitAsync(
            partition, [], new TrailEntry(TrailKind.PersonForgotten, by, time.GetUtcNow()) { After = TrailValues.Of([.. counts]) }, cancellationToken);
    }

    private async Task EraseAsync(Cycle cycle, PersonText person, Actor by, CancellationToken cancellationToken)
    {
        await refused.EraseAsync(
            [.. (await RefusedAsync(cycle.Id, person, cancellationToken)).Where(found => found.IsMeant).Select(found => found.File)], by, cancellationToken);
        // Where no time stands beside it, it is a sentence of an earlier version.
        await names.EraseAsync(cycle.Id, (name, at) => at is null ? person.Names(name) : person.Is(name), by, cancellationToken);
        var rows = await RowsAsync(cycle, person, cancellationToken);
        var values = await storage.Rows.ListAsync<TrailValues>(cycle.Id.Text, RowRange.Prefix(TrailValues.RowPrefix), cancellationToken)
            .Where(rows.IsOf)
            .ToListAsync(cancellationToken);
        await _erasure.EraseAsync(values, by, time.GetUtcNow(), cancellationToken);
        if (cycle.OverAt is null)
        {
            return;
        }
        await foreach (var row in storage.Rows.ListAsync(cycle.Id.Text, RowRange.All, cancellationToken)
            .Where(row => rows.Find(row) is (FindingKind.Notices or FindingKind.JudgeDrafts or FindingKind.Judges, IsMeant: true)))
        {
            // A seat with scans names them; they go with the scores.
            var change = row.Key.StartsWith(JudgeSeat.RowPrefix, StringComparison.Ordinal)
                && StoredRecords.Read<JudgeSeat>(cycle.Id.Text, row) is { Papers.Count: > 0 } seat
                ? RowChange.Replace(seat with { Email = null, LinkSecret = null })
                : RowChange.Delete(row.Key, row.Version);
            await storage.Rows.CommitAsync(cycle.Id.Text, change, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<PersonFinding>> FindAsync(Cycle cycle, PersonText person, CancellationToken cancellationToken)
    {
        var counts = new Dictionary<(string Kind, string? KeptFor), int>();
        void Add(string kind, bool isMeant)
        {
            var place = (kind, FindingKind.KeptFor(kind, isMeant, cycle.OverAt is not null));
            counts[place] = counts.GetValueOrDefault(place) + 1;
        }

        var rows = await RowsAsync(cycle, person, cancellationToken);
        await foreach (var row in storage.Rows.ListAsync(cycle.Id.Text, RowRange.All, cancellationToken))
        {
            if (!row.Key.StartsWith(RefusedUpload.RowPrefix, StringComparison.Ordinal) && rows.Find(row) is var (kind, isMeant))
            {
                Add(kind, isMeant);
            }
        }
        foreach (var (_, isMeant) in await RefusedAsync(cycle.Id, person, cancellationToken))
        {
            Add(FindingKind.RefusedUploads, isMeant);
        }
        var others = await RefusedFiles.BlobsAsync(storage, cycle.Id, cancellationToken);
        var files = await leaving.OfAsync(cycle, person, cancellationToken);
        foreach (var (container, kind) in new[] { (storage.Uploads, FindingKind.Uploads), (storage.Results, FindingKind.Results) })
        {
            await foreach (var blob in container.ListAsync($"{cycle.Id}/", cancellationToken))
            {
                if (!others.Contains(blob.Name) && await container.FindAsync(blob.Name, cancellationToken) is { } content && person.IsIn(content))
                {
                    Add(files.KindOf(blob.Name) ?? kind, isMeant: false);
                }
            }
        }
        return
        [
            .. counts.OrderBy(each => each.Key.Kind, StringComparer.Ordinal).ThenBy(each => each.Key.KeptFor, StringComparer.Ordinal)
                .Select(each => new PersonFinding(cycle.Id.Text, each.Key.Kind, each.Value, each.Key.KeptFor) { DueAt = files.DueAt(each.Key.Kind) }),
        ];
    }

    private async Task<PersonRows> RowsAsync(Cycle cycle, PersonText person, CancellationToken cancellationToken) =>
        new(
            cycle.Id.Text,
            person,
            await PersonJudges.OfAsync(storage, cycle, (await cycles.DraftAsync(cycle, cancellationToken)).Definition, person, cancellationToken));

    private async Task<IReadOnlyList<(RefusedUpload File, bool IsMeant)>> RefusedAsync(CycleId cycle, PersonText person, CancellationToken cancellationToken)
    {
        var found = new List<(RefusedUpload File, bool IsMeant)>();
        foreach (var file in await refused.ListAsync(cycle, cancellationToken))
        {
            var (name, by, content) = (file.FileName ?? "", file.By ?? "", await storage.Uploads.FindAsync($"{cycle}/{file.Blob}", cancellationToken));
            if (person.IsIn(name) || person.IsIn(by) || (content is not null && person.IsIn(content)))
            {
                found.Add((file, person.Names(name) || person.Is(by) || (content is not null && person.IsNamedIn(content))));
            }
        }
        return found;
    }
}
