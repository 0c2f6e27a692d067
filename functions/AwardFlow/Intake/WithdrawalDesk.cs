using AwardFlow.Cycles;
using AwardFlow.Intake.Texts;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Intake;

/// <summary>Takes entries, and judges' scores of an entry, out of the award and puts them back, as entries of the cycle's history.</summary>
/// <param name="cycles">The cycles.</param>
/// <param name="accepted">What was accepted before.</param>
/// <param name="time">The clock.</param>
public sealed class WithdrawalDesk(CycleStore cycles, AcceptedRows accepted, TimeProvider time)
{
    /// <summary>How many characters a reason may have.</summary>
    public const int LongestReason = 500;

    /// <summary>Whether a text says why: 1 to <see cref="LongestReason"/> characters, none of them a control character.</summary>
    public static bool IsReason(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestReason && !text.Any(char.IsControl);

    /// <summary>Takes an entry, or a judge's scores of it, out, or puts it back.</summary>
    /// <param name="cycleId">The cycle.</param>
    /// <param name="kind"><see cref="UploadKind.Withdrawal"/> or <see cref="UploadKind.Restoration"/>.</param>
    /// <param name="entryCode">The entry.</param>
    /// <param name="judge">The judge; null for the entry itself.</param>
    /// <param name="reason">Why (<see cref="IsReason"/>).</param>
    /// <param name="by">Who does it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The history's new entry, and the state that the cycle was in.</returns>
    /// <exception cref="CycleNotFoundException">There is no such cycle.</exception>
    /// <exception cref="NotInCycleException">The cycle has no such entry or judge.</exception>
    /// <exception cref="CycleConflictException">The cycle is closed, or it is so already.</exception>
    public Task<(Upload Done, CycleState State)> ChangeAsync(
        CycleId cycleId, UploadKind kind, EntryCode entryCode, JudgeName? judge, string reason, Actor by, CancellationToken cancellationToken) =>
        IsReason(reason)
            ? WriteAsync(cycleId, kind, entryCode, judge, reason, source: null, by, cancellationToken)
            : throw new ArgumentException("A withdrawal has a reason.", nameof(reason));

    /// <summary>The same where a judge's page may be behind it; the judge may put back without a reason.</summary>
    internal async Task<(Upload Done, CycleState State)> WriteAsync(
        CycleId cycleId, UploadKind kind, EntryCode entryCode, JudgeName? judge,
        string? reason, UploadSource? source, Actor by, CancellationToken cancellationToken)
    {
        if (kind is not (UploadKind.Withdrawal or UploadKind.Restoration))
        {
            throw new ArgumentException("A withdrawal has its kind.", nameof(kind));
        }
        while (true)
        {
            var cycle = CollectingCycle.Checked(await cycles.GetAsync(cycleId, cancellationToken), time);
            var history = await accepted.HistoryAsync(cycle, cancellationToken);
            var uploads = AcceptedRows.Counting(history);
            var entry = (await accepted.EntriesAsync(cycle, uploads, cancellationToken)).FirstOrDefault(entry => entry.Code == entryCode)
                ?? throw new NotInCycleException(UploadTexts.NoEntry(cycleId, entryCode));
            // Whoever has a page is known, also before the first score.
            var known = judge is null ? null : source is not null ? judge : await KnownAsync(cycle, uploads, judge, cancellationToken);
            var spellings = new JudgeSpellings(known is null ? null : (await cycles.DefinitionAsync(cycle, cancellationToken)).Judges);
            // It may have been withdrawn when the judge had another name.
            var standing = Withdrawal.Of(history).FirstOrDefault(each => each.EntryCode == entryCode
                && (each.Judge is null ? known is null : known is not null && (spellings.Find(each.Judge) ?? each.Judge) == known));
            if (standing is not null == (kind == UploadKind.Withdrawal))
            {
                throw new CycleConflictException(
                    kind == UploadKind.Withdrawal ? UploadTexts.WithdrawnBefore(entryCode, known) : UploadTexts.NotWithdrawn(entryCode, known));
            }
            var done = new Upload
            {
                Partition = cycleId.Text,
                Key = Upload.KeyOf(cycle.Uploads + 1),
                Number = cycle.Uploads + 1,
                Kind = kind,
                Source = source,
                EntryCode = entry.Code,
                Judge = standing?.Judge ?? known,
                Reason = reason,
                By = by.Name,
                At = time.GetUtcNow(),
            };
            var counted = cycle with { Uploads = done.Number };
            if (await cycles.TryCommitAsync(counted, [RowChange.Add(done)], UploadTrail.Entry(done, cycle, counted, by), cancellationToken) is not null)
            {
                return (done, cycle.State);
            }
        }
    }

    private async Task<JudgeName> KnownAsync(Cycle cycle, IReadOnlyList<Upload> uploads, JudgeName judge, CancellationToken cancellationToken)
    {
        var definition = await cycles.DefinitionAsync(cycle, cancellationToken);
        return (definition.Judges?.Select(each => each.Name) ?? uploads.SelectMany(upload => upload.Judges)).FirstOrDefault(name => name == judge)
            ?? throw new NotInCycleException(UploadTexts.NoSuchJudge(cycle.Id, judge.Text));
    }
}
