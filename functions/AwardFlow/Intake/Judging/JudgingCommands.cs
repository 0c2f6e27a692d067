using AwardFlow.Cycles;
using AwardFlow.Engine;
using AwardFlow.Storage;
using AwardFlow.Trail;

namespace AwardFlow.Intake.Judging;

/// <summary>What judges do on their pages, and what the office and the chair do about it, where a cycle's flow may wait for it.</summary>
/// <param name="storage">Where drafts are kept.</param>
/// <param name="desk">Opens sheets.</param>
/// <param name="submissions">Submits them.</param>
/// <param name="intake">Undoes submissions.</param>
/// <param name="withdrawals">Takes out what judges decline.</param>
/// <param name="trail">Writes down what people do.</param>
/// <param name="engine">Runs the flows.</param>
/// <param name="time">The clock.</param>
public sealed class JudgingCommands(
    IStorage storage, JudgeDesk desk, JudgeSubmissions submissions, SheetIntake intake,
    WithdrawalDesk withdrawals, TrailWriter trail, ICycleEngine engine, TimeProvider time)
{
    /// <summary>The judge as the one who does something on the judge's page.</summary>
    /// <param name="sitting">The judge's sheet.</param>
    /// <param name="from">The network address; null where there is none.</param>
    public static Actor ActorOf(JudgeSitting sitting, string? from)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        return new Actor($"judge:{sitting.Seat.Tag}", sitting.Judge.Text, from);
    }

    /// <summary>Submits a sheet.</summary>
    /// <inheritdoc cref="JudgeSubmissions.SubmitAsync" path="/*[not(self::summary)]"/>
    public async Task<Upload> SubmitAsync(
        JudgeSitting sitting, UploadSource source, string? tag, string? confirm, bool overSheets, Actor by, CancellationToken cancellationToken)
    {
        var upload = await submissions.SubmitAsync(sitting, source, tag, confirm, overSheets, by, cancellationToken);
        await TellAsync(sitting.Cycle);
        return upload;
    }

    /// <summary>Takes a submission back: it counts no more, and what was typed stays.</summary>
    /// <param name="sitting">The sheet.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleConflictException">Nothing is submitted, or the cycle takes no scores.</exception>
    public async Task TakeBackAsync(JudgeSitting sitting, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        CollectingCycle.Checked(sitting.Cycle, time);
        var number = sitting.Submission?.Number ?? throw new CycleConflictException(JudgingTexts.NotSubmitted);
        await intake.TakeBackAsync(sitting.Cycle.Id, number, by, cancellationToken);
        await TellAsync(sitting.Cycle);
    }

    /// <summary>Has a judge decline an entry: as when the office withdraws the judge's scores of it.</summary>
    /// <param name="sitting">The sheet.</param>
    /// <param name="code">The entry.</param>
    /// <param name="reason">Why (<see cref="WithdrawalDesk.IsReason"/>).</param>
    /// <param name="by">The judge.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="NotInCycleException">The entry is not the judge's.</exception>
    /// <exception cref="CycleConflictException">It was declined before, or the cycle takes no scores.</exception>
    public async Task DeclineAsync(JudgeSitting sitting, EntryCode code, string reason, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        if (sitting.Find(code) is null)
        {
            throw new NotInCycleException(Texts.UploadTexts.NoEntry(sitting.Cycle.Id, code));
        }
        await withdrawals.WriteAsync(sitting.Cycle.Id, UploadKind.Withdrawal, code, sitting.Judge, reason, UploadSource.Page, by, cancellationToken);
        await TellAsync(sitting.Cycle);
    }

    /// <summary>Has a judge score an entry after all that the judge declined.</summary>
    /// <param name="sitting">The sheet.</param>
    /// <param name="code">The entry.</param>
    /// <param name="by">The judge.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="CycleConflictException">The judge did not decline it, or the cycle takes no scores.</exception>
    public async Task AcceptAsync(JudgeSitting sitting, EntryCode code, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        if (sitting.Declined(code) is null)
        {
            throw new CycleConflictException(JudgingTexts.NotDeclined(code));
        }
        await withdrawals.WriteAsync(sitting.Cycle.Id, UploadKind.Restoration, code, sitting.Judge, reason: null, UploadSource.Page, by, cancellationToken);
        await TellAsync(sitting.Cycle);
    }

    /// <summary>Sends an entry back to a judge with a question: the judge may change it and submit again. No score changes.</summary>
    /// <param name="sitting">The judge's sheet.</param>
    /// <param name="code">The entry.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <exception cref="NotInCycleException">The entry is not the judge's.</exception>
    /// <exception cref="CycleConflictException">The judge declined it, or the cycle takes no scores.</exception>
    public async Task<JudgeQuestion> ReturnAsync(JudgeSitting sitting, EntryCode code, string question, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        ArgumentNullException.ThrowIfNull(by);
        while (true)
        {
            CollectingCycle.Checked(sitting.Cycle, time);
            var entry = sitting.Find(code) ?? throw new NotInCycleException(Texts.UploadTexts.NoEntry(sitting.Cycle.Id, code));
            if (sitting.Declined(code) is not null)
            {
                throw new CycleConflictException(JudgingTexts.IsDeclined(code));
            }
            var draft = await desk.DraftAsync(sitting, entry, cancellationToken);
            var asked = new JudgeQuestion(question, by.Name, time.GetUtcNow(), sitting.Cycle.Uploads, draft.Revision + 1);
            var line = new TrailEntry(TrailKind.EntryReturned, by, asked.At)
            {
                Subject = entry.Code.Text,
                Reason = question,
                After = TrailValues.Of(("judge", sitting.Judge), ("upload", sitting.Submission?.Number)),
            };
            var changes = new[]
            {
                JudgeDesk.AddOrReplace(draft with { Question = asked, Revision = draft.Revision + 1 }),
                JudgeDesk.AddOrReplace(sitting.Seat with { Saves = sitting.Seat.Saves + 1 }),
            };
            if ((await trail.CommitAsync(sitting.Cycle.Id.Text, changes, line, cancellationToken)).IsCommitted)
            {
                return asked;
            }
            sitting = await desk.AgainAsync(sitting, cancellationToken);
        }
    }

    /// <summary>Keeps the scan of what came on paper.</summary>
    /// <param name="sitting">The judge's sheet.</param>
    /// <param name="contentType">The media type that the sender names.</param>
    /// <param name="content">The scan.</param>
    /// <param name="name">The file's name, where the sender gave one.</param>
    /// <param name="by">Who sent it.</param>
    /// <param name="cancellationToken">Stops waiting for storage.</param>
    /// <returns>The scan; null where it is of no kind that is taken.</returns>
    /// <exception cref="CycleConflictException">The cycle takes no scores, or there are too many scans.</exception>
    public async Task<PaperScan?> KeepAsync(
        JudgeSitting sitting, string? contentType, BinaryData content, string? name, Actor by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(by);
        var kind = PaperScan.Kinds.FirstOrDefault(
            each => each.ContentType.Equals(contentType, StringComparison.OrdinalIgnoreCase) && content.ToMemory().Span.StartsWith(each.Beginning));
        if (kind.Extension is null)
        {
            return null;
        }
        CollectingCycle.Checked(sitting.Cycle, time);
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(content.ToMemory().Span));
        var scan = new PaperScan($"{sha256}.{kind.Extension}", name, by.Name, time.GetUtcNow());
        await storage.Uploads.WriteAsync(new NewBlob($"{sitting.Cycle.Id}/{scan.Blob}", content, kind.ContentType), cancellationToken);
        while (true)
        {
            if (sitting.Seat.Papers.FirstOrDefault(paper => paper.Blob == scan.Blob) is { } before)
            {
                return before;
            }
            if (sitting.Seat.Papers.Count >= PaperScan.Most)
            {
                throw new CycleConflictException(JudgingTexts.TooManyScans(PaperScan.Most));
            }
            var line = new TrailEntry(TrailKind.PaperKept, by, scan.At)
            {
                After = TrailValues.Of(("judge", sitting.Judge), ("file", scan.Blob), ("fileName", name)),
            };
            if ((await trail.CommitAsync(
                sitting.Cycle.Id.Text,
                [JudgeDesk.AddOrReplace(sitting.Seat with { Papers = [.. sitting.Seat.Papers, scan] })],
                line,
                cancellationToken)).IsCommitted)
            {
                return scan;
            }
            sitting = await desk.AgainAsync(sitting, cancellationToken);
        }
    }

    private async Task TellAsync(Cycle cycle)
    {
        if (cycle.State == CycleState.NeedsAttention)
        {
            await engine.SignalAsync(cycle.Id, Signals.Upload, CancellationToken.None);
        }
    }
}
