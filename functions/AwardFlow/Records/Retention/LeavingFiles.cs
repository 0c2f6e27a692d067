using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Scoring;
using AwardFlow.Storage;

namespace AwardFlow.Records.Retention;

/// <summary>
/// Which files of a cycle, or what stands in them, no law keeps: telephone numbers and scores by judge are erased by themselves when their time is over.
/// </summary>
/// <param name="storage">Where they are kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">The lists as they were understood.</param>
/// <param name="settings">How long they are kept.</param>
public sealed class LeavingFiles(IStorage storage, CycleStore cycles, AcceptedRows accepted, RetentionSettings settings)
{
    /// <summary>Those of a cycle, as far as they may say something of a person.</summary>
    internal async Task<Of> OfAsync(Cycle cycle, PersonText person, CancellationToken cancellationToken)
    {
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        var uploads = await storage.Rows.ListAsync<Upload>(cycle.Id.Text, RowRange.Prefix(Upload.RowPrefix), cancellationToken).ToListAsync(cancellationToken);
        foreach (var upload in uploads.Where(upload => upload.Kind == UploadKind.Scores))
        {
            kinds[$"{cycle.Id}/{upload.SourceBlob}"] = kinds[$"{cycle.Id}/{upload.RowsBlob}"] = FindingKind.ScoresByJudge;
        }
        await foreach (var blob in storage.Results.ListAsync($"{cycle.Id}/scores-", cancellationToken))
        {
            kinds[blob.Name] = FindingKind.ScoresByJudge;
        }
        kinds[ResultsStore.MissingName(cycle.Id)] = FindingKind.ScoresByJudge;
        // A file is named by its content: what was sent as entries too stays as their evidence.
        foreach (var upload in uploads.Where(upload => upload.Kind == UploadKind.Entries))
        {
            var isTelephone = person.IsNumber
                && await accepted.EntriesAsync(cycle, upload, cancellationToken)
                    .AnyAsync(entry => entry.Phone is { } phone && person.Is(phone), cancellationToken);
            foreach (var blob in new[] { $"{cycle.Id}/{upload.SourceBlob}", $"{cycle.Id}/{upload.RowsBlob}" })
            {
                kinds.Remove(blob);
                if (isTelephone)
                {
                    kinds[blob] = FindingKind.Telephones;
                }
            }
        }
        if (kinds.ContainsValue(FindingKind.Telephones))
        {
            await foreach (var blob in storage.Results.ListAsync($"{cycle.Id}/", cancellationToken).Where(blob => TelephoneNumbers.IsOfEntries(blob.Name)))
            {
                kinds[blob.Name] = FindingKind.Telephones;
            }
        }
        var rules = settings.NarrowedBy((await cycles.DraftAsync(cycle, cancellationToken)).Definition.Retention);
        return new Of(
            kinds,
            (await LastLetter.AtAsync(storage, cycle, cancellationToken) is null ? null : cycle.OverAt)?.AddDays(rules.TelephonesDays),
            rules.ScoresByJudgeDays is { } days ? cycle.OverAt?.AddDays(days) : null);
    }

    /// <summary>The files of one cycle.</summary>
    /// <param name="Kinds">The kinds of some, by name.</param>
    /// <param name="TelephonesAt">When telephone numbers are due; null where that is not known yet.</param>
    /// <param name="ScoresAt">The same of scores by judge; null also where they are kept until somebody sets a time.</param>
    internal sealed record Of(IReadOnlyDictionary<string, string> Kinds, DateTimeOffset? TelephonesAt, DateTimeOffset? ScoresAt)
    {
        /// <summary>What a file is erased with; null where it stays.</summary>
        public string? KindOf(string name) => Kinds.GetValueOrDefault(name);

        /// <summary>When a kind is erased by itself.</summary>
        public DateTimeOffset? DueAt(string kind) => kind switch
        {
            FindingKind.Telephones => TelephonesAt,
            FindingKind.ScoresByJudge => ScoresAt,
            _ => null,
        };
    }
}
