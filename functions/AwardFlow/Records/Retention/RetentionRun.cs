using AwardFlow.Cycles;
using AwardFlow.Intake;
using AwardFlow.Intake.Judging;
using AwardFlow.Scoring;
using AwardFlow.Storage;
using AwardFlow.Trail;
using Microsoft.Extensions.Logging;

namespace AwardFlow.Records.Retention;

/// <summary>Erases what is due of every cycle, once an hour at the most: the trail says of which kind and how many, never what.</summary>
/// <param name="storage">Where everything is kept.</param>
/// <param name="cycles">The cycles.</param>
/// <param name="refused">Refused files.</param>
/// <param name="names">Names on receipts.</param>
/// <param name="telephones">Telephone numbers.</param>
/// <param name="agreements">How far judges agreed, which is kept when their scores go.</param>
/// <param name="people">Judges' addresses, notices and mails.</param>
/// <param name="whole">Erases whole cycles.</param>
/// <param name="requests">Requests to erase somebody's data, which lapse.</param>
/// <param name="settings">How long things are kept.</param>
/// <param name="clock">Says whether the clock is believed: what is erased by a wrong one does not come back.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Says what failed.</param>
public sealed partial class RetentionRun(
    IStorage storage, CycleStore cycles, RefusedUploads refused, ReceiptNames names, TelephoneNumbers telephones,
    KeptAgreement agreements, JudgesAndNotices people, CycleErasure whole, ForgetRequests requests,
    RetentionSettings settings, ClockWatch clock, TimeProvider time, ILogger<RetentionRun> logger)
{
    private static readonly TimeSpan Between = TimeSpan.FromHours(1);

    // A receipt that is being written as the cycle ends is there by then.
    private static readonly TimeSpan LeastNames = TimeSpan.FromHours(1);

    // Receipts of corrections come in when a cycle is long over. To look for their names takes reading the ledger.
    private static readonly TimeSpan BetweenNames = TimeSpan.FromDays(1);

    private readonly Dictionary<string, DateTimeOffset> _namesAt = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private DateTimeOffset _lastAt = DateTimeOffset.MinValue;
    private Task _running = Task.CompletedTask;

    /// <summary>Looks at every cycle, unless it did a short while ago or the clock is doubted. One that fails keeps nobody from the others.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (await clock.IsBelievedAsync(cancellationToken))
        {
            await RunWhenDueAsync(cancellationToken);
        }
    }

    private Task RunWhenDueAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now - _lastAt < Between && now >= _lastAt)
            {
                return _running.IsCompleted ? Task.CompletedTask : _running;
            }
            _lastAt = now;
            return _running = RunOnceAsync(cancellationToken);
        }
    }

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var erased = 0;
        async Task TryAsync(CycleId id, Func<Task<int>> erase)
        {
            try
            {
                erased += await erase();
            }
            catch (Exception e)
            {
                // Some of it may have been.
                erased++;
                if (e is OperationCanceledException && cancellationToken.IsCancellationRequested)
                {
                    throw;
                }
                LogFailed(id, e);
            }
        }

        try
        {
            foreach (var mark in await whole.CutOffAsync(cancellationToken))
            {
                await TryAsync(mark.Cycle, async () =>
                {
                    await whole.FinishAsync(mark, cancellationToken);
                    return 1;
                });
            }
            await foreach (var cycle in cycles.ListAsync(cancellationToken))
            {
                await TryAsync(cycle.Id, () => SeeToAsync(cycle, cancellationToken));
            }
            erased += await requests.LapseAsync(cancellationToken);
        }
        finally
        {
            if (erased > 0)
            {
                await storage.ForgetDeletedAsync(CancellationToken.None);
            }
        }
        // Once a sweep, for all that was erased since the last, here or by people.
        await storage.CompactAsync(cancellationToken);
    }

    private async Task<int> SeeToAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (cycle.IsDraft)
        {
            return settings.DraftsDays is { } days && (cycle.DefinitionAt ?? now).AddDays(days) <= now
                ? await EraseAsync(cycle, RetentionKind.Drafts, cancellationToken)
                : 0;
        }
        if (settings.CycleDays is { } kept && await LastLetter.AtAsync(storage, cycle, cancellationToken) is { } last && last.AddDays(kept) <= now)
        {
            return await EraseAsync(cycle, RetentionKind.Cycle, cancellationToken);
        }
        var rules = settings.NarrowedBy((await cycles.DefinitionAsync(cycle, cancellationToken)).Retention);
        await refused.NoteAsync(cycle.Id, cancellationToken);
        var due = (await refused.ListAsync(cycle.Id, cancellationToken))
            .Where(file => file.At.AddDays(rules.RefusedUploadsDays) <= now && file.At + RefusedUploads.LeastAge <= now).ToList();
        var erased = await refused.EraseAsync(due, by: null, cancellationToken);
        erased += await names.FinishAsync(cycle.Id, cancellationToken) ? 1 : 0;
        if (cycle.OverAt is not { } over)
        {
            return erased;
        }
        erased += await EraseNamesAsync(cycle, rules.ReceiptNamesDays, over, cancellationToken);
        if (IsDue(cycle, RetentionKind.Telephones, rules.TelephonesDays, over, now) && await LastLetter.AtAsync(storage, cycle, cancellationToken) is not null)
        {
            erased += await DoneAsync(cycle.Id, RetentionKind.Telephones, await telephones.EraseAsync(cycle, cancellationToken), cancellationToken);
        }
        if (IsDue(cycle, RetentionKind.ScoresByJudge, rules.ScoresByJudgeDays, over, now))
        {
            erased += await DoneAsync(cycle.Id, RetentionKind.ScoresByJudge, await EraseScoresAsync(cycle, cancellationToken), cancellationToken);
        }
        // Corrections have notices and mails of their own.
        if (await LastLetter.AtAsync(storage, cycle, cancellationToken) is { } ended && ended.AddDays(rules.JudgesAndNoticesDays) is var from
            && from <= now && !cycle.Erased.Any(each => each.Kind == RetentionKind.JudgesAndNotices && each.At >= from))
        {
            erased += await DoneAsync(cycle.Id, RetentionKind.JudgesAndNotices, await people.EraseAsync(cycle.Id, cancellationToken), cancellationToken);
        }
        return erased;
    }

    // A name is due so long after the cycle is over, or after the letter was registered, whichever is later: corrections are
    // registered when it is over, and have names of their own.
    private async Task<int> EraseNamesAsync(Cycle cycle, int? days, DateTimeOffset over, CancellationToken cancellationToken)
    {
        var (now, isFirst) = (time.GetUtcNow(), !cycle.Erased.Any(erased => erased.Kind == RetentionKind.ReceiptNames));
        if (days is not { } kept || !IsOver(over) || (!isFirst && (cycle.Corrections == 0 || now - _namesAt.GetValueOrDefault(cycle.Id.Text) < BetweenNames)))
        {
            return 0;
        }
        var count = await names.EraseAsync(
            cycle.Id, (_, at) => IsOver(at is { } registered && registered > over ? registered : over), by: null, cancellationToken);
        _namesAt[cycle.Id.Text] = now;
        return isFirst || count > 0 ? await DoneAsync(cycle.Id, RetentionKind.ReceiptNames, count, cancellationToken) : 0;

        bool IsOver(DateTimeOffset from) => from.AddDays(kept) <= now && from + LeastNames <= now;
    }

    private static bool IsDue(Cycle cycle, string kind, int? days, DateTimeOffset over, DateTimeOffset now) =>
        days is not null && over.AddDays(days.Value) <= now && !cycle.Erased.Any(erased => erased.Kind == kind);

    // That a judge scored stays, since who sat on a committee is no secret; what each gave goes.
    private async Task<int> EraseScoresAsync(Cycle cycle, CancellationToken cancellationToken)
    {
        var uploads = await storage.Rows.ListAsync<Upload>(cycle.Id.Text, RowRange.Prefix(Upload.RowPrefix), cancellationToken).ToListAsync(cancellationToken);
        // A file is named by its content: what was sent as entries too stays as their evidence.
        var others = uploads.Where(upload => upload.Kind != UploadKind.Scores)
            .SelectMany(upload => new[] { upload.SourceBlob, upload.RowsBlob })
            .ToHashSet(StringComparer.Ordinal);
        var blobs = uploads.Where(upload => upload.Kind == UploadKind.Scores).SelectMany(upload => new[] { upload.SourceBlob, upload.RowsBlob })
            .Where(blob => !others.Contains(blob)).Select(blob => (Container: storage.Uploads, Name: $"{cycle.Id}/{blob}")).ToList();
        await foreach (var frozen in storage.Results.ListAsync($"{cycle.Id}/scores-", cancellationToken))
        {
            blobs.Add((storage.Results, frozen.Name));
        }
        blobs.Add((storage.Results, ResultsStore.MissingName(cycle.Id)));
        var seats = await storage.Rows.ListAsync<JudgeSeat>(cycle.Id.Text, RowRange.Prefix(JudgeSeat.RowPrefix), cancellationToken)
            .Where(seat => seat.Papers.Count > 0)
            .ToListAsync(cancellationToken);
        blobs.AddRange(seats.SelectMany(seat => seat.Papers).Select(paper => (storage.Uploads, $"{cycle.Id}/{paper.Blob}")));
        await agreements.KeepAsync(cycle, cancellationToken);
        foreach (var (container, name) in blobs)
        {
            await container.DeleteAsync(name, cancellationToken);
        }
        foreach (var seat in seats)
        {
            await storage.Rows.CommitAsync(cycle.Id.Text, RowChange.Replace(seat with { Papers = [] }), cancellationToken);
        }
        // What judges typed on their pages, submitted or not.
        var drafts = 0;
        await foreach (var some in storage.Rows.ListAsync(cycle.Id.Text, RowRange.Prefix(ScoreDraft.RowPrefix), cancellationToken)
            .Chunk(RowLimits.MostChanges)
            .WithCancellation(cancellationToken))
        {
            await storage.Rows.CommitAsync(cycle.Id.Text, [.. some.Select(row => RowChange.Delete(row.Key, row.Version))], cancellationToken);
            drafts += some.Length;
        }
        return blobs.Count + drafts;
    }

    private async Task<int> EraseAsync(Cycle cycle, string kind, CancellationToken cancellationToken) =>
        await whole.EraseAsync(cycle, kind, cancellationToken) ? 1 : 0;

    private async Task<int> DoneAsync(CycleId id, string kind, int count, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await cycles.ChangeAsync(
            id,
            cycle => cycle with
            {
                Erased =
                [
                    .. cycle.Erased.Where(each => each.Kind != kind),
                    new ErasedKind(kind, now, count + cycle.Erased.Where(each => each.Kind == kind).Sum(each => each.Count)),
                ],
            },
            (_, _) => new TrailEntry(TrailKind.RecordsErased, By: null, now) { After = TrailValues.Of(("kind", kind), ("count", count)) },
            cancellationToken);
        // Also where there was nothing: what an earlier run erased that was cut off is swept out with it.
        return 1;
    }

    [LoggerMessage(LogLevel.Error, "Cycle {CycleId}: what is due could not be erased, and is tried again in an hour")]
    private partial void LogFailed(CycleId cycleId, Exception exception);
}
